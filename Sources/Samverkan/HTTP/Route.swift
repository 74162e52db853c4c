import HTTPTypes

/// A method on a path, and the operation that answers there. Paths are written as in openapi.yaml.
struct Route: Sendable {
    let method: HTTPRequest.Method
    let path: String
    let operation: Operation
    /// The names of the path's parameters, in order.
    let parameters: [String]

    private init(_ method: HTTPRequest.Method, _ path: String, _ operation: Operation) {
        self.method = method
        self.path = path
        self.operation = operation
        self.parameters = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
            String($0.dropFirst().dropLast())
        }
    }

    static func get(_ path: String, _ operation: Operation) -> Route { Route(.get, path, operation) }
    static func post(_ path: String, _ operation: Operation) -> Route { Route(.post, path, operation) }
    static func put(_ path: String, _ operation: Operation) -> Route { Route(.put, path, operation) }
    static func patch(_ path: String, _ operation: Operation) -> Route { Route(.patch, path, operation) }
    static func delete(_ path: String, _ operation: Operation) -> Route { Route(.delete, path, operation) }

    /// Routes whose paths go on from one.
    static func below(_ path: String, _ routes: [Route]) -> [Route] {
        routes.map { Route($0.method, path + $0.path, $0.operation) }
    }
}
