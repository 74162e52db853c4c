/// A municipality (kommun) and what it calls things.
enum Municipality {
    static let shape = Shape(
        "Municipality", "A municipality.",
        [
            .text("code", "m.municipality_code", "SCB's code of the municipality, four digits.").always,
            .text("name", "m.name", "Its name.").always,
            .object(
                "labels",
                Shape(
                    "Labels", "What a municipality calls things.",
                    [
                        .text(
                            "crimePreventionGroup", "m.group_label", limit: 100,
                            "What the crime prevention group is called."
                        ).required,
                        .text("actionPlan", "m.plan_label", limit: 100, "What the action plan is called.").required,
                    ]), "What it calls things."
            ).later.always,
            .policeDistrict("d", "Its police district."),
            .version("m.version"),
        ])
}
