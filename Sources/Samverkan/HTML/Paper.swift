import NIOCore

/// What a paper needs beside the document that it shows.
struct PaperFrame: Sendable {
    let letterhead: Letterhead
    let words: Words
    /// The address of the stylesheet.
    let stylesheet: String
    /// For a Word file, whose template stands for the stylesheet.
    var isForWord = false
}

/// A document as a page in Swedish that is read, printed and put before a meeting, made of the JSON of the same answer:
/// what that doesn't show, it doesn't either.
struct Paper: Sendable {
    typealias Value = WrittenJSON.Value

    /// Items that a list has at once. One that has more says so.
    static let limit = 1_000

    let page: @Sendable (Value, PaperFrame) -> ByteBuffer
    /// What it is called as a file, when it is one that is taken home; nil for what is looked at.
    var fileName: (@Sendable (Value) -> String)?
    /// What a browser may do with it, where that isn't what it may with pages.
    var policy: String?
    /// What it is called.
    private let title: (@Sendable (Value, PaperFrame) -> String)?

    /// Whether it is what was sent, of which there are no working copies.
    var isOriginal: Bool { self.title == nil }

    /// What it is called as a Word file: its title and whose it is.
    func wordName(_ document: Value, _ frame: PaperFrame) -> String {
        [self.title?(document, frame) ?? "", frame.letterhead.authority].filter { !$0.isEmpty }.joined(separator: " – ")
            + ".docx"
    }

    init(
        file fileName: @escaping @Sendable (Value) -> String, policy: String,
        page: @escaping @Sendable (Value) -> ByteBuffer
    ) {
        self.page = { document, _ in page(document) }
        self.fileName = fileName
        self.policy = policy
        self.title = nil
    }

    /// - Parameters:
    ///   - title: what the paper is called.
    ///   - mark: what it is a version of, as «Utkast»; nil for what stands.
    ///   - content: everything below its title.
    init(
        title: @escaping @Sendable (Value, PaperFrame) -> String,
        mark: @escaping @Sendable (Value, PaperFrame) -> String? = { _, _ in nil },
        content: @escaping @Sendable (inout HTMLWriter, Value, PaperFrame) -> Void
    ) {
        self.title = title
        self.page = { document, frame in
            Self.page(title(document, frame), mark(document, frame), frame, capacity: document.capacity) {
                content(&$0, document, frame)
            }
        }
    }

    private static func page(
        _ title: String, _ mark: String?, _ frame: PaperFrame, capacity: Int,
        _ content: (inout HTMLWriter) -> Void
    ) -> ByteBuffer {
        var html = HTMLWriter(capacity: capacity)
        let authority = frame.letterhead.authority
        html.doctype()
        html.element(.html, .lang("sv")) { html in
            html.element(.head) { html in
                html.empty(.meta, .charset)
                // A Word file's title is its heading.
                if !frame.isForWord {
                    html.element(
                        .title,
                        text: [mark.map { "\($0): \(title)" } ?? title, authority].filter { !$0.isEmpty }
                            .joined(separator: " – "))
                    html.empty(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                    html.empty(.link, .rel("stylesheet"), .href(frame.stylesheet))
                }
            }
            html.line()
            func whose(_ html: inout HTMLWriter) {
                html.element(.p, .kind("authority"), text: authority)
                if let mark { html.element(.p, .kind("mark"), text: mark) }
            }
            html.element(.body) { html in
                // A Word file's title is a heading that stands first in the body itself.
                if frame.isForWord {
                    html.element(.h1, text: title)
                    whose(&html)
                    return content(&html)
                }
                html.element(.header) { html in whose(&html) }
                html.line()
                html.element(.main) { html in
                    html.element(.h1, text: title)
                    html.line()
                    content(&html)
                }
            }
            html.line()
        }
        return html.finish()
    }
}
