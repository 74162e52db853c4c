enum RecipientBodyRoutes {
    private static let bodies = Resource(
        shape: RecipientBody.shape, table: "app.body", column: "body_id", parameter: "bodyId", path: "bodies",
        order: "t.name collate app.swedish", related: ["meetings": "meetings"])

    static let list = bodies.list(
        "listBodies", "Bodies that receive reports",
        "Every role of the municipality; the police see what their own management is called there. By name.")
    static let create = bodies.create(
        "createBody", "Add a body that receives reports", "A coordinator.", refusals: [.bodyNameTaken])
    static let show = bodies.show("getBody", "A body that receives reports", "Who may: as for the list.")
    static let change = bodies.change(
        "changeBody", "Change a body that receives reports",
        "A coordinator. Reports that were sent to it keep the name that it had.", refusals: [.bodyNameTaken])
}
