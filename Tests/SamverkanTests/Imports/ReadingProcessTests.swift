import Foundation
import NIOHTTP1
import Samverkan
import TestSupport
import Testing

/// Documents are read by processes of their own: what one costs, and who waits for it.
@Suite struct ReadingProcessTests {
    private static let reader = "\(TestCluster.root)/.build/debug/samverkan-read"

    // MARK: What a document costs

    private static func document(_ measure: String, _ responsible: String = "Polisen", before: String = "") -> String {
        "# Handlingsplan 2026\n\n\(before)\n\n## Område 1: Trygghet\n\nOrsak\tÅtgärd\tAnsvarig\tUppföljning\nMörkt\t\(measure)\t\(responsible)\tHöst\n"
    }

    private static func filled(_ unit: String, _ bytes: Int) -> String {
        String(repeating: unit, count: bytes / unit.utf8.count)
    }

    /// Texts that a reader which looks back, or compares everything with everything, takes far too long for.
    private static let shapes: [(name: String, make: @Sendable (Int) -> String)] = [
        ("blanks among responsibles", { document("Å", "Polisen" + filled(" ", $0) + "x") }),
        ("blanks in parentheses", { document("Å", "Polisen (" + filled(" ", $0) + "x)") }),
        ("open parentheses", { document("Å", filled("( ", $0)) }),
        ("open bold contacts", { document("Å", filled("(**a ", $0)) }),
        ("contacts without an end", { document("Å", filled("(Kontakt: ", $0)) }),
        ("joined names", { document("Å", filled("A och ", $0)) }),
        ("a line of words", { document("Å", before: filled("ord ", $0)) }),
        ("a word", { document("Å", before: filled("o", $0)) }),
        ("stars", { document("Å", before: filled("* ", $0)) }),
        ("an area's blanks", { document("Å", before: "## Område" + filled(" ", $0) + "x") }),
        ("an area's digits", { document("Å", before: "## Område " + filled("1", $0) + "x") }),
        (
            "areas",
            { size in
                document(
                    "Å",
                    before: (0..<(size / 60)).map { "## Område \($0): Trygghet på plats nummer \($0) i vår tätort\n" }
                        .joined(separator: "\n"))
            }
        ),
        ("days", { document("Å", before: filled("2020-01-01 ", $0)) }),
        ("signatures", { document("Å", before: "# Underskrifter\n\nSkara" + filled(" ", $0) + "den") }),
        (
            "measures in a cell",
            { size in document(filled("a ", size / 40) + (0..<39).map { _ in "  " + filled("a ", size / 40) }.joined())
            }
        ),
    ]

    /// Seconds of processor time in user mode.
    private static func cost(_ text: String) async throws -> (seconds: Double, status: Int32) {
        let path = "/tmp/samverkan-shape-\(UUID().uuidString)"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let run = try await TestCluster.run(
            "/bin/bash",
            [
                "-c",
                "TIMEFORMAT=%U; time \(self.reader) text Skara 'Västra Skaraborg' <\(path) 2>/dev/null | cat >/dev/null",
            ], status: nil)
        return (Double(run.error.split(separator: "\n").last.map(String.init) ?? "") ?? 99, run.status)
    }

    @Test("A document costs as much as it is long", arguments: shapes.indices)
    func aDocumentCostsAsMuchAsItIsLong(_ index: Int) async throws {
        let shape = Self.shapes[index]
        let (short, long) = (20_000, 160_000)
        let first = try await Self.cost(shape.make(short)).seconds
        let second = try await Self.cost(shape.make(long)).seconds
        // Eight times the length may cost eight times as much, and half as much again; a square would be sixty-four
        // times. What a start of the process costs, some hundredths of a second, is in both.
        #expect(second < max(first, 0.05) * 12, "\(shape.name): \(first) s, \(second) s")
    }

    @Test("Documents beyond any agreement are refused before they are read")
    func documentsBeyondAnyAgreementAreRefusedBeforeTheyAreRead() async throws {
        try await TestServer.run { server in
            func answer(_ text: String) async throws -> TestServer.Response {
                try await server.post("/municipalities/1495/imports", as: .coordinatorOfSkara, document: text)
            }
            #expect(try await answer(Self.document("Belysning")).status == 201)
            let long = try await answer(Self.document("Belysning", before: Self.filled("ord ", 300_000)))
            #expect(long.status == 422 && long.code == "documentTooLarge")
            let lines = try await answer(Self.document("Belysning", before: Self.filled("ord\n", 4 * 5_001)))
            #expect(lines.status == 422 && lines.code == "documentTooLarge")
            #expect(try await answer(Self.filled("ord ", 1_200_000)).status == 413)
        }
    }

