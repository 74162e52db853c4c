import Hummingbird
import Postgres

/// Which part of a list is asked for: `page` from 1, `limit` from 1 to 100, 20 unless said.
struct Page: Sendable {
    let number: Int
    let limit: Int

    var offset: Int { (self.number - 1) * self.limit }

    /// - Throws: `invalidParameter` when a parameter is no number in its range.
    init(_ query: [String: String]) throws(Problem) {
        self.number = try Self.number(query["page"], name: "page", range: 1...1_000_000, default: 1)
        self.limit = try Self.number(query["limit"], name: "limit", range: 1...100, default: 20)
    }

    private static func number(_ text: String?, name: String, range: ClosedRange<Int>, default standard: Int) throws(Problem) -> Int {
        guard let text else { return standard }
        guard text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), range.contains(number) else {
            throw Problem(.invalidParameter, "The query parameter «\(name)» must be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}

extension Call {
    /// Answers with a page of one of a municipality's lists.
    ///
    /// - Parameters:
    ///   - name: the list's path below the municipality.
    ///   - filters: parameters beside those of paging, each an exact text of at most 200 characters.
    ///   - statements: the page's rows, and how many the list has.
    ///   - write: the members of one item's object.
    func municipalityList(
        _ name: String, filters: [String] = [], _ statements: (_ code: String, _ page: Page, _ query: [String: String]) -> [Statement], _ write: (inout JSONWriter, Row) -> Void
    ) async throws -> Response {
        let code = try self.municipalityCode()
        let query = try self.query(["page", "limit"] + filters)
        for name in filters {
            if let value = query[name], !(1...200).contains(value.count) {
                throw Problem(.invalidParameter, "The query parameter «\(name)» must have from 1 to 200 characters.")
            }
        }
        let page = try Page(query)
        let results = try await self.read(municipality: code, statements(code, page, query))
        return self.list(results[0], page: page, total: results[1].first?.int(0) ?? 0, path: "/municipalities/\(code)/\(name)", query: query, write)
    }

    /// A page of a list. A page outside the range is an empty list.
    ///
    /// - Parameters:
    ///   - path: of the list, below the base path.
    ///   - query: the request's parameters; each link repeats those that are not about paging.
    ///   - total: how many items the whole list has.
    ///   - write: the members of one item's object.
    func list(_ rows: some Sequence<Row>, page: Page, total: Int, path: String, query: [String: String], _ write: (inout JSONWriter, Row) -> Void) -> Response {
        var json = JSONWriter(capacity: 16_384)
        let pages = max(1, (total + page.limit - 1) / page.limit)
        let filters = query.filter { $0.key != "page" && $0.key != "limit" }.sorted { $0.key < $1.key }
            .map { "&\($0.key)=\($0.value.percentEncoded)" }.joined()
        func href(_ number: Int) -> String { self.links.href("\(path)?page=\(number)&limit=\(page.limit)\(filters)") }
        json.beginObject()
        json.beginArray("items")
        var count = 0
        for row in rows {
            json.beginObject()
            write(&json, row)
            json.endObject()
            count += 1
        }
        json.endArray()
        json.beginObject("_meta")
        json.field("page", page.number)
        json.field("limit", page.limit)
        json.field("count", count)
        json.field("totalRecords", total)
        json.field("totalPages", pages)
        json.endObject()
        json.links(self: href(page.number)) { json in
            json.link("first", rel: "first", href: href(1))
            if page.number > 1 { json.link("prev", rel: "prev", href: href(min(page.number - 1, pages))) }
            if page.number < pages { json.link("next", rel: "next", href: href(page.number + 1)) }
            json.link("last", rel: "last", href: href(pages))
        }
        json.endObject()
        return self.json(json.finish())
    }
}

extension String {
    /// For a query value: everything but unreserved characters (RFC 3986) as `%XX`.
    var percentEncoded: String {
        var text = ""
        for byte in self.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.unicodeScalars.append(UnicodeScalar(byte))
            default: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return text
    }
}
