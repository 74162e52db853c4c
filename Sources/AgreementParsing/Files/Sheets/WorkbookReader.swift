/// Reads a workbook (ECMA-376, .xlsx): each sheet that is shown is a heading and what stands in it.
struct WorkbookReader {
    private var package: OfficePackage
    private var builder = TreeBuilder()
    private var strings: [String] = []
    /// By a cell's style: whether its number is a day, and how it is shaded.
    private var formats: [(isDay: Bool, shading: String?)] = []
    private var begins1904 = false

    private static let stringLimit = 100_000

    /// - Throws: ``DocumentError``.
    static func read(_ archive: ZipArchive) throws(DocumentError) -> DocumentTree {
        var reader = WorkbookReader(package: OfficePackage(archive))
        try reader.readAll()
        return reader.builder.tree
    }

    private init(package: OfficePackage) { self.package = package }

    private mutating func readAll() throws(DocumentError) {
        let main = try self.package.mainPart()
        let related = try self.package.relationships(of: main)
        if related.contains(where: { $0.type == "vbaProject" }) { throw .holdsMacros }
        var sheets: [(name: String, id: String, isHidden: Bool)] = []
        var xml = try self.package.reader(main)
        while try xml.next() != .finish {
            if xml.name == "x:workbookPr", let value = xml.attribute("date1904") {
                self.begins1904 = ["1", "true"].contains(value)
            }
            if xml.name == "x:sheet", let id = xml.attribute("r:id"), let name = xml.attribute("name"),
                !sheets.contains(where: { $0.id == id }), sheets.count < 200
            {
                sheets.append((name, id, (xml.attribute("state") ?? "visible") != "visible"))
            }
        }
        if let part = related.first(where: { $0.type == "sharedStrings" })?.target, self.package.has(part) {
            try self.readStrings(part)
        }
        if let part = related.first(where: { $0.type == "styles" })?.target, self.package.has(part) {
            try self.readStyles(part)
        }
        for sheet in sheets {
            guard let target = related.first(where: { $0.id == sheet.id })?.target, self.package.has(target) else {
                continue
            }
            if sheet.isHidden {
                self.builder.mark(.hiddenText, self.builder.place(.sheet), "bladet \(sheet.name)")
                continue
            }
            let rows = try self.rows(target)
            if rows.isEmpty { continue }
            // «Blad1» says nothing.
            if !["blad", "sheet", "tabelle"].contains(String(sheet.name.lowercased().prefix { $0.isAlphabetic }))
                || sheet.name.allSatisfy(\.isAlphabetic)
            {
                var looks = Paragraph.Looks()
                looks.level = 1
                self.builder.add(
                    .paragraph(try self.builder.paragraph(sheet.name, self.builder.place(.sheet), looks: looks)))
            }
            try SheetBlocks.add(rows, to: &self.builder, .sheet, lines: false)
        }
    }

    private mutating func readStrings(_ part: String) throws(DocumentError) {
        var xml = try self.package.reader(part)
        while true {
            switch try xml.next() {
            case .finish: return
            case .start where xml.name == "x:si":
                if self.strings.count == Self.stringLimit { throw .tooLarge }
                self.strings.append(try Self.text(&xml))
            default: continue
            }
        }
    }

    /// The text of a string, without how it is pronounced.
    private static func text(_ xml: inout XMLReader) throws(DocumentError) -> String {
        var text = ""
        let depth = xml.depth
        while true {
            switch try xml.next() {
            case .end where xml.depth < depth: return text
            case .start where xml.name == "x:t": text += try xml.wholeText()
            case .start where xml.name == "x:rPh": try xml.skip()
            case .finish: throw .broken
            default: continue
            }
        }
    }

