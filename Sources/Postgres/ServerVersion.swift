/// Which PostgreSQL the server is, as `server_version_num` says it: 150020 is 15.20.
package struct ServerVersion: Sendable, CustomStringConvertible {
    package let number: Int

    package init(number: Int) { self.number = number }

    package var description: String { "\(self.number / 10_000).\(self.number % 10_000)" }

    /// The first minor version of each major one that mends what this service's isolation depends on (CVE-2026-120154
    /// and others).
    private static let safe = [15: 20, 16: 16, 17: 12, 18: 7]

    /// Why this version should not be used; nil for one that is not known to have holes. Versions before 15 lack what
    /// is used here.
    package var knownHole: String? {
        guard let minor = Self.safe[self.number / 10_000] else {
            return self.number < 150_000 ? "PostgreSQL \(self) is too old; 15.20 or later is needed" : nil
        }
        return self.number % 10_000 < minor
            ? "PostgreSQL \(self) has known holes in its isolation; \(self.number / 10_000).\(minor) or later is needed"
            : nil
    }
}
