/// Where in the document a text stands.
struct Place: Hashable, Codable, Sendable {
    enum Part: String, Codable, Sendable { case body, textBox, header, footer, footnote, comment, properties, sheet }

    var part = Part.body
    /// Ascending through the document: the line of a text file, else a running number.
    var number: Int
    /// Of the tables, from 1, and in it the row and the column.
    var table: Int?
    var row: Int?
    var column: Int?
}
