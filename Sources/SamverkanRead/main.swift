import AgreementParsing
import FoundationEssentials
import Glibc

// Reads one document in a process of its own, so that whatever a document does can end only this process:
//
//     samverkan-read text MUNICIPALITY DISTRICT     text on standard input; prints what was read, or why it isn't (Reading as JSON)
//     samverkan-read word MUNICIPALITY DISTRICT     the same of pandoc's JSON
//     samverkan-read convert PANDOC                 a .docx file on standard input; becomes pandoc, which prints its JSON
//
// It limits itself before it reads anything: processor time, memory, files. Status 0: it printed an answer; 1: anything else.

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

let arguments = CommandLine.arguments
switch (arguments.dropFirst().first, arguments.count) {
case ("text", 4), ("word", 4):
    limit(RLIMIT_FSIZE, 0)
    let bytes = input(limit: 64 * 1_048_576)
    do throws(DocumentError) {
        let isText = arguments[1] == "text"
        answer(.document(isText
            ? try DocumentFile.read(text: bytes, municipality: arguments[2], district: arguments[3])
            : try DocumentFile.read(pandocJSON: bytes, municipality: arguments[2], district: arguments[3])))
    } catch {
        answer(.refusal(error))
    }
case ("convert", 3):
    let bytes = input(limit: 16 * 1_048_576)
    do throws(DocumentError) { try WordArchive.check(bytes) } catch { answer(.refusal(error)) }
    // pandoc reads the document again from its beginning: out of shared memory without a name, by way of no disk.
    let name = "/samverkan-read-\(getpid())"
    let file = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    shm_unlink(name)
    var written = 0
    while file >= 0, written < bytes.count {
        let count = bytes.withUnsafeBytes { write(file, $0.baseAddress! + written, bytes.count - written) }
        if count <= 0 { fail("the document could not be kept") }
        written += count
    }
    guard file >= 0, lseek(file, 0, SEEK_SET) == 0, dup2(file, 0) == 0 else { fail("the document could not be kept") }
    limit(RLIMIT_FSIZE, 0)
    let command = [arguments[2], "--sandbox", "-f", "docx", "-t", "json", "+RTS", "-M256m", "-RTS"]
    var pointers: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    execv(arguments[2], &pointers)
    fail("\(arguments[2]) could not be started")
default:
    fail("usage: samverkan-read text|word MUNICIPALITY DISTRICT, or convert PANDOC")
}
