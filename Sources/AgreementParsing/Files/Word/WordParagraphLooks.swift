/// What a paragraph or its style says of it.
struct WordParagraphLooks {
    var style: String?
    /// 0 is the highest; 9 is running text.
    var outline: Int?
    var numbering: String?
    var numberingLevel: Int?
}
