/// One SQL statement and the values bound to it.
///
/// Interpolation binds: `"select … where id = \(id)"` sends `$1` and the value apart, so a value can never become SQL.
/// The one way round that is ``StringInterpolation/appendInterpolation(unsafeSQL:)``, named so that it can be searched
/// for.
package struct Statement: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1`, `$2`, … where values were interpolated. Also the key of the prepared statement.
    package let sql: String
    package let parameters: [Parameter]
    /// Where in the text each value's `$n` begins, in bytes, so that the statement can become part of another.
    private let places: [Int]

    private init(sql: String, parameters: [Parameter], places: [Int]) {
        self.sql = sql
        self.parameters = parameters
        self.places = places
    }

    /// The same statement behind `prefix`, with the same values: for EXPLAIN.
    package func prefixed(by prefix: StaticString) -> Statement {
        Statement(
            sql: "\(prefix)" + self.sql, parameters: self.parameters,
            places: self.places.map { $0 + prefix.utf8CodeUnitCount })
    }

    package init(stringLiteral value: String) {
        self.init(sql: value, parameters: [], places: [])
    }

    package init(stringInterpolation: StringInterpolation) {
        self.init(
            sql: stringInterpolation.sql, parameters: stringInterpolation.parameters, places: stringInterpolation.places
        )
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql = ""
        fileprivate var parameters: [Parameter] = []
        fileprivate var places: [Int] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            self.sql.reserveCapacity(literalCapacity + interpolationCount * 3)
            self.places.reserveCapacity(interpolationCount)
            self.parameters.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            self.sql += literal
        }

        /// Another statement as a part of this one, its values bound.
        package mutating func appendInterpolation(_ statement: Statement) {
            let text = statement.sql.utf8
            var end = text.startIndex
            for (number, place) in statement.places.enumerated() {
                let start = text.index(text.startIndex, offsetBy: place)
                self.sql += String(statement.sql[end..<start])
                self.append(statement.parameters[number])
                end = text.index(start, offsetBy: "$\(number + 1)".utf8.count)
            }
            self.sql += String(statement.sql[end...])
        }

        private mutating func append(_ parameter: Parameter) {
            self.places.append(self.sql.utf8.count)
            self.parameters.append(parameter)
            self.sql += "$\(self.parameters.count)"
        }

        package mutating func appendInterpolation(_ value: some PostgresBindable) {
            self.append(value.postgresParameter)
        }

        package mutating func appendInterpolation(_ value: (some PostgresBindable)?) {
            self.append(value?.postgresParameter ?? .null)
        }

        /// Puts `unsafeSQL` into the statement as it is. Never for anything that came from outside the program.
        package mutating func appendInterpolation(unsafeSQL: String) {
            self.sql += unsafeSQL
        }
    }
}
