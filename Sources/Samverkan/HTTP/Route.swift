import HTTPTypes
import Hummingbird

/// A method on a path, who may call it, and what answers it. Paths are written as in openapi.yaml.
struct Route: Sendable {
    enum Access: Sendable {
        /// No log-in.
        case anyone
        /// A bearer token; what its caller may see is decided in the database.
        case token
    }

    let method: HTTPRequest.Method
    let path: String
    let access: Access
    let handle: @Sendable (Call) async throws -> Response

    static func get(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .get, path: path, access: .token, handle: handle)
    }

    static func get(_ path: String, _ access: Access, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .get, path: path, access: access, handle: handle)
    }

    static func post(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .post, path: path, access: .token, handle: handle)
    }

    static func put(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .put, path: path, access: .token, handle: handle)
    }

    static func patch(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .patch, path: path, access: .token, handle: handle)
    }

    static func delete(_ path: String, _ handle: @escaping @Sendable (Call) async throws -> Response) -> Route {
        Route(method: .delete, path: path, access: .token, handle: handle)
    }
}
