/// Namespaces of documents, transitional and strict, by the prefix under which they are read here.
enum XMLNamespaces {
    static func prefix(_ uri: String) -> String { self.prefixes[uri] ?? (uri.isEmpty ? "" : "?") }

    private static let prefixes: [String: String] = {
        var all = [
            "http://www.w3.org/XML/1998/namespace": "xml",
            "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
            "http://schemas.openxmlformats.org/package/2006/content-types": "type",
            "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "core",
            "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
            "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
            "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
            "http://purl.org/dc/elements/1.1/": "dc",
            "http://purl.org/dc/terms/": "dcterms",
            "urn:schemas-microsoft-com:vml": "v",
            "urn:schemas-microsoft-com:office:office": "o",
            "http://www.w3.org/1999/xlink": "xlink",
            "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
            "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
        ]
        let office = [
            "wordprocessingml": "w", "spreadsheetml": "x", "officeDocument/relationships": "r",
            "officeDocument/extendedProperties": "app",
            "officeDocument/math": "m", "drawingml": "a", "drawingml/wordprocessingDrawing": "wp",
            "drawingml/chart": "c",
            "drawingml/diagram": "dgm", "drawingml/picture": "pic",
        ]
        for (path, prefix) in office {
            // Transitional names stand under a year, strict ones don't.
            let (first, rest) = path.split(separator: "/", maxSplits: 1).map(String.init).pair
            let older = rest == "extendedProperties" ? "extended-properties" : rest
            all["http://schemas.openxmlformats.org/\(first)/2006/\(older ?? "main")"] = prefix
            all["http://purl.oclc.org/ooxml/\(first)/\(rest ?? "main")"] = prefix
        }
        for name in ["office", "style", "text", "table", "meta", "number", "form", "chart"] {
            all["urn:oasis:names:tc:opendocument:xmlns:\(name):1.0"] = name
        }
        all["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"] = "draw"
        return all
    }()
}

extension [String] {
    fileprivate var pair: (String, String?) { (self[0], self.count > 1 ? self[1] : nil) }
}
