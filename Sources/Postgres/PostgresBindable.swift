/// What can be bound to a statement. PostgreSQL decides the type from where the value stands.
package protocol PostgresBindable: Sendable {
    var postgresParameter: Parameter { get }
}

extension String: PostgresBindable {
    package var postgresParameter: Parameter { .text(self) }
}

extension Int: PostgresBindable {
    package var postgresParameter: Parameter { .text(String(self)) }
}

extension Bool: PostgresBindable {
    package var postgresParameter: Parameter { .text(self ? "t" : "f") }
}

/// An array of bytes is a `bytea`; an array of anything else does not bind (send `jsonb` or repeat the statement).
extension Array: PostgresBindable where Element == UInt8 {
    package var postgresParameter: Parameter { .bytes(self) }
}
