import HTTPTypes

/// The routes as others may see them: method and path, for holding them against openapi.yaml.
package enum APIRoutes {
    package struct Endpoint: Hashable, Sendable {
        package let method: String
        package let path: String
    }

    package static var all: [Endpoint] { Routes.all.map { Endpoint(method: $0.method.rawValue, path: $0.path) } }

    /// Those that need a log-in.
    package static var withLogIn: [Endpoint] {
        Routes.all.filter { $0.operation.access == .token }.map { Endpoint(method: $0.method.rawValue, path: $0.path) }
    }

    package static var problemCodes: [String] { ProblemCode.allCases.map(\.rawValue) }
}
