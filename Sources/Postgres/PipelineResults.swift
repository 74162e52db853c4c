/// What a pipeline's statements gave, by their tickets.
package struct PipelineResults: Sendable {
    private let results: [QueryResult]

    /// - Parameter results: one for each statement of the pipeline, in order.
    package init(_ results: [QueryResult]) { self.results = results }

    package subscript(ticket: Pipeline.Ticket) -> QueryResult { self.results[ticket.place] }
}
