import Glibc

/// For measuring, where SAMVERKAN_READ_TIMES is set: what beginning, reading and understanding took of processor time,
/// in microseconds.
enum Times {
    nonisolated(unsafe) private static var noted: [Int] = []

    /// Notes the time since the process began.
    static func note() {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        self.noted.append(time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)
    }

    static func tell() {
        guard getenv("SAMVERKAN_READ_TIMES") != nil, self.noted.count == 3 else { return }
        let line = Array("\(self.noted[0]) \(self.noted[1] - self.noted[0]) \(self.noted[2] - self.noted[1])\n".utf8)
        _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }
}
