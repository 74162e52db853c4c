import NIOCore

/// Writes HTML into one buffer. It can only escape: there is no way to write markup but by its elements and attributes,
/// of which there are few, and none that could run anything.
struct HTMLWriter: ~Copyable {
    /// An element with content.
    struct Element: Sendable {
        fileprivate let name: StaticString

        static let html = Element(name: "html")
        static let head = Element(name: "head")
        static let body = Element(name: "body")
        static let title = Element(name: "title")
        static let header = Element(name: "header")
        static let main = Element(name: "main")
        static let footer = Element(name: "footer")
        static let section = Element(name: "section")
        static let h1 = Element(name: "h1")
        static let h2 = Element(name: "h2")
        static let h3 = Element(name: "h3")
        static let p = Element(name: "p")
        static let strong = Element(name: "strong")
        static let span = Element(name: "span")
        static let ul = Element(name: "ul")
        static let ol = Element(name: "ol")
        static let li = Element(name: "li")
        static let dl = Element(name: "dl")
        static let dt = Element(name: "dt")
        static let dd = Element(name: "dd")
        static let time = Element(name: "time")
        static let a = Element(name: "a")
        static let table = Element(name: "table")
        static let caption = Element(name: "caption")
        static let thead = Element(name: "thead")
        static let tbody = Element(name: "tbody")
        static let tr = Element(name: "tr")
        static let th = Element(name: "th")
        static let td = Element(name: "td")
        static let div = Element(name: "div")
        static let colgroup = Element(name: "colgroup")
    }

    /// An element without content.
    struct Empty: Sendable {
        fileprivate let name: StaticString

        static let meta = Empty(name: "meta")
        static let link = Empty(name: "link")
        static let br = Empty(name: "br")
        static let col = Empty(name: "col")
    }

    enum Attribute {
        case id(String)
        /// A class of ``Stylesheet``.
        case kind(StaticString)
        case lang(StaticString)
        case scope(StaticString)
        case rowspan(Int)
        /// Of a column in a page that becomes a Word file, in hundredths of the table's; pages have it from the stylesheet.
        case width(Int)
        case labelledby(String)
        /// What a cell stands under, for narrow windows, where the table's head isn't shown.
        case under(StaticString)
        case datetime(String)
        /// An address of this service, or a place on the page.
        case href(String)
        case rel(StaticString)
        case charset
        case name(StaticString)
        case content(String)
    }

    private var bytes: [UInt8] = []

    init(capacity: Int = 16_384) { self.bytes.reserveCapacity(capacity) }

    /// What has been written, as a buffer for a response's body.
    consuming func finish() -> ByteBuffer { ByteBuffer(bytes: self.bytes) }

    // MARK: Elements

    mutating func element(
        _ element: Element, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void
    ) {
        self.open(element.name, attributes)
        content(&self)
        self.raw("</")
        self.raw(element.name)
        self.raw(">")
    }

    mutating func element(_ element: Element, _ attributes: Attribute..., text: String) {
        self.open(element.name, attributes)
        self.text(text)
        self.raw("</")
        self.raw(element.name)
        self.raw(">")
    }

    mutating func empty(_ element: Empty, _ attributes: Attribute...) { self.open(element.name, attributes) }

    /// Between elements that are no text, so that what is written can be read.
    mutating func line() { self.bytes.append(0x0A) }

    /// A stylesheet within the document itself, for a file. It holds nothing that ends the element.
    mutating func style(_ stylesheet: StaticString) {
        self.raw("<style>")
        self.raw(stylesheet)
        self.raw("</style>")
    }

    mutating func doctype() { self.raw("<!DOCTYPE html>\n") }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        self.raw("<")
        self.raw(name)
        for attribute in attributes { self.write(attribute) }
        self.raw(">")
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute {
        case .id(let id): self.attribute("id", id)
        case .kind(let name): self.own("class", name)
        case .lang(let language): self.own("lang", language)
        case .scope(let scope): self.own("scope", scope)
        case .rowspan(let rows): self.attribute("rowspan", String(rows))
        case .width(let hundredths): self.attribute("width", "\(hundredths)%")
        case .labelledby(let id): self.attribute("aria-labelledby", id)
        case .under(let label): self.own("data-label", label)
        case .datetime(let date): self.attribute("datetime", date)
        case .href(let address):
            // Nothing that a person has written becomes an address; whatever did would lead nowhere.
            let leads = ["https://", "http://", "/", "#"].contains { address.hasPrefix($0) }
            self.attribute("href", leads ? address : "#")
        case .rel(let relation): self.own("rel", relation)
        case .charset: self.attribute("charset", "utf-8")
        case .name(let name): self.own("name", name)
        case .content(let content): self.attribute("content", content)
        }
    }

    private mutating func attribute(_ name: StaticString, _ value: String) {
        self.raw(" ")
        self.raw(name)
        self.raw("=\"")
        self.text(value)
        self.raw("\"")
    }

    /// A value that stands in this program, and holds nothing to escape.
    private mutating func own(_ name: StaticString, _ value: StaticString) {
        self.raw(" ")
        self.raw(name)
        self.raw("=\"")
        self.raw(value)
        self.raw("\"")
    }

    private mutating func raw(_ markup: StaticString) {
        self.bytes.append(contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
    }

    // MARK: Text

    /// Text, with everything escaped that would be markup in an element or in an attribute's value. Control characters,
    /// which HTML can't hold, become U+FFFD; soft hyphens go, since they break words that are copied from a PDF.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                // Nearly every byte is one of these.
                if byte > 0x27 && byte != 0x3C && byte != 0x3E && byte != 0x7F && byte != 0xC2 || byte == 0x20 {
                    index += 1
                    continue
                }
                let replacement: StaticString?
                var length = 1
                switch byte {
                case UInt8(ascii: "&"): replacement = "&amp;"
                case UInt8(ascii: "<"): replacement = "&lt;"
                case UInt8(ascii: ">"): replacement = "&gt;"
                case UInt8(ascii: "\""): replacement = "&quot;"
                case UInt8(ascii: "'"): replacement = "&#39;"
                case 0x09, 0x0A, 0x0D: replacement = nil
                case 0..<0x20, 0x7F: replacement = "\u{FFFD}"
                case 0xC2 where index + 1 < bytes.count && bytes[index + 1] <= 0x9F:
                    (replacement, length) = ("\u{FFFD}", 2)
                case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAD: (replacement, length) = ("", 2)
                default: replacement = nil
                }
                if let replacement {
                    self.bytes.append(contentsOf: bytes[start..<index])
                    self.raw(replacement)
                    start = index + length
                }
                index += length
            }
            self.bytes.append(contentsOf: bytes[start...])
        }
    }
}
