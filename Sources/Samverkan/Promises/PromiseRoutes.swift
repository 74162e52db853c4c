import Hummingbird

/// | method and path | who may |
/// |---|---|
/// | GET …/promises, …/promises/{promiseId} | every role of the municipality; police of the district, from published on |
/// | POST …/promises, PATCH, DELETE …/promises/{promiseId} | coordinator, while the agreement is a draft |
enum PromiseRoutes {
    /// A promise is an annex of the agreement: written while that is a draft.
    static let promises = Resource(
        table: "app.promise", column: "promise_id", parameter: "promiseId", path: "promises", order: "t.agreement_id, t.position",
        fields: [
            Field("promisor", "promisor", .choice(["municipality", "police", "joint"]), required: true),
            Field("text", "text", .text(4_000), required: true),
            Field("preparedBy", "prepared_by", .text(500)),
        ],
        derived: [Field("agreementId", "agreement_id", .identifier), Field("state", "state", .text(20))])

    /// Body: the fields and `agreementId`, which stays.
    static let creation = Resource(
        table: "app.promise", column: "promise_id", parameter: "promiseId", path: "promises", order: "", fields: [Self.agreement] + Self.promises.fields,
        derived: [Field("state", "state", .text(20))], orderedWithin: (.agreement, Self.agreement))

    private static let agreement = Field("agreementId", "agreement_id", .identifier, required: true)

    static func remove(_ call: Call) async throws -> Response {
        try await Self.promises.remove(call, inUse: .partInUse, "Something depends on the promise.")
    }
}
