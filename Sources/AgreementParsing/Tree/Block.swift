enum Block {
    case paragraph(Paragraph)
    case table(Table)
    /// A line across the page.
    case rule(Place)

    var place: Place {
        switch self {
        case .paragraph(let paragraph): paragraph.place
        case .table(let table): table.place
        case .rule(let place): place
        }
    }
}
