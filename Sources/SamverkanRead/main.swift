import AgreementParsing
import FoundationEssentials
import Glibc

// Reads one document in a process of its own, so that whatever a document does can end only this process:
//
//     samverkan-read KIND MUNICIPALITY DISTRICT [BYTES]     BYTES bytes of decisions (ReadingDecisions as JSON), or of the measures that a report is read against (an array of FollowUpProposals.Measure), then a document of one of DocumentFile's kinds on standard input; prints what was read, or why it isn't (Reading as JSON)
//
// It limits itself before it reads anything: processor time, memory, files. What it runs for a PDF stands below limits
// of its own. Status 0: it printed an answer; 1: anything else.

func limit(_ resource: __rlimit_resource, _ value: UInt) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    if setrlimit(__rlimit_resource_t(resource.rawValue), &limit) != 0 { exit(1) }
}

func fail(_ message: String) -> Never {
    let line = Array("samverkan-read: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(1)
}

func answer(_ reading: Reading) -> Never {
    guard let json = try? JSONEncoder().encode(reading) else { fail("the answer cannot be written") }
    var sent = 0
    while sent < json.count {
        let count = json.withUnsafeBytes { write(1, $0.baseAddress! + sent, json.count - sent) }
        if count <= 0 { exit(1) }
        sent += count
    }
    exit(0)
}

/// All of standard input, up to what the server sends at most.
func input(limit: Int) -> [UInt8] {
    var (bytes, chunk) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
        let count = read(0, &chunk, chunk.count)
        if count == 0 { return bytes }
        if count < 0 || bytes.count + count > limit { fail("the document is too large, or could not be read") }
        bytes += chunk[..<count]
    }
}

// Serving goes before reading.
_ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
limit(RLIMIT_CORE, 0)
limit(RLIMIT_CPU, 10)
limit(RLIMIT_AS, 1 << 30)

limit(RLIMIT_FSIZE, 0)

let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count), let kind = DocumentKind(rawValue: arguments[1]) else {
    fail("usage: samverkan-read text|word|openDocument|workbook|separated|portable MUNICIPALITY DISTRICT [BYTES]")
}
let bytes = input(limit: 16 * 1_048_576)
let length = arguments.count == 5 ? Int(arguments[4]) ?? -1 : 0
guard (0...bytes.count).contains(length) else { fail("there are not as many bytes") }
var decisions = ReadingDecisions()
// A report of what was done is read against a plan's measures.
var measures: [FollowUpProposals.Measure]?
if length > 0 {
    let before = Data(bytes[..<length])
    if let against = try? JSONDecoder().decode([FollowUpProposals.Measure].self, from: before) {
        measures = against
    } else if let decided = try? JSONDecoder().decode(ReadingDecisions.self, from: before) {
        decisions = decided
    } else {
        fail("the decisions cannot be read")
    }
}
Times.note()
do throws(DocumentError) {
    let content = Array(bytes[length...])
    let run: PDFProgram.Run = { program throws(DocumentError) in try Poppler.run(program, content) }
    if let measures { answer(.followUps(try DocumentFile.readReport(kind, content, measures: measures, run: run))) }
    let reading = try DocumentFile.reading(
        kind, content, municipality: arguments[2], district: arguments[3], decisions: decisions,
        run: run, whenRead: Times.note)
    Times.note()
    Times.tell()
    answer(reading)
} catch {
    answer(.refusal(error))
}