    private mutating func readStyles(_ part: String) throws(DocumentError) {
        var xml = try self.package.reader(part)
        var days: Set<Int> = Set(14...17).union([22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
        var fills: [String?] = []
        var inFormats = false
        while true {
            switch try xml.next() {
            case .finish: return
            case .start:
                switch xml.name {
                case "x:numFmt":
                    if let id = xml.attribute("numFmtId").flatMap({ Int($0) }), let code = xml.attribute("formatCode") {
                        // Text in quotation marks is none of the format's; what has years or days in it shows a day.
                        let bare = code.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter {
                            $0.offset.isMultiple(of: 2)
                        }.map { String($0.element) }.joined()
                        if bare.lowercased().contains(where: { $0 == "y" || $0 == "d" || $0 == "å" }) {
                            days.insert(id)
                        } else {
                            days.remove(id)
                        }
                    }
                case "x:fill": fills.append(nil)
                case "x:fgColor":
                    if let last = fills.indices.last, let color = xml.attribute("rgb"), color.utf8.count == 8 {
                        let fill = String(color.suffix(6)).uppercased()
                        if fill != "FFFFFF" { fills[last] = fill }
                    }
                case "x:cellXfs": inFormats = true
                case "x:xf" where inFormats && self.formats.count < 10_000:
                    let fill = xml.attribute("fillId").flatMap { Int($0) } ?? 0
                    self.formats.append(
                        (
                            days.contains(xml.attribute("numFmtId").flatMap { Int($0) } ?? 0),
                            fills.indices.contains(fill) ? fills[fill] : nil
                        ))
                default: continue
                }
            case .end: if xml.name == "x:cellXfs" { inFormats = false }
            case .text: continue
            }
        }
    }

    private mutating func rows(_ part: String) throws(DocumentError) -> [[Int: SheetBlocks.Cell]] {
        var xml = try self.package.reader(part)
        var rows: [Int: [Int: SheetBlocks.Cell]] = [:]
        var hiddenColumns: [ClosedRange<Int>] = []
        var hidden: [String] = []
        var (row, isHidden, count) = (-1, false, 0)
        while true {
            switch try xml.next() {
            case .finish:
                if !hidden.isEmpty {
                    self.builder.mark(.hiddenText, self.builder.place(.sheet), hidden.joined(separator: " "))
                }
                // Rows between are empty; one is enough to divide.
                var made: [[Int: SheetBlocks.Cell]] = []
                var last = -1
                for (place, cells) in rows.sorted(by: { $0.key < $1.key }) {
                    if place > last + 1, !made.isEmpty { made.append([:]) }
                    made.append(cells)
                    last = place
                }
                return made
            case .start:
                switch xml.name {
                case "x:col":
                    if let value = xml.attribute("hidden"), ["1", "true"].contains(value),
                        let first = xml.attribute("min").flatMap({ Int($0) }),
                        let last = xml.attribute("max").flatMap({ Int($0) }), first >= 1, last >= first
                    {
                        hiddenColumns.append((first - 1)...(last - 1))
                    }
                case "x:row":
                    row = xml.attribute("r").flatMap { Int($0) }.map { $0 - 1 } ?? row + 1
                    isHidden = ["1", "true"].contains(xml.attribute("hidden") ?? "")
                case "x:c":
                    let column =
                        xml.attribute("r").flatMap { Self.place($0)?.column } ?? (rows[row]?.keys.max() ?? -1) + 1
                    let (text, shading) = try self.cell(&xml)
                    if text.isEmpty && shading == nil { continue }
                    count += 1
                    if count > TreeBuilder.cellLimit || column >= 16_384 || row > 1_048_576 { throw .tooLarge }
                    if isHidden || hiddenColumns.contains(where: { $0.contains(column) }) {
                        if hidden.count < 50, !text.isEmpty { hidden.append(text) }
                        continue
                    }
                    // What lies far to the right of everything is no part of a table.
                    if column < TreeBuilder.columnLimit {
                        rows[row, default: [:]][column] = .init(text: text, shading: shading)
                    }
                case "x:mergeCell":
                    let ends = (xml.attribute("ref") ?? "").split(separator: ":").compactMap { Self.place(String($0)) }
                    guard ends.count == 2, ends[1].row >= ends[0].row, ends[1].column >= ends[0].column,
                        var cell = rows[ends[0].row]?[ends[0].column]
                    else { continue }
                    cell.width = min(ends[1].column - ends[0].column + 1, TreeBuilder.columnLimit - ends[0].column)
                    cell.height = min(ends[1].row - ends[0].row + 1, TreeBuilder.rowLimit)
                    rows[ends[0].row]?[ends[0].column] = cell
                default: continue
                }
            default: continue
            }
        }
    }

    /// «B12»: row and column from 0.
    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        var column = 0
        var rest = reference[...]
        while let letter = rest.first, let value = letter.asciiValue, letter.isAlphabetic, column < 100_000 {
            column = column * 26 + Int(value & 0x1F)
            rest.removeFirst()
        }
        guard column > 0, rest.utf8.count <= 8, let row = Int(rest), row > 0 else { return nil }
        return (row - 1, column - 1)
    }

    /// What the cell shows: a formula's stored result, a number as it is stored, a day as a day.
    private mutating func cell(_ xml: inout XMLReader) throws(DocumentError) -> (String, String?) {
        let type = xml.attribute("t") ?? "n"
        let format = xml.attribute("s").flatMap { Int($0) }.flatMap {
            self.formats.indices.contains($0) ? self.formats[$0] : nil
        }
        var (value, inline) = ("", "")
        let depth = xml.depth
        read: while true {
            switch try xml.next() {
            case .end where xml.depth < depth: break read
            case .start where xml.name == "x:v": value = try xml.wholeText()
            case .start where xml.name == "x:is": inline = try Self.text(&xml)
            case .start: try xml.skip()
            case .finish: throw .broken
            default: continue
            }
        }
        let text: String
        switch type {
        case "s": text = Int(value).flatMap { self.strings.indices.contains($0) ? self.strings[$0] : nil } ?? ""
        case "inlineStr": text = inline
        case "b": text = value == "1" ? "SANT" : "FALSKT"
        case "e": text = value
        case "n" where format?.isDay == true: text = Double(value).flatMap { self.day($0) } ?? value
        default: text = value
        }
        return (Layout.normalised(text), format?.shading)
    }

    /// Days since the end of 1899, in which 1900 has a 29 February, or since 1904.
    private func day(_ serial: Double) -> String? {
        guard serial >= 1, serial < 200_000 else { return nil }
        var days = Int(serial)
        if self.begins1904 { days += 1_462 } else if days < 61 { days += 1 }
        // From days to the calendar, by the years of four hundred.
        let shifted = days - 25_569 + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let real = month < 10 ? month + 3 : month - 9
        return Dates.day(year + era * 400 + (real <= 2 ? 1 : 0), real, day)
    }
}
