import Hummingbird
import Postgres

enum StatutoryDutyRoutes {
    static let list = Operation(
        "listStatutoryDuties", "The duties of the law",
        """
        Every role of the municipality, and nobody else: the police are no supervisor of it. Each duty of lag (2023:196) with \
        its section and where it stands. 6 § counts two years from a picture that was established or reaffirmed and from a \
        report that was sent or a plan that was closed, never from a single follow-up.
        """,
        answer: .document(StatutoryDuty.list, tagged: false)
    ) { call in
        var pipeline = Pipeline([
            "select app.require_row(count(*)) from app.municipality where municipality_code = \(call.code)"
        ])
        let rows = pipeline.add(
            """
            select \(unsafeSQL: StatutoryDuty.shape.selected)
            from app.statutory_duties(\(call.code)) d join app.municipality m on m.municipality_code = \(call.code)
            order by d.place
            """)
        let results = try await call.read(pipeline)
        return call.answer { json in
            json.key("duties")
            StatutoryDuty.shape.list(&json, results[rows])
            json.links(self: call.links.href("/municipalities/\(call.code)/statutory-duties")) { json in
                json.link(
                    "dutyFulfilments", rel: "related",
                    href: call.links.href("/municipalities/\(call.code)/duty-fulfilments"))
            }
        }
    }

    private static let fulfilments = Resource(
        shape: StatutoryDuty.fulfilment, table: "app.duty_fulfilment", column: "fulfilment_id",
        parameter: "fulfilmentId", path: "duty-fulfilments", order: "t.met_on desc")

    static let listFulfilments = fulfilments.list(
        "listDutyFulfilments", "What meets duties outside the service",
        "Every role of the municipality, and nobody else. Latest first.")
    static let createFulfilment = fulfilments.create(
        "createDutyFulfilment", "Enter what meets a duty outside the service",
        """
        A coordinator. The law's plan and picture are often others than the agreement's; a picture that is reaffirmed is \
        entered as `pictureUpdate`.
        """)
    static let showFulfilment = fulfilments.show(
        "getDutyFulfilment", "What meets a duty outside the service", "Who may: as for the list.")
    static let changeFulfilment = fulfilments.change(
        "changeDutyFulfilment", "Change what meets a duty outside the service", "A coordinator.")
}
