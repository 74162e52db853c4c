enum PromiseRoutes {
    private static let promises = Resource(
        shape: Promise.shape, table: "app.promise", column: "promise_id", parameter: "promiseId", path: "promises",
        order: "t.agreement_id, t.position", belonging: (.agreement, "agreement_id"))

    static let list = promises.list(
        "listPromises", "Citizen promises",
        "Every role of the municipality; the police of the district see them from published on. By agreement, in order."
    )
    static let create = promises.create(
        "createPromise", "Draft a citizen promise",
        "A coordinator. It is an annex of a draft agreement, and last among that agreement's.",
        refusals: [.documentLocked])
    static let show = promises.show("getPromise", "A citizen promise", "Who may: as for the list.")
    static let change = promises.change(
        "changePromise", "Change a citizen promise", "A coordinator, while its agreement is a draft.",
        refusals: [.documentLocked])
    static let remove = promises.remove(
        "deletePromise", "Remove a citizen promise", "A coordinator, while its agreement is a draft.",
        inUse: (.partInUse, "Something depends on the promise."))
}
