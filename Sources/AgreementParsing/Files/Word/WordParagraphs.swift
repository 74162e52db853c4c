/// A field: an instruction, and the result that is shown.
struct WordField {
    var instruction = ""
    var isResult = false
    /// Of an old check box, whether it is checked.
    var box: Bool?
    /// Page numbers are no text of the document's.
    var isPageNumber: Bool { ["PAGE", "NUMPAGES", "SECTIONPAGES"].contains(self.kind) }
    var isContents: Bool { self.kind == "TOC" }
    private var kind: String {
        self.instruction.split(whereSeparator: { $0.isBlank || $0 == "\\" }).first.map { $0.uppercased() } ?? ""
    }
}
