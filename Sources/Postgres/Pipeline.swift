/// Statements that run in one round trip, each of which leaves a ticket for its result.
package struct Pipeline: Sendable {
    /// Stands for the result of one statement of a pipeline.
    package struct Ticket: Sendable {
        let place: Int
    }

    package private(set) var statements: [Statement] = []

    package init(_ statements: [Statement] = []) { self.statements = statements }

    @discardableResult
    package mutating func add(_ statement: Statement) -> Ticket {
        self.statements.append(statement)
        return Ticket(place: self.statements.count - 1)
    }

    /// The ticket of the statement that was added last.
    package var last: Ticket { Ticket(place: self.statements.count - 1) }

    package mutating func add(_ statements: [Statement]) { self.statements += statements }
}
