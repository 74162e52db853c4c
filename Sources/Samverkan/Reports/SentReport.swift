import Crypto
import FoundationEssentials
import NIOCore

/// A report that was sent, as one file that needs nothing else. It is made of the text that is kept letter by letter, and
/// of nothing that a later release, a renamed municipality or another word could change; so it is the same bytes each
/// time. Of a text in form v1 nothing here may ever be written otherwise: a test holds its bytes.
enum SentReport {
    static let paper = Paper(
        file: { sent in "redovisning-\((sent["sha256"].text ?? "").prefix(12)).html" },
        policy:
            "default-src 'none'; style-src '\(Self.styleDigest)'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        page: { sent in
            let kept = WrittenJSON(Array((sent["text"].text ?? "").utf8)).root
            return Self.page(kept["document"].text ?? "", sha256: sent["sha256"].text ?? "")
        })

    private static let styleDigest: String = {
        let bytes = UnsafeBufferPointer(start: Self.style.utf8Start, count: Self.style.utf8CodeUnitCount)
        return "sha256-\(Data(SHA256.hash(data: Data(bytes))).base64EncodedString())"
    }()

    private static let style: StaticString =
        """
        body { margin: 0 auto; max-width: 45rem; padding: 1rem; color: #1a1a1a; background: #fff; \
        font: 1rem/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; font-variant-ligatures: none; \
        overflow-wrap: break-word; } \
        h1, h2, h3 { line-height: 1.25; break-after: avoid; } \
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 1.75rem; } h3 { font-size: 1.05rem; } \
        p { margin: 0 0 .75rem; } li { margin-bottom: .25rem; } \
        footer { margin-top: 2rem; border-top: 1px solid #8a8a8a; font-size: .85rem; overflow-wrap: anywhere; } \
        @page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: "Sida " counter(page) " av " counter(pages); \
        font: 9pt Arial, sans-serif; } }
        """

    /// How the parts of a text in form v1 begin.
    private static let headings = [
        "FÖRSLAG TILL BESLUT", "SAMMANFATTNING", "DET HÄR LOVADES", "DET HÄR BLEV GJORT",
        "DET HÄR BLEV INTE GJORT, ELLER BARA DELVIS, OCH VARFÖR", "DET HÄR PÅGÅR ELLER ÄR INTE PÅBÖRJAT",
        "OM DET HÄR HAR INGEN RAPPORTERAT", "OMRÅDE FÖR OMRÅDE", "DET HÄR UTGICK UNDER ÅRET", "SVAR SAKNAS",
        "DET HÄR ÄNDRAS NÄSTA ÅR", "ÅTGÄRDER EFTER OMRÅDE OCH LÄGE", "BILAGOR",
    ]

    private static func page(_ document: String, sha256: String) -> ByteBuffer {
        let lines = document.split(separator: "\n", omittingEmptySubsequences: false)
        let title = String(lines.first ?? "")
        var html = HTMLWriter()
        html.doctype()
        html.element(.html, .lang("sv")) { html in
            html.element(.head) { html in
                html.empty(.meta, .charset)
                html.element(.title, text: title.isEmpty ? "Redovisning" : title)
                html.empty(.meta, .name("viewport"), .content("width=device-width, initial-scale=1"))
                html.style(Self.style)
            }
            html.line()
            html.element(.body) { html in
                html.element(.main) { html in
                    html.element(.h1, text: title)
                    html.line()
                    Self.write(&html, lines.dropFirst())
                }
                html.line()
                html.element(.footer) { html in
                    html.element(.p, text: "Den skickade texten, form v1. SHA-256: \(sha256)")
                }
            }
            html.line()
        }
        return html.finish()
    }

    private static func write(_ html: inout HTMLWriter, _ lines: ArraySlice<Substring>) {
        // The lines of a list's items, each with those that belong to it.
        var items: [[Substring]] = []
        var isAreas = false
        func ended(_ html: inout HTMLWriter) {
            if items.isEmpty { return }
            html.element(.ul) { html in
                for item in items {
                    html.element(.li) { html in
                        for (number, line) in item.enumerated() {
                            if number > 0 { html.empty(.br) }
                            html.text(String(line))
                        }
                    }
                }
            }
            html.line()
            items = []
        }
        for line in lines {
            if line.hasPrefix("– ") {
                items.append([line.dropFirst(2)])
            } else if line.hasPrefix("  "), !items.isEmpty {
                items[items.count - 1].append(line.dropFirst(2))
            } else if line.isEmpty {
                ended(&html)
            } else {
                ended(&html)
                if Self.headings.contains(where: { line == $0 || line.hasPrefix("\($0) (") }) {
                    isAreas = line == "OMRÅDE FÖR OMRÅDE"
                    html.element(.h2, text: line.prefix(1) + line.dropFirst().lowercased())
                } else if isAreas, Self.beginsWithNumber(line) {
                    html.element(.h3, text: String(line))
                } else {
                    html.element(.p, text: String(line))
                }
                html.line()
            }
        }
        ended(&html)
    }

    /// «3. Grannsamverkan».
    private static func beginsWithNumber(_ line: Substring) -> Bool {
        let rest = line.drop { ("0"..."9").contains($0) }
        return rest.count < line.count && rest.hasPrefix(". ")
    }
}
