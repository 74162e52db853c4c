import HTTPTypes
import Hummingbird
import NIOCore

enum BIViewRoutes {
    static let read = Operation(
        "getBIView", "A view for BI as a file",
        """
        A BI login, by HTTP's Basic scheme: it gets what it sees of the view in SQL, all rows of it, as CSV (RFC 4180) in \
        UTF-8. Days are written as 2024-03-25, times in UTC, numbers with a point; with semicolons between the cells a \
        decimal comma, and a byte order mark, as a Swedish Excel reads it. A text that a spreadsheet would take for a \
        formula begins with an apostrophe. A file that takes longer than a minute breaks off. docs/bi.md tells the views.
        """,
        access: .biLogin, query: [Sheet.delimiter], answer: .file([Form.csv.rawValue])
    ) { call in
        guard let views = call.service.biViews else { throw Problem.notFound }
        guard let login = BIViews.Login(call.request.headers[.authorization]) else { throw BIViews.notProven }
        let isSwedish = call.query["delimiter"] == "semicolon"
        let file = try await views.open(call.viewName, as: login, isSwedish: isSwedish, waiter: call.context.waiter)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8; header=present", .cacheControl: "private, no-store",
                .contentDisposition: "attachment; filename=\(call.viewName).csv",
            ],
            body: ResponseBody { writer in
                if isSwedish { try await writer.write(ByteBuffer(bytes: [0xEF, 0xBB, 0xBF])) }
                while true {
                    let part = try await file.next()
                    if part.isEmpty { break }
                    try await writer.write(ByteBuffer(bytes: part))
                }
                try await writer.finish(nil)
            })
    }
}
