/// An office document's package (ECMA-376 part 2): parts that point at each other. Only parts that are pointed at are
/// read.
struct OfficePackage {
    struct Relationship {
        let id: String
        /// The last word of its type: `header`, `image`.
        let type: String
        /// The part it points at; nil for what lies outside the file.
        let target: String?
    }

    private var archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

    /// The part that the package is about.
    /// - Throws: ``DocumentError/broken`` when there is none.
    mutating func mainPart() throws(DocumentError) -> String {
        guard let main = try self.relationships(of: "").first(where: { $0.type == "officeDocument" })?.target else {
            throw .broken
        }
        return main
    }

    /// - Throws: ``DocumentError/broken`` when a part is pointed at that isn't there.
    mutating func reader(_ part: String) throws(DocumentError) -> XMLReader {
        guard let bytes = try self.archive.part(part) else { throw .broken }
        return XMLReader(bytes)
    }

    func has(_ part: String) -> Bool { self.archive.has(part) }

    /// What a part points at; the package itself is "".
    mutating func relationships(of part: String) throws(DocumentError) -> [Relationship] {
        let slash = part.lastIndex(of: "/")
        let folder = slash.map { String(part[...$0]) } ?? ""
        let name = slash.map { String(part[part.index(after: $0)...]) } ?? part
        guard let bytes = try self.archive.part("\(folder)_rels/\(name).rels") else { return [] }
        var reader = XMLReader(bytes)
        var found: [Relationship] = []
        while true {
            switch try reader.next() {
            case .finish: return found
            case .start where reader.name == "rel:Relationship":
                guard let id = reader.attribute("Id"), let type = reader.attribute("Type"),
                    let target = reader.attribute("Target")
                else { throw .broken }
                let isOutside = reader.attribute("TargetMode") == "External"
                found.append(
                    .init(
                        id: id, type: String(type.split(separator: "/").last ?? ""),
                        target: isOutside ? nil : Self.path(target, from: folder)))
            default: continue
            }
        }
    }

    private static func path(_ target: String, from folder: String) -> String? {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") {
            if step == ".." {
                if steps.isEmpty { return nil }
                steps.removeLast()
            } else if step != "." {
                steps.append(String(step))
            }
        }
        return steps.joined(separator: "/")
    }
}
