import HTTPTypes

/// The routes as others may see them: method, path and operation, for holding them against openapi.yaml.
package enum APIRoutes {
    package struct Endpoint: Hashable, Sendable {
        package let method: String
        package let path: String
        package let operation: String

        fileprivate init(_ route: Route) {
            self.method = route.method.rawValue
            self.path = route.path
            self.operation = route.operation.id
        }
    }

    package static var all: [Endpoint] { Routes.all.map(Endpoint.init) }

    /// Those that a BI login reads.
    package static var withBILogin: [Endpoint] {
        Routes.all.filter { $0.operation.access == .biLogin }.map(Endpoint.init)
    }

    /// Those that need a token.
    package static var withLogIn: [Endpoint] {
        Routes.all.filter { $0.operation.access == .token }.map(Endpoint.init)
    }

    package static var problemCodes: [String] { ProblemCode.allCases.map(\.rawValue) }
}
