/// What is no character but says something.
struct Mark {
    enum Kind: String, Codable, Sendable {
        case picture, chart, diagram, embedded, hiddenText, struckText, trackedChanges, coveredCell, contents, offPage,
            unruled
    }

    let kind: Kind
    let place: Place
    /// What can be told of it: a picture's description, the text that was left out.
    var text = ""
}
