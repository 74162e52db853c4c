import Logging
import Synchronization

/// Tells the log of what may happen thousands of times in a second: the first of a kind at once, then once a minute at
/// most, with how many there were since.
final class SampledLog: Sendable {
    private struct Kind {
        var toldAt: Int
        var untold = 0
    }

    private let logger: Logger
    private let kinds = Mutex<[String: Kind]>([:])
    private static let interval = 60_000
    /// Kinds beyond these are told as one: some come from outside.
    private static let kindLimit = 200

    init(_ logger: Logger) { self.logger = logger }

    /// - Parameters:
    ///   - kind: what is counted together.
    ///   - metadata: of this one, which stands for the others.
    func note(
        _ kind: String, level: Logger.Level = .warning, _ message: String,
        _ metadata: @autoclosure () -> Logger.Metadata = [:]
    ) {
        let now = wallClockMilliseconds()
        let untold: Int? = self.kinds.withLock { kinds in
            var kind = kind
            if kinds[kind] == nil, kinds.count >= Self.kindLimit {
                kinds = kinds.filter { now - $0.value.toldAt < Self.interval }
                if kinds.count >= Self.kindLimit { kind = "other" }
            }
            guard let known = kinds[kind], abs(now - known.toldAt) < Self.interval else {
                let untold = kinds[kind]?.untold ?? 0
                kinds[kind] = Kind(toldAt: now)
                return untold
            }
            kinds[kind]?.untold += 1
            return nil
        }
        guard let untold else { return }
        var metadata = metadata()
        if untold > 0 { metadata["alsoSinceTheLast"] = .stringConvertible(untold) }
        self.logger.log(level: level, "\(message)", metadata: metadata)
    }

    /// What was told is over: the next of the kind is told at once.
    /// - Returns: whether there was any.
    @discardableResult
    func isOver(_ kind: String) -> Bool {
        self.kinds.withLock { $0.removeValue(forKey: kind) } != nil
    }
}

extension String {
    /// For the log: what came from outside, without line breaks and control characters, cut short.
    var printable: String {
        let hidden: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
        return String(
            String.UnicodeScalarView(
                self.unicodeScalars.prefix(200).map { hidden.contains($0.properties.generalCategory) ? "?" : $0 }))
    }
}
