/// A bound value as it travels: text, or bytes for `bytea`.
package enum Parameter: Sendable, Equatable {
    case null
    case text(String)
    case bytes([UInt8])
    /// Until when the database must have begun with the call, on its own clock, in milliseconds since 1970; NULL for a
    /// call without a limit. A database that was silent and wakes up later can tell that it comes too late.
    case deadline
}

extension Parameter: PostgresBindable {
    package var postgresParameter: Parameter { self }
}
