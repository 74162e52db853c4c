struct PDFWord {
    var text: String
    var box: PDFBox
    var isBold = false
    /// Of its font, in points.
    var size: Double?
    /// A blank stands behind it, at the end of its line, too.
    var hasBlank = false
}
