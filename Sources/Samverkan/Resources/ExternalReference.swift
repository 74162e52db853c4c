enum ExternalReference {
    static let shape = Shape(
        "ExternalReference", "The same matter in another system.",
        [
            .text("system", limit: 100, "The system.").required,
            .text("identifier", limit: 200, "Its id there.").required,
        ])
}
