import HTTPTypes
import Hummingbird
import NIOCore
import Postgres

extension Call {
    static let wordFile = Form.word.rawValue

    /// The answer's page as a Word file to be saved; whatever else the answer is, as it is.
    func asWord(_ answer: Response) async throws -> Response {
        guard answer.status == .ok, let file = self.beside.wordFile else { return answer }
        let written = try await self.service.word.write(
            Array(buffer: file.page), like: file.template, municipality: self.code, waiter: self.context.waiter)
        self.context.waiter.restart()
        return Response(
            status: .ok,
            headers: [
                .contentType: Self.wordFile, .cacheControl: "private, no-store", .vary: "Accept, Accept-Encoding",
                .contentDisposition: "attachment; filename*=UTF-8''\(file.name.percentEncoded)",
            ],
            body: .init(byteBuffer: ByteBuffer(bytes: written)))
    }
}
