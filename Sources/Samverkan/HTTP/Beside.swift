import Postgres
import Synchronization

/// What is read along with an answer, in the same round trip, for other forms of it than JSON.
final class Beside: Sendable {
    struct Reading {
        fileprivate let letterhead: Pipeline.Ticket
        fileprivate let words: Pipeline.Ticket?
    }

    private let letterhead = Mutex(Letterhead())
    private let named = Mutex<String?>(nil)

    /// What the answer is called as a file.
    var fileName: String? { self.named.withLock { $0 } }
    func name(_ fileName: String?) { self.named.withLock { $0 = fileName } }

    func add(to pipeline: inout Pipeline, _ code: String, _ service: Service) -> Reading {
        let isKnown = service.words.withLock { $0 != nil }
        return Reading(
            letterhead: pipeline.add(Letterhead.statement(code)),
            words: isKnown ? nil : pipeline.add(Words.statement))
    }

    func take(_ results: PipelineResults, _ reading: Reading, _ service: Service) {
        if let row = results[reading.letterhead].first { self.letterhead.withLock { $0 = Letterhead(row) } }
        if let ticket = reading.words, let words = results[ticket].first.map(Words.init), !words.isEmpty {
            service.words.withLock { $0 = words }
        }
    }

    /// Changes whenever what is read along does.
    var mark: String {
        let head = self.letterhead.withLock { $0 }
        return [head.code, head.municipality, head.plan, head.group, head.district].joined(separator: "\n")
    }

    func frame(_ service: Service, _ links: Links) -> PaperFrame {
        PaperFrame(
            letterhead: self.letterhead.withLock { $0 }, words: service.words.withLock { $0 } ?? Words(),
            stylesheet: links.href("/stylesheet"))
    }
}
