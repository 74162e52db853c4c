import Foundation
import Samverkan
import TestSupport
import Testing
import Yams

/// The contract, both ways: every route is an operation of openapi.yaml, every operation there is a route.
@Suite struct RouteTests {
    private func operations() throws -> [(method: String, path: String, operation: [String: Any])] {
        let text = try String(contentsOfFile: "\(TestCluster.root)/openapi.yaml", encoding: .utf8)
        let document = try #require(try Yams.load(yaml: text) as? [String: Any])
        let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
        return paths.flatMap { path, methods in methods.map { ($0.key.uppercased(), path, $0.value) } }
    }

    @Test("Routes and operations are the same")
    func routesAndOperationsAreTheSame() throws {
        let documented = Set(try self.operations().map { "\($0.method) \($0.path)" })
        let served = Set(APIRoutes.all.map { "\($0.method) \($0.path)" })
        #expect(documented == served)
        #expect(served.count == APIRoutes.all.count)
    }

    @Test("What needs a log in says so")
    func whatNeedsALogInSaysSo() throws {
        let open = Set(
            try self.operations().filter { ($0.operation["security"] as? [Any])?.isEmpty == true }.map {
                "\($0.method) \($0.path)"
            })
        let withLogIn = Set((APIRoutes.withLogIn + APIRoutes.withBILogin).map { "\($0.method) \($0.path)" })
        #expect(open == Set(APIRoutes.all.map { "\($0.method) \($0.path)" }).subtracting(withLogIn))
    }

    @Test("Every operation is described with examples and errors")
    func everyOperationIsDescribedWithExamplesAndErrors() throws {
        for (method, path, operation) in try self.operations() {
            let name = "\(method) \(path)"
            #expect(
                operation["summary"] is String && operation["description"] is String
                    && operation["operationId"] is String, "\(name)")
            let responses = try #require(operation["responses"] as? [String: [String: Any]])
            #expect(responses["500"] != nil, "\(name)")
            if !APIRoutes.all.filter({ $0.path == path }).isEmpty, (operation["security"] as? [Any])?.isEmpty != true {
                #expect(
                    responses["401"] != nil && responses["404"] != nil && responses["503"] != nil
                        && (responses["403"] != nil || APIRoutes.withBILogin.contains { $0.path == path }), "\(name)")
            }
            let success = try #require(responses["200"] ?? responses["201"] ?? responses["204"])
            if responses["204"] != nil {
                #expect(success["content"] == nil, "\(name)")
                continue
            }
            let content = try #require(success["content"] as? [String: [String: Any]])
            #expect(content.values.allSatisfy { $0["example"] != nil }, "\(name)")
        }
    }

    @Test("The served specification is the file and its version the service")
    func theServedSpecificationIsTheFileAndItsVersionTheService() async throws {
        let file = try String(contentsOfFile: "\(TestCluster.root)/openapi.yaml", encoding: .utf8)
        try await TestServer.run { server in
            let answer = try await server.get("/openapi.yaml", as: nil)
            #expect(answer.status == 200 && answer.text == file)
            let info = try await server.get("/api-info", as: nil).json
            let document = try #require(try Yams.load(yaml: file) as? [String: Any])
            #expect((document["info"] as? [String: Any])?["version"] as? String == info["apiVersion"].string)
            #expect(info["apiStatus"].string == "beta")
            #expect(info["apiDocumentation"].string == "http://samverkan.example/samverkan/v1/openapi.yaml")
        }
    }

    /// Codes in the document and in the service are the same, so that none is undocumented.
    @Test("Every problem code is documented")
    func everyProblemCodeIsDocumented() throws {
        let text = try String(contentsOfFile: "\(TestCluster.root)/openapi.yaml", encoding: .utf8)
        let document = try #require(try Yams.load(yaml: text) as? [String: Any])
        let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]]
        #expect(
            Set(try #require(schemas?["ProblemCode"]?["x-extensible-enum"] as? [String])) == Set(APIRoutes.problemCodes)
        )
    }
}
