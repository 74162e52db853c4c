import NIOCore

/// Writes HTML into one buffer. It can only escape: there is no way to write markup but by its elements and attributes,
/// of which there are few, and none that could run anything.
struct HTMLWriter: ~Copyable {
    /// An element with content.
    struct Element: Sendable {
        fileprivate let start: StaticString
        fileprivate let end: StaticString

        static let html = Element(start: "<html", end: "</html>")
        static let head = Element(start: "<head", end: "</head>")
        static let body = Element(start: "<body", end: "</body>")
        static let title = Element(start: "<title", end: "</title>")
        static let header = Element(start: "<header", end: "</header>")
        static let main = Element(start: "<main", end: "</main>")
        static let footer = Element(start: "<footer", end: "</footer>")
        static let section = Element(start: "<section", end: "</section>")
        static let h1 = Element(start: "<h1", end: "</h1>")
        static let h2 = Element(start: "<h2", end: "</h2>")
        static let h3 = Element(start: "<h3", end: "</h3>")
        static let p = Element(start: "<p", end: "</p>")
        static let strong = Element(start: "<strong", end: "</strong>")
        static let span = Element(start: "<span", end: "</span>")
        static let ul = Element(start: "<ul", end: "</ul>")
        static let ol = Element(start: "<ol", end: "</ol>")
        static let li = Element(start: "<li", end: "</li>")
        static let dl = Element(start: "<dl", end: "</dl>")
        static let dt = Element(start: "<dt", end: "</dt>")
        static let dd = Element(start: "<dd", end: "</dd>")
        static let time = Element(start: "<time", end: "</time>")
        static let a = Element(start: "<a", end: "</a>")
        static let table = Element(start: "<table", end: "</table>")
        static let caption = Element(start: "<caption", end: "</caption>")
        static let thead = Element(start: "<thead", end: "</thead>")
        static let tbody = Element(start: "<tbody", end: "</tbody>")
        static let tr = Element(start: "<tr", end: "</tr>")
        static let th = Element(start: "<th", end: "</th>")
        static let td = Element(start: "<td", end: "</td>")
        static let div = Element(start: "<div", end: "</div>")
        static let colgroup = Element(start: "<colgroup", end: "</colgroup>")
    }

    /// An element without content.
    struct Empty: Sendable {
        fileprivate let start: StaticString

        static let meta = Empty(start: "<meta")
        static let link = Empty(start: "<link")
        static let br = Empty(start: "<br")
        static let col = Empty(start: "<col")
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
        self.open(element.start, attributes)
        content(&self)
        self.raw(element.end)
    }

    mutating func element(_ element: Element, _ attributes: Attribute..., text: String) {
        self.open(element.start, attributes)
        self.text(text)
        self.raw(element.end)
    }

    // Most elements have one attribute or none: a list of it would be made for each.

    mutating func element(_ element: Element, _ attribute: Attribute, content: (inout HTMLWriter) -> Void) {
        self.raw(element.start)
        self.write(attribute)
        self.raw(">")
        content(&self)
        self.raw(element.end)
    }

    mutating func element(_ element: Element, _ attribute: Attribute, text: String) {
        self.element(element, attribute) { html in html.text(text) }
    }

    mutating func empty(_ element: Empty, _ attributes: Attribute...) { self.open(element.start, attributes) }

    /// Between elements that are no text, so that what is written can be read.
    mutating func line() { self.bytes.append(0x0A) }

    /// A stylesheet within the document itself, for a file. It holds nothing that ends the element.
    mutating func style(_ stylesheet: StaticString) {
        self.raw("<style>")
        self.raw(stylesheet)
        self.raw("</style>")
    }

    mutating func doctype() { self.raw("<!DOCTYPE html>\n") }

    private mutating func open(_ start: StaticString, _ attributes: [Attribute]) {
        self.raw(start)
        for attribute in attributes { self.write(attribute) }
        self.raw(">")
    }

    private mutating func write(_ attribute: Attribute) {
        switch attribute {
        case .id(let id): self.attribute(" id=\"", id)
        case .kind(let name): self.own(" class=\"", name)
        case .lang(let language): self.own(" lang=\"", language)
        case .scope(let scope): self.own(" scope=\"", scope)
        case .rowspan(let rows): self.attribute(" rowspan=\"", String(rows))
        case .width(let hundredths): self.attribute(" width=\"", "\(hundredths)%")
        case .labelledby(let id): self.attribute(" aria-labelledby=\"", id)
        case .under(let label): self.own(" data-label=\"", label)
        case .datetime(let date): self.attribute(" datetime=\"", date)
        case .href(let address):
            // Nothing that a person has written becomes an address; whatever did would lead nowhere.
            let leads = ["https://", "http://", "/", "#"].contains { address.hasPrefix($0) }
            self.attribute(" href=\"", leads ? address : "#")
        case .rel(let relation): self.own(" rel=\"", relation)
        case .charset: self.attribute(" charset=\"", "utf-8")
        case .name(let name): self.own(" name=\"", name)
        case .content(let content): self.attribute(" content=\"", content)
        }
    }

    /// - Parameter start: the name as it is written, up to the value.
    private mutating func attribute(_ start: StaticString, _ value: String) {
        self.raw(start)
        self.text(value)
        self.raw("\"")
    }

    /// A value that stands in this program, and holds nothing to escape.
    private mutating func own(_ start: StaticString, _ value: StaticString) {
        self.raw(start)
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
        text.withUTF8 { self.text(utf8: $0) }
    }

    /// Text, as UTF-8.
    mutating func text(utf8 bytes: UnsafeBufferPointer<UInt8>) {
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
