import AgreementParsing
import Glibc

@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
    FuzzPackages.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
    return 0
}

/// Packages of office programs: whole ones, and the main part alone within a package that is right, whose first byte
/// says of which kind. libFuzzer's target, see deploy/trial reader.
struct FuzzPackages {
    static let isPlanted = getenv("SAMVERKAN_FUZZ_PLANTED") != nil

    static func read(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        var package = bytes
        let kind = [DocumentKind.word, .openDocument, .workbook][Int(first) % 3]
        if !bytes.starts(with: Array("PK".utf8)) {
            let part = Array(bytes.dropFirst())
            package =
                switch kind {
                case .openDocument: self.archive([("content.xml", part)])
                case .workbook:
                    self.archive([
                        ("_rels/.rels", self.relation("officeDocument", "xl/workbook.xml")),
                        ("xl/_rels/workbook.xml.rels", self.relation("worksheet", "worksheets/sheet1.xml")),
                        (
                            "xl/workbook.xml",
                            Array(
                                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                                    .utf8)
                        ),
                        ("xl/worksheets/sheet1.xml", part),
                    ])
                default:
                    self.archive([
                        ("_rels/.rels", self.relation("officeDocument", "word/document.xml")),
                        ("word/document.xml", part),
                    ])
                }
        }
        guard let read = try? DocumentFile.read(kind, package, municipality: "Skara", district: "Västra Skaraborg")
        else { return }
        // A fault of the kind that is looked for, to see that it is found.
        if self.isPlanted, read.measures.contains(where: { $0.text.utf8.contains(0x7E) }) { fatalError("planted") }
    }

    private static func relation(_ type: String, _ target: String) -> [UInt8] {
        Array(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"x/\(type)\" Target=\"\(target)\"/></Relationships>"
                .utf8)
    }

    /// A ZIP archive of stored parts (APPNOTE 6.3.10).
    private static func archive(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var (bytes, directory): ([UInt8], [UInt8]) = ([], [])
        for part in parts {
            let name = Array(part.name.utf8)
            let lengths = number(part.content.count, 4) + number(part.content.count, 4) + number(name.count, 2)
            directory +=
                number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 8)
                + lengths + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
                + number(bytes.count, 4) + name
            bytes +=
                number(0x0403_4B50, 4) + number(20, 2) + number(0, 2) + number(0, 2) + number(0, 8) + lengths
                + number(0, 2) + name + part.content
        }
        return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
            + number(parts.count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    }
}
