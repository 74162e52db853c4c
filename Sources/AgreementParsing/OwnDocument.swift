/// What this service writes into its own files, so that they are known when they come back: in them each row of a table
/// is one measure, however many lines its text has and however many answer for it.
package enum OwnDocument {
    /// The category of a Word file.
    package static let category = "Samverkan, en åtgärd i varje rad"
    /// The head of a plan's table for a spreadsheet.
    package static let planColumns: [StaticString] = [
        "Område", "Orsak", "Åtgärd", "Ansvarig", "Uppföljning", "Mål", "När",
    ]
}
