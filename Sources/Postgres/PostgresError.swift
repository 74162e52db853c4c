/// Why statements did not run. Its description never holds a row's values: PostgreSQL puts those into message and
/// detail of an error, so neither is printed.
package enum PostgresError: Error, Sendable, Equatable {
    /// The server refused a statement.
    case server(ServerError)
    /// The connection broke while the statements were under way: whether they took effect is unknown.
    case connectionLost
    /// No connection to the database can be had now.
    case unavailable
    /// The database did not answer by the call's deadline: whether the statements took effect is unknown.
    case timedOut
    /// As many calls are waiting as the pool allows.
    case queueFull
    /// The call has waited for a connection as long as the pool allows. Nothing was sent.
    case waitedTooLong
    /// A text holds U+0000, which PostgreSQL cannot store. Refused before anything is sent.
    case nulCharacter
    /// The connection could not be opened; `reason` is libpq's, which names host, database and user.
    case cannotConnect(reason: String, afterPassword: Bool = false)

    package struct ServerError: Sendable, Equatable {
        /// Five characters, for example `23505`.
        package let sqlState: String
        package let constraint: String?
        package let schema: String?
        package let table: String?
        package let column: String?
        /// What a rule of the database's own (SQLSTATE class SV) says to go on with, as JSON. nil for every other
        /// error: PostgreSQL puts row values into the detail of its own.
        package let facts: String?
        /// Which of the statements failed, from 0; nil when it was the commit.
        package let statement: Int?
        /// The server's own words. May hold row values: for deciding on, never for printing.
        package let message: String
    }

    package var sqlState: String? {
        if case .server(let error) = self { error.sqlState } else { nil }
    }

    package var constraint: String? {
        if case .server(let error) = self { error.constraint } else { nil }
    }
}

extension PostgresError.ServerError {
    /// Values stand in the message of data errors. Class 42 (syntax and access rules) names only identifiers.
    package var printableMessage: String? {
        self.sqlState.hasPrefix("42") ? self.message : nil
    }
}

extension PostgresError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .server(let error):
            var text = "PostgreSQL refused the statement: SQLSTATE \(error.sqlState)"
            if let constraint = error.constraint { text += ", constraint \(constraint)" }
            if let table = error.table { text += ", table \(error.schema.map { $0 + "." } ?? "")\(table)" }
            if let column = error.column { text += ", column \(column)" }
            if let message = error.printableMessage { text += ": \(message)" }
            return text
        case .connectionLost: return "the connection to PostgreSQL was lost"
        case .unavailable: return "PostgreSQL can not be reached"
        case .timedOut: return "PostgreSQL did not answer in time"
        case .waitedTooLong: return "a call waited too long for a connection to PostgreSQL"
        case .queueFull: return "too many calls are waiting for PostgreSQL"
        case .nulCharacter: return "a text holds U+0000"
        case .cannotConnect(let reason, _): return "cannot connect to PostgreSQL: \(reason)"
        }
    }
}
