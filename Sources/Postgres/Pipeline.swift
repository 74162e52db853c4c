/// Statements that run in one round trip, each of which leaves a ticket for its result.
public struct Pipeline: Sendable {
    /// Stands for the result of one statement of a pipeline.
    public struct Ticket: Sendable {
        fileprivate let place: Int
    }

    public private(set) var statements: [Statement] = []

    public init(_ statements: [Statement] = []) { self.statements = statements }

    @discardableResult
    public mutating func add(_ statement: Statement) -> Ticket {
        self.statements.append(statement)
        return Ticket(place: self.statements.count - 1)
    }

    public mutating func add(_ statements: [Statement]) { self.statements += statements }
}

/// What a pipeline's statements gave, by their tickets.
public struct PipelineResults: Sendable {
    private let results: [QueryResult]

    /// - Parameter results: one for each statement of the pipeline, in order.
    public init(_ results: [QueryResult]) { self.results = results }

    public subscript(ticket: Pipeline.Ticket) -> QueryResult { self.results[ticket.place] }
}
