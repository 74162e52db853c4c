import NIOCore
import Postgres
import Synchronization

/// What is read along with an answer, in the same round trip, for other forms of it than JSON.
final class Beside: Sendable {
    struct Reading {
        fileprivate let letterhead: Pipeline.Ticket
        fileprivate let words: Pipeline.Ticket?
        fileprivate let template: Pipeline.Ticket?
    }

    /// What a Word file is made of.
    struct WordFile: Sendable {
        let name: String
        let page: ByteBuffer
        /// The municipality's own.
        let template: [UInt8]?
    }

    private let letterhead = Mutex(Letterhead())
    private let named = Mutex<String?>(nil)
    private let template = Mutex<[UInt8]?>(nil)
    private let page = Mutex<ByteBuffer?>(nil)

    /// What the answer is called as a file.
    var fileName: String? { self.named.withLock { $0 } }
    func name(_ fileName: String?) { self.named.withLock { $0 = fileName } }

    /// The page that becomes a Word file.
    func makeWord(named name: String, _ page: ByteBuffer) {
        self.name(name)
        self.page.withLock { $0 = page }
    }

    /// nil when the answer is no document.
    var wordFile: WordFile? {
        guard let page = self.page.withLock({ $0 }), let name = self.fileName else { return nil }
        return WordFile(name: name, page: page, template: self.template.withLock { $0 })
    }

    func add(
        to pipeline: inout Pipeline, _ scope: Database.Scope, withTemplate: Bool, _ service: Service
    ) -> Reading {
        let isKnown = service.words.withLock { $0 != nil }
        return Reading(
            letterhead: pipeline.add(Letterhead.statement(scope)),
            words: isKnown ? nil : pipeline.add(Words.statement),
            template: withTemplate ? scope.municipality.map { pipeline.add(WordTemplateSQL.content($0)) } : nil)
    }

    func take(_ results: PipelineResults, _ reading: Reading, _ service: Service) {
        if let row = results[reading.letterhead].first { self.letterhead.withLock { $0 = Letterhead(row) } }
        if let ticket = reading.words, let words = results[ticket].first.map(Words.init), !words.isEmpty {
            service.words.withLock { $0 = words }
        }
        if let ticket = reading.template, let content = results[ticket].first?.data("content") {
            self.template.withLock { $0 = content }
        }
    }

    /// Changes whenever what is read along does.
    var mark: String {
        let head = self.letterhead.withLock { $0 }
        return [head.code, head.municipality, head.plan, head.group, head.district].joined(separator: "\n")
    }

    func frame(_ service: Service, _ links: Links, isForWord: Bool = false) -> PaperFrame {
        PaperFrame(
            letterhead: self.letterhead.withLock { $0 }, words: service.words.withLock { $0 } ?? Words(),
            stylesheet: links.href("/stylesheet"), isForWord: isForWord)
    }
}
