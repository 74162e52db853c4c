import Dispatch
import Glibc

/// A TCP connection to the API that sends what no HTTP client would, with a limit of time on every read. Its blocking
/// calls are made off the threads that tests and server share.
///
/// `@unchecked Sendable` is safe: it is one file descriptor, and each is used by one test at a time.
package final class RawConnection: @unchecked Sendable {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    package init(port: Int) throws {
        self.descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(self.descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(message: "connect: \(errno)") }
    }

    deinit { close(self.descriptor) }

    package struct Failure: Error { let message: String }

    private func blocking<T: Sendable>(_ body: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: body()) }
        }
    }

    /// - Returns: false when the other end no longer takes anything.
    @discardableResult
    package func send(_ text: String) async -> Bool { await self.send(Array(text.utf8)) }

    @discardableResult
    package func send(_ bytes: [UInt8]) async -> Bool { await self.blocking { self.sendNow(bytes) } }

    private func sendNow(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(self.descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Closes the sending side only.
    package func endSending() { shutdown(self.descriptor, Int32(SHUT_WR)) }

    package enum Read: Equatable {
        case bytes, ended, nothing
    }

    private func read(seconds: Double) -> Read {
        var waiting = pollfd(fd: self.descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(seconds * 1_000)) > 0 else { return .nothing }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(self.descriptor, &chunk, chunk.count, 0)
        if count <= 0 { return .ended }
        self.buffer += chunk[..<count]
        return .bytes
    }

    /// The head of the next answer, or what has come when the connection ended or the time was up.
    package func head(seconds: Double = 20) async -> String { await self.blocking { self.headNow(seconds) } }

    private func headNow(_ seconds: Double) -> String {
        while true {
            let text = String(decoding: self.buffer, as: UTF8.self)
            if let end = text.firstRange(of: "\r\n\r\n") {
                self.buffer = Array(text[end.upperBound...].utf8)
                return String(text[..<end.lowerBound])
            }
            if self.read(seconds: seconds) != .bytes { return text }
        }
    }

    /// The next answer's head and its body, which has a length.
    ///
    /// - Parameter pause: how long nothing is read between two parts of the body.
    package func answer(seconds: Double = 20, pause: Double = 0) async -> (head: String, body: String) {
        await self.blocking { self.answerNow(seconds, pause) }
    }

    private func answerNow(_ seconds: Double, _ pause: Double) -> (head: String, body: String) {
        let head = self.headNow(seconds)
        let length =
            head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }.flatMap {
                Int($0.dropFirst(15).filter(\.isNumber))
            } ?? 0
        while self.buffer.count < length, self.read(seconds: seconds) == .bytes { usleep(UInt32(pause * 1_000_000)) }
        let body = String(decoding: self.buffer.prefix(length), as: UTF8.self)
        self.buffer = Array(self.buffer.dropFirst(length))
        return (head, body)
    }

    /// Whether the other end closes within the time, whatever it sends before.
    package func ends(within seconds: Double) async -> Bool { await self.blocking { self.endsNow(seconds) } }

    private func endsNow(_ seconds: Double) -> Bool {
        for _ in 0..<10_000 {
            switch self.read(seconds: seconds) {
            case .bytes: continue
            case .ended: return true
            case .nothing: return false
            }
        }
        return false
    }
}

extension TestServer {
    /// What is answered to a body of that length before any of it comes. A client of HTTP that is answered before it
    /// has sent all may see its connection closed instead of the answer.
    package func refusal(
        _ path: String, as person: Person, length: Int, type: String, method: String = "POST", headers: String = ""
    ) async throws -> (head: String, body: String) {
        let connection = try RawConnection(port: self.port)
        await connection.send(
            "\(method) /samverkan/v1\(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(try await self.token(person))\r\nContent-Type: \(type)\r\nContent-Length: \(length)\r\n\(headers)\r\n"
        )
        return await connection.answer()
    }
}
