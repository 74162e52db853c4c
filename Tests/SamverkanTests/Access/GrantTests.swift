import Postgres
import Samverkan
import TestSupport
import Testing

/// Who may enter, as the operator says it on the command line.
@Suite struct GrantTests {
    private static let (skara, district) = ("development:municipality:1495", "development:district:vastra-skaraborg")

    /// Runs `samverkan`, and gives what it printed; on a refusal what it said.
    private static func samverkan(_ database: TestDatabase, _ arguments: String..., status: Int32 = 0) async throws
        -> String
    {
        let result = try await TestCluster.run(
            "\(TestCluster.root)/.build/debug/samverkan", arguments + ["--state-dir", database.cluster.stateDirectory],
            environment: ["SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_ADMIN_DATABASE_URL": database.adminURL],
            status: nil)
        #expect(result.status == status, "\(arguments): \(result.error)")
        return status == 0 ? result.output : result.error
    }

    @Test("A grant that cannot hold is refused")
    func aGrantThatCannotHoldIsRefused() async throws {
        try await TestServer.run { server in
            let database = server.database
            _ = try await server.imported("lidkoping.md", as: .coordinatorOfLidkoping)
            let theirs =
                try await server.get("/municipalities/1494/responsible-parties", as: .coordinatorOfLidkoping).json[
                    "items"][0].id
            for (arguments, words) in [
                ([Self.skara, "anna", "reader", "--municipality", "1494"], "doesn't speak for that municipality"),
                ([Self.skara, "anna", "contributor", "--municipality", "1495"], "--party"),
                (
                    [Self.skara, "anna", "contributor", "--municipality", "1495", "--party", theirs],
                    "no such responsible party"
                ),
                ([Self.skara, "anna", "headOfDistrict", "--district", "vastra-skaraborg"], "no such role"),
                ([Self.skara, "anna", "king", "--municipality", "1495"], "no such role"),
                (
                    [Self.skara, "anna", "reader", "--municipality", "1495", "--district", "vastra-skaraborg"],
                    "a municipality or for a district"
                ),
                (
                    [Self.district, "anna", "municipalOfficer", "--municipality", "1499"],
                    "doesn't speak for that municipality"
                ),
                (
                    [Self.district, "anna", "districtReader", "--district", "ostra-skaraborg"],
                    "doesn't speak for that district"
                ),
                (["https://nobody.example", "anna", "reader", "--municipality", "1495"], "no such issuer"),
            ] {
                let said = try await TestCluster.run(
                    "\(TestCluster.root)/.build/debug/samverkan",
                    ["grant", "add"] + arguments + ["--state-dir", database.cluster.stateDirectory],
                    environment: [
                        "SAMVERKAN_HOME": TestCluster.root, "SAMVERKAN_ADMIN_DATABASE_URL": database.adminURL,
                    ], status: 1
                ).error
                #expect(said.contains(words), "\(arguments): \(said)")
            }
            #expect(
                try database.administrator().run(["select count(*) from access.caller_grant where subject = 'anna'"])[0]
                    .first?.int(0) == 0)
            let ours =
                try await server.post(
                    "/municipalities/1495/responsible-parties", as: .coordinatorOfSkara,
                    ["name": "Polisen", "kind": "police", "form": "organisation"]
                ).json.id
            _ = try await Self.samverkan(
                database, "grant", "add", Self.skara, "anna", "contributor", "--municipality", "1495", "--party", ours)
            _ = try await Self.samverkan(
                database, "grant", "add", Self.district, "anna", "municipalOfficer", "--municipality", "1495")
            #expect(
                try database.administrator().run(["select count(*) from access.caller_grant where subject = 'anna'"])[0]
                    .first?.int(0) == 2)
        }
    }

    @Test("Yesterday puts somebody out at once")
    func yesterdayPutsSomebodyOutAtOnce() async throws {
        try await TestServer.run { server in
            let database = server.database
            let path = "/municipalities/1495/measures"
            #expect(try await server.get(path, as: .readerOfSkara).status == 200)
            let (yesterday, tomorrow) = try #require(
                database.administrator().run(["select app.today() - 1, app.today() + 1"])[0].first.map {
                    ($0[0] ?? "", $0[1] ?? "")
                })
            _ = try await Self.samverkan(
                database, "grant", "add", Self.skara, "reader", "reader", "--municipality", "1495", "--until", yesterday
            )
            #expect(try await server.get(path, as: .readerOfSkara).status == 404)
            _ = try await Self.samverkan(
                database, "grant", "add", Self.skara, "reader", "reader", "--municipality", "1495", "--until", tomorrow)
            #expect(try await server.get(path, as: .readerOfSkara).status == 200)
            #expect(
                try await Self.samverkan(database, "grant", "end", Self.skara, "reader").contains(
                    "ended: reader of reader"))
            #expect(try await server.get(path, as: .readerOfSkara).status == 404)
            #expect(
                try await Self.samverkan(database, "grant", "end", Self.skara, "reader", status: 1).contains("refused"))
            #expect(
                try await Self.samverkan(
                    database, "grant", "add", Self.skara, "reader", "reader", "--municipality", "1495", "--until",
                    "2026-02-30", status: 1
                ).contains("refused"))
            #expect(
                try await Self.samverkan(
                    database, "grant", "add", Self.skara, "reader", "reader", "--municipality", "1495", "--until",
                    "tomorrow", status: 64
                ).contains("YYYY-MM-DD"))
        }
    }

    @Test("What is there is listed")
    func whatIsThereIsListed() async throws {
        let database = try await TestCluster.shared.value.database()
        let municipalities = try await Self.samverkan(database, "municipality", "list").split(separator: "\n")
        #expect(municipalities.count == 8 && municipalities.contains("1495\tSkara\tvastra-skaraborg"))
        try database.administrator().run([
            "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1470'"
        ])
        let grants = try await Self.samverkan(database, "grant", "list", "--municipality", "1470").split(
            separator: "\n")
        #expect(
            grants.contains {
                $0.hasPrefix("\(Self.district)\tmunicipal-officer-1470\tmunicipalOfficer\t1470")
                    && $0.hasSuffix("no: municipality")
            })
        #expect(grants.contains { $0.contains("\tcoordinator\t") && $0.hasSuffix("\tyes") })
        #expect(!grants.contains { $0.contains("1495") })
    }

    @Test("An issuer is not moved silently")
    func anIssuerIsNotMovedSilently() async throws {
        try await TestServer.run { server in
            let database = server.database
            let refused = try await Self.samverkan(
                database, "grant", "issuer", Self.skara, "--municipality", "1494", status: 1)
            #expect(refused.contains("speaks for municipality 1495"))
            #expect(try await server.get("/me", as: .readerOfSkara).status == 200)
            #expect(
                try await Self.samverkan(database, "grant", "issuer", Self.skara, "--municipality", "1495")
                    == "issuer \(Self.skara): municipality\n")
            #expect(try await server.get("/me", as: .readerOfSkara).status == 200)
            #expect(
                try await Self.samverkan(database, "grant", "issuer", Self.skara, "--municipality", "1494", "--move")
                    .contains("4 grants ended"))
            #expect(try await server.get("/me", as: .readerOfSkara).status == 403)
        }
    }

    @Test("A code that is none of the municipalities is refused")
    func aCodeThatIsNoneOfTheMunicipalitiesIsRefused() async throws {
        let database = try await TestCluster.shared.value.database()
        for code in ["1234", "0000", "149", "14955"] {
            #expect(
                try await Self.samverkan(database, "municipality", "add", code, "Ingenstad", status: 64).contains(
                    "none of the 290"), "\(code)")
        }
        #expect(try await Self.samverkan(database, "municipality", "add", "0114", "Upplands Väsby").contains("0114"))
    }

    /// An officer's municipality has moved to another district: that grant lets nobody in, and takes nothing else away.
    @Test("A grant that no longer holds takes nothing away")
    func aGrantThatNoLongerHoldsTakesNothingAway() async throws {
        try await TestServer.run { server in
            _ = try await server.wholeDemo()
            let officer = try TestServer.Person.officerOfSkara.caller
            try server.database.administrator().run([
                "insert into access.caller_grant (issuer, subject, role, municipality_code) values (\(officer.issuer), \(officer.subject), 'municipalOfficer', '1494')",
                "update app.municipality set district_code = 'ostra-skaraborg' where municipality_code = '1494'",
            ])
            let waiting = try await server.get("/me/measures?limit=100", as: .officerOfSkara)
            #expect(
                waiting.status == 200 && waiting.json["items"].items.count > 0
                    && waiting.json["items"].items.allSatisfy { $0["municipalityCode"].string == "1495" })
            #expect(
                try await server.get("/me", as: .officerOfSkara).json["grants"].items.compactMap {
                    $0["municipalityCode"].string
                } == ["1495"])
        }
    }
}
