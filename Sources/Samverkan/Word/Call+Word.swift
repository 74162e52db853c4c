import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Postgres

extension Call {
    static let wordFile = Form.word.rawValue
    private static let vary = "Accept, Accept-Encoding"

    /// The answer's page as a Word file to be saved; whatever else the answer is, as it is.
    func asWord(_ answer: Response) async throws -> Response {
        guard answer.status == .ok, let file = self.beside.wordFile else { return answer }
        // The same page in the same template is the same file but for the moment in which it was written.
        var made = file.page
        made.writeBytes(file.template ?? [])
        let tag = "W/\"\(Compression.checksum(made))\""
        if self.hasSeen(String(tag.dropFirst(2))) {
            return Response(
                status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache", .vary: Self.vary])
        }
        let written: [UInt8]
        do {
            written = try await self.service.word.write(
                Array(buffer: file.page), like: file.template,
                municipality: self.code.isEmpty ? self.district : self.code, waiter: self.context.waiter)
        } catch let failure as ChildProcess.Failure {
            self.service.samples.note("word file", "a Word file was not written", ["failure": .string("\(failure)")])
            throw Problem(
                .wordFileNotWritten, "The Word file was not written within its limits; the other forms are there.",
                headers: [.retryAfter: "10"])
        }
        self.context.waiter.restart()
        return Response(
            status: .ok,
            headers: [
                .contentType: Self.wordFile, .cacheControl: "private, no-cache", .eTag: tag, .vary: Self.vary,
                .contentDisposition: "attachment; filename*=UTF-8''\(file.name.percentEncoded)",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: written)))
    }
}
