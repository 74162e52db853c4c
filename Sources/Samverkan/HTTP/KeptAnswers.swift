import DequeModule
import NIOCore
import Synchronization

/// Answers that were written already, by address and mark. One is sent again only when the database has just said, in
/// the caller's own transaction, that the mark is what this caller sees; so nothing here decides who sees what.
///
/// At most so many bytes are kept; what was kept first goes first.
final class KeptAnswers: Sendable {
    struct Key: Hashable, Sendable {
        /// Path and query, and the origin that links begin with.
        let address: String
        let origin: String
        let form: Form
    }

    /// What tells the answers of one address apart: it is another one whenever the answer is.
    struct Mark: Sendable, Equatable {
        /// What the database says of what is shown, the caller's role, where links lead, and this build's contract.
        let parts: String
        /// What stands between the quotes of the entity tag: the version, if there is one, and a checksum of the parts.
        let tag: String

        init(_ parts: [String], version: String?) {
            self.parts = parts.joined(separator: "\n")
            self.tag = (version.map { "\($0)." } ?? "") + Compression.checksum(ByteBuffer(string: self.parts))
        }
    }

    struct Answer: Sendable {
        let mark: Mark
        let body: ByteBuffer
        /// The body as gzip, once somebody wanted it.
        let compressed: ByteBuffer?
    }

    /// An answer in as many bytes as it has: a buffer's room is a power of two, up to twice as much.
    private struct Kept: Sendable {
        let mark: Mark
        let body: [UInt8]
        let compressed: [UInt8]?

        init(_ answer: Answer) {
            self.mark = answer.mark
            self.body = Array(buffer: answer.body)
            self.compressed = answer.compressed.map { Array(buffer: $0) }
        }

        func bytes(under key: Key) -> Int {
            self.body.count + (self.compressed?.count ?? 0) + key.address.utf8.count + KeptAnswers.bytesBeside
        }
    }

    /// What an answer takes beside what is written in it, roughly.
    static let bytesBeside = 256

    /// Of one address: for those inside, the police, and the one before while it is being replaced.
    private static let answersOfOne = 3

    private struct State {
        var answers: [Key: [Kept]] = [:]
        var order: Deque<Key> = []
        var bytes = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: in bytes.
    init(limit: Int = 16 * 1_048_576) { self.limit = limit }

    /// Whether an answer from this address is kept, under any mark.
    func has(_ key: Key) -> Bool { self.state.withLock { $0.answers[key] != nil } }

    func find(_ key: Key, _ mark: Mark) -> Answer? {
        let kept = self.state.withLock { $0.answers[key]?.first { $0.mark == mark } }
        return kept.map {
            Answer(
                mark: mark, body: ByteBuffer(bytes: $0.body), compressed: $0.compressed.map { ByteBuffer(bytes: $0) })
        }
    }

    func keep(_ key: Key, _ answer: Answer) {
        guard answer.body.readableBytes <= self.limit / 8 else { return }
        let answer = Kept(answer)
        self.state.withLock { state in
            var answers = state.answers[key] ?? []
            if answers.isEmpty { state.order.append(key) }
            if let place = answers.firstIndex(where: { $0.mark == answer.mark }) {
                state.bytes -= answers.remove(at: place).bytes(under: key)
            } else if answers.count == Self.answersOfOne {
                state.bytes -= answers.removeFirst().bytes(under: key)
            }
            answers.append(answer)
            state.answers[key] = answers
            state.bytes += answer.bytes(under: key)
            while state.bytes > self.limit, let first = state.order.popFirst() {
                for gone in state.answers.removeValue(forKey: first) ?? [] { state.bytes -= gone.bytes(under: first) }
            }
        }
    }

    var bytes: Int { self.state.withLock { $0.bytes } }
}
