/// One SQL statement and the values bound to it.
///
/// Interpolation binds: `"select … where id = \(id)"` sends `$1` and the value apart, so a value can never become SQL.
/// The one way round that is ``StringInterpolation/appendInterpolation(unsafeSQL:)``, named so that it can be searched for.
public struct Statement: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2`, … where values were interpolated. Also the key of the prepared statement.
    public let sql: String
    public let parameters: [Parameter]
    /// The text before each value and behind the last, so that the statement can become part of another.
    private let pieces: [String]

    private init(pieces: [String], parameters: [Parameter]) {
        self.sql = pieces.dropFirst().enumerated().reduce(pieces[0]) { "\($0)$\($1.offset + 1)\($1.element)" }
        self.parameters = parameters
        self.pieces = pieces
    }

    /// The same statement behind `prefix`, with the same values: for EXPLAIN.
    package func prefixed(by prefix: StaticString) -> Statement {
        Statement(pieces: ["\(prefix)" + self.pieces[0]] + self.pieces.dropFirst(), parameters: self.parameters)
    }

    /// The same text with other values.
    package func mapParameters(_ transform: (Parameter) -> Parameter) -> Statement {
        Statement(pieces: self.pieces, parameters: self.parameters.map(transform))
    }

    public init(stringLiteral value: String) {
        self.init(pieces: [value], parameters: [])
    }

    public init(stringInterpolation: StringInterpolation) {
        self.init(pieces: stringInterpolation.pieces, parameters: stringInterpolation.parameters)
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces = [""]
        fileprivate var parameters: [Parameter] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            self.pieces.reserveCapacity(interpolationCount + 1)
            self.parameters.reserveCapacity(interpolationCount)
        }

        public mutating func appendLiteral(_ literal: String) {
            self.pieces[self.pieces.count - 1] += literal
        }

        /// Another statement as a part of this one, its values bound.
        public mutating func appendInterpolation(_ statement: Statement) {
            self.appendLiteral(statement.pieces[0])
            for (piece, parameter) in zip(statement.pieces.dropFirst(), statement.parameters) {
                self.appendInterpolation(parameter)
                self.appendLiteral(piece)
            }
        }

        public mutating func appendInterpolation(_ value: some PostgresBindable) {
            self.parameters.append(value.postgresParameter)
            self.pieces.append("")
        }

        public mutating func appendInterpolation(_ value: (some PostgresBindable)?) {
            self.parameters.append(value?.postgresParameter ?? .null)
            self.pieces.append("")
        }

        /// Puts `unsafeSQL` into the statement as it is. Never for anything that came from outside the program.
        public mutating func appendInterpolation(unsafeSQL: String) {
            self.appendLiteral(unsafeSQL)
        }
    }
}

/// A bound value as it travels: text, or bytes for `bytea`.
public enum Parameter: Sendable, Equatable {
    case null
    case text(String)
    case bytes([UInt8])
    /// Until when the database must have begun with the call, on its own clock, in milliseconds since 1970; NULL for a call without
    /// a limit. A database that was silent and wakes up later can tell that it comes too late.
    case deadline
}

/// What can be bound to a statement. PostgreSQL decides the type from where the value stands.
public protocol PostgresBindable: Sendable {
    var postgresParameter: Parameter { get }
}

extension Parameter: PostgresBindable {
    public var postgresParameter: Parameter { self }
}

extension String: PostgresBindable {
    public var postgresParameter: Parameter { .text(self) }
}

extension Int: PostgresBindable {
    public var postgresParameter: Parameter { .text(String(self)) }
}

extension Bool: PostgresBindable {
    public var postgresParameter: Parameter { .text(self ? "t" : "f") }
}

/// An array of bytes is a `bytea`; an array of anything else does not bind (send `jsonb` or repeat the statement).
extension Array: PostgresBindable where Element == UInt8 {
    public var postgresParameter: Parameter { .bytes(self) }
}
