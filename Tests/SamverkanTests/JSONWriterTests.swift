import Foundation
import NIOCore
@testable import Samverkan
import TestSupport
import Testing

/// What the writer makes of any text, against Foundation's reading of it.
@Suite struct JSONWriterTests {
    @Test("Every text is read back as it was")
    func everyTextIsReadBackAsItWas() throws {
        var texts = ["", "å", "\"", "\\", "\u{1}", "\u{1F}\u{20}\u{7F}", "🌲", "a\nb\tc\rd"]
        // Each character that needs escaping at each place of words of eight and their ends.
        for length in 1...20 {
            for place in 0..<length {
                for character in ["\"", "\\", "\u{0}", "\u{B}", "ö", "\u{80}"] {
                    texts.append(
                        String(repeating: "x", count: place) + character
                            + String(repeating: "y", count: length - place - 1))
                }
            }
        }
        for text in texts {
            var json = JSONWriter(capacity: 8)
            json.string(text)
            let written = String(buffer: json.finish())
            #expect(try JSONDecoder().decode([String].self, from: Data("[\(written)]".utf8)) == [text], "\(written)")
        }
    }
}