    /// A Word file says how large its text is before anything of it is unpacked. (Both files hold what they say.)
    @Test("Archives that unpack to too much are refused")
    func archivesThatUnpackToTooMuchAreRefused() async throws {
        let folder = "/tmp/samverkan-archives-\(UUID().uuidString)"
        let script = """
            import os, random, zipfile
            random.seed(7)
            os.makedirs("\(folder)")
            def write(name, text, how):
                with zipfile.ZipFile("\(folder)/" + name, "w", how) as archive:
                    archive.writestr("_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>')
                    archive.writestr("word/document.xml", text)
            words = " ".join(str(random.random()) for _ in range(1100000))
            write("long.docx", words[:20000001], zipfile.ZIP_STORED)
            write("blank.docx", " " * 2000000, zipfile.ZIP_DEFLATED)
            write("other.docx", "x", zipfile.ZIP_STORED)
            with zipfile.ZipFile("\(folder)/none.docx", "w") as archive: archive.writestr("other.xml", "x")
            """
        try await TestCluster.run("/usr/bin/python3", ["-c", script])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func reading(_ name: String) async throws -> String {
            try await TestCluster.run(
                "/bin/sh", ["-c", "\(Self.reader) word Skara 'Västra Skaraborg' <\(folder)/\(name) | cat"]
            ).output
        }
        #expect(try await reading("blank.docx").contains("tooLarge"))
        #expect(try await reading("none.docx").contains("broken"))
        // The server takes 10 MiB of a file, the reader 16.
        let long = try await TestCluster.run(
            "/bin/sh", ["-c", "\(Self.reader) word Skara 'Västra Skaraborg' <\(folder)/long.docx"], status: nil)
        #expect(long.status == 1 && long.error.contains("too large"))
        try await TestServer.run { server in
            let answer = try await server.request(
                .POST, "/municipalities/1495/imports", as: .coordinatorOfSkara,
                body: Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/blank.docx"))),
                type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            #expect(answer.status == 422 && answer.code == "documentTooLarge", "\(answer.text)")
        }
    }

    // MARK: Who waits for it

    /// A reader that never ends with Skara's documents, and reads everybody else's.
    private static func stuckReader() throws -> String {
        let path = "/tmp/samverkan-stuck-\(UUID().uuidString)"
        try
            "#!/bin/bash\nif [ \"$2\" = Skara ]; then exec -a \(path.dropFirst(5)) sleep 600; fi\nexec \(self.reader) \"$@\"\n"
            .write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        return path
    }

    private static func processes(_ name: String) async throws -> Int {
        Int(
            try await TestCluster.run("/bin/sh", ["-c", "pgrep -f -c '^\(name.dropFirst(5))' || true"]).output.filter(
                \.isNumber)) ?? -1
    }

    /// Once there are so many, or after that time. Reading waits for others' documents, too, so that one may begin late.
    private static func processes(_ name: String, until count: Int, within time: Duration = .seconds(60)) async throws
        -> Int
    {
        let deadline = ContinuousClock.now + time
        while try await self.processes(name) != count, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await self.processes(name)
    }

    @Test("A document that never ends holds up nobody else")
    func aDocumentThatNeverEndsHoldsUpNobodyElse() async throws {
        let reader = try Self.stuckReader()
        defer { try? FileManager.default.removeItem(atPath: reader) }
        try await TestServer.run(change: {
            $0.readerPath = reader
            $0.readingSeconds = 300
        }) { server in
            let document = try Scene.document("skara.txt")
            async let stuck = server.post("/municipalities/1495/imports", as: .coordinatorOfSkara, document: document)
            #expect(try await Self.processes(reader, until: 1) == 1)
            // One for each municipality.
            let second = try await server.post(
                "/municipalities/1495/imports", as: .coordinatorOfSkara, document: document)
            #expect(second.status == 503 && second.code == "overloaded" && second.header("Retry-After") == "5")
            let other = try await server.post(
                "/municipalities/1494/imports", as: .coordinatorOfLidkoping,
                document: try Scene.document("lidkoping.md"), type: "text/markdown")
            #expect(other.status == 201)
            #expect(try await server.get("/municipalities/1494", as: .coordinatorOfLidkoping).status == 200)
            try await TestCluster.run("/bin/sh", ["-c", "pkill -f '^\(reader.dropFirst(5))'"])
            let ended = try await stuck
            #expect(ended.status == 422 && ended.code == "documentUnreadable")
        }
        // By the clock it has its time, and then it is gone.
        try await TestServer.run(change: {
            $0.readerPath = reader
            $0.readingSeconds = 1
        }) { server in
            let ended = try await server.post(
                "/municipalities/1495/imports", as: .coordinatorOfSkara, document: try Scene.document("skara.txt"))
            #expect(ended.status == 422 && ended.code == "documentUnreadable")
            #expect(try await Self.processes(reader) == 0)
        }
    }

    @Test("A reader that ends before it has read the document ends nothing else")
    func aReaderThatEndsEarlyEndsNothingElse() async throws {
        let path = "/tmp/samverkan-early-\(UUID().uuidString)"
        try "#!/bin/sh\nexit 3\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await TestServer.run(change: { $0.readerPath = path }) { server in
            // More than a pipe holds, so that it is being sent when the reader ends.
            let document = String(repeating: "Samverkan mot brott.\n", count: 8_000)
            for _ in 1...12 {
                let answer = try await server.post(
                    "/municipalities/1495/imports", as: .coordinatorOfSkara, document: document)
                #expect(answer.status == 422 && answer.code == "documentUnreadable", "\(answer.text)")
            }
            #expect(try await server.get("/municipalities/1495", as: .coordinatorOfSkara).status == 200)
        }
    }

    @Test("A document whose sender leaves is no longer read")
    func aDocumentWhoseSenderLeavesIsNoLongerRead() async throws {
        let reader = try Self.stuckReader()
        defer { try? FileManager.default.removeItem(atPath: reader) }
        try await TestServer.run(change: {
            $0.readerPath = reader
            $0.readingSeconds = 300
        }) { server in
            let token = try await server.token(.coordinatorOfSkara)
            let document = try Scene.document("skara.txt")
            var connection: RawConnection? = try RawConnection(port: server.port)
            await connection?.send(
                "POST /samverkan/v1/municipalities/1495/imports HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\nContent-Type: text/plain\r\nContent-Length: \(document.utf8.count)\r\n\r\n\(document)"
            )
            #expect(try await Self.processes(reader, until: 1) == 1)
            connection = nil
            #expect(try await Self.processes(reader, until: 0, within: .seconds(10)) == 0)
        }
    }
}
