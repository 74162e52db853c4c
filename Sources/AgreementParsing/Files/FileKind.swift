/// What a file is, by its bytes.
enum FileKind {
    /// - Throws: ``DocumentError``: what to say of a file that is not of the kind it was sent as, or of one that is
    ///   never read.
    static func check(_ bytes: [UInt8], as kind: DocumentKind) throws(DocumentError) {
        // Programs of before 2007, and files under a password, have a container of their own.
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw self.names("EncryptedPackage", in: bytes)
                ? .encrypted : self.names("PowerPoint Document", in: bytes) ? .presentation : .oldFormat
        }
        if bytes.starts(with: Array("PK".utf8)) {
            guard let found = try self.kind(of: try ZipArchive(bytes)) else { return }
            if found != kind { throw .otherKind(found) }
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            if kind != .portable { throw .otherKind(.portable) }
        } else if [
            [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], [0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A],
        ].contains(where: { bytes.starts(with: $0) }) {
            throw .scan
        } else if ![.text, .separated, .portable].contains(kind) {
            throw .broken
        }
    }

    /// Of a package, by the parts that each kind has.
    private static func kind(of archive: ZipArchive) throws(DocumentError) -> DocumentKind? {
        if archive.names.contains(where: { $0.hasPrefix("ppt/") }) { throw .presentation }
        if archive.names.contains(where: { $0.hasPrefix("word/") }) { return .word }
        if archive.names.contains(where: { $0.hasPrefix("xl/") }) { return .workbook }
        guard archive.has("content.xml") else { return nil }
        var archive = archive
        let type = String(decoding: (try? archive.part("mimetype")) ?? [], as: UTF8.self)
        if type.contains("presentation") { throw .presentation }
        if type.contains("spreadsheet") { throw .otherKind(nil) }
        return .openDocument
    }

    /// Whether one of the container's streams has this name, which stands in UTF-16.
    private static func names(_ name: String, in bytes: [UInt8]) -> Bool {
        bytes.prefix(1_048_576).firstRange(of: name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) != nil
    }
}
