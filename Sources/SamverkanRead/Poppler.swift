import AgreementParsing
import Glibc

/// Runs poppler's programs, each below limits of its own: a few seconds of processor time, 512 MiB, no files.
enum Poppler {
    /// Seconds by the clock that all of them may take.
    private static let seconds = 20
    private static let outputLimit = 64 * 1_048_576
    nonisolated(unsafe) private static var deadline = 0

    /// - Parameter input: the document, on its standard input: which it reads to its end before it prints anything.
    /// - Throws: ``DocumentError``.
    static func run(_ program: PDFProgram, _ input: [UInt8]) throws(DocumentError) -> [UInt8] {
        var (toProgram, fromProgram) = ([Int32](repeating: -1, count: 2), [Int32](repeating: -1, count: 2))
        guard pipe(&toProgram) == 0, pipe(&fromProgram) == 0 else { throw .unreadable }
        // The program has its own two ends only, or it would never see the end of its input.
        for end in toProgram + fromProgram { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        // A program that ends early is no reason to end with it; files are beyond the limit, which is told as an error
        // and not by a signal.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let actions = UnsafeMutablePointer<posix_spawn_file_actions_t>.allocate(capacity: 1)
        posix_spawn_file_actions_init(actions)
        posix_spawn_file_actions_adddup2(actions, toProgram[0], 0)
        posix_spawn_file_actions_adddup2(actions, fromProgram[1], 1)
        posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments: [UnsafeMutablePointer<CChar>?] =
            (["sh", "-c", "ulimit -t 6 && ulimit -v 524288 && exec \"$@\"", "sh"] + program.command).map { text in
                strdup(text)
            }
        var environment: [UnsafeMutablePointer<CChar>?] = (["PATH=/usr/bin:/bin", "LANG=C.UTF-8"] as [String]).map {
            text in strdup(text)
        }
        arguments.append(nil)
        environment.append(nil)
        // It ends when nobody reads what it prints any more.
        let attributes = UnsafeMutablePointer<posix_spawnattr_t>.allocate(capacity: 1)
        posix_spawnattr_init(attributes)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(attributes, &signals)
        posix_spawnattr_setflags(attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        var process: pid_t = 0
        let failure = posix_spawn(&process, "/bin/sh", actions, attributes, arguments, environment)
        posix_spawnattr_destroy(attributes)
        attributes.deallocate()
        posix_spawn_file_actions_destroy(actions)
        actions.deallocate()
        for text in arguments + environment { free(text) }
        close(toProgram[0])
        close(fromProgram[1])
        guard failure == 0 else { throw .unreadable }
        let output = self.exchange(input, to: toProgram[1], from: fromProgram[0])
        if output == nil { kill(process, SIGKILL) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard let output else { throw .unreadable }
        switch (status & 0x7F, (status >> 8) & 0xFF) {
        case (0, 0): return output
        // 1: it could not open the document, 3: it may not be read.
        case (0, 1): throw self.isEncrypted(input) ? .encrypted : .broken
        case (0, 3): throw .encrypted
        case (0, 127): throw .readerMissing
        default: throw .unreadable
        }
    }

    private static func isEncrypted(_ document: [UInt8]) -> Bool {
        document.firstRange(of: Array("/Encrypt".utf8)) != nil
    }

    /// Writes and reads in turn, whichever is ready.
    /// - Returns: nil when it took too long or printed too much.
    private static func exchange(_ input: [UInt8], to write: Int32, from read: Int32) -> [UInt8]? {
        if self.deadline == 0 { self.deadline = self.now + self.seconds * 1_000 }
        var output: [UInt8] = []
        var sent = 0
        var chunk = [UInt8](repeating: 0, count: 262_144)
        var open = true
        _ = fcntl(write, F_SETFL, O_NONBLOCK)
        defer {
            if open { close(write) }
            close(read)
        }
        while true {
            var polled = [pollfd(fd: read, events: Int16(POLLIN), revents: 0)]
            if open { polled.append(pollfd(fd: write, events: Int16(POLLOUT), revents: 0)) }
            let left = self.deadline - self.now
            if left <= 0 || poll(&polled, nfds_t(polled.count), Int32(left)) <= 0 { return nil }
            if open, polled[1].revents != 0 {
                let count = input.withUnsafeBytes {
                    Glibc.write(write, $0.baseAddress! + sent, min(65_536, input.count - sent))
                }
                if count > 0 { sent += count }
                if sent == input.count || count < 0 && errno != EAGAIN {
                    close(write)
                    open = false
                }
            }
            if polled[0].revents != 0 {
                let count = Glibc.read(read, &chunk, chunk.count)
                if count == 0 { return output }
                if count < 0 || output.count + count > self.outputLimit { return nil }
                output += chunk[..<count]
            }
        }
    }

    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
