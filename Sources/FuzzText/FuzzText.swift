import AgreementParsing
import Glibc

@_cdecl("LLVMFuzzerTestOneInput")
package func fuzz(_ bytes: UnsafePointer<UInt8>?, _ length: Int) -> Int32 {
    FuzzText.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
    return 0
}

/// Anything at all as a text and as separated values: libFuzzer's target, see deploy/trial reader.
struct FuzzText {
    static let isPlanted = getenv("SAMVERKAN_FUZZ_PLANTED") != nil

    static func read(_ document: [UInt8]) {
        for kind in [DocumentKind.text, .separated] {
            guard let read = try? DocumentFile.read(kind, document, municipality: "Skara", district: "Västra Skaraborg")
            else { continue }
            // A fault of the kind that is looked for, to see that it is found.
            if self.isPlanted, read.measures.contains(where: { $0.text.utf8.contains(0x7E) }) { fatalError("planted") }
        }
    }
}
