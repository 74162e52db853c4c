import Hummingbird
import NIOCore

/// What can be asked of the service at one address with one method: who may, what it takes, what it answers, and what
/// does it. The router holds a request against it before the handler sees any of it, so that no handler can forget.
struct Operation: Sendable {
    enum Access: Sendable {
        /// No log-in.
        case anyone
        /// A BI login and its password, which the database for BI proves.
        case biLogin
        /// A bearer token; what its caller may see is decided in the database.
        case token
    }

    /// Whether `If-Match` names the version that is changed.
    enum Precondition: Sendable {
        /// It is not looked at.
        case none
        /// It is held against the version when it is there.
        case optional
        /// Without it the answer is 428.
        case required
    }

    enum Body: Sendable {
        case none
        /// A JSON object of the shape's members.
        case json(Shape, Member.Use)
        /// As ``json(_:_:)``, or none at all.
        case optionalJSON(Shape, Member.Use)
        /// A file as it is.
        case file(Upload)
    }

    enum Answer: Sendable {
        /// The object of a shape. With an entity tag when it has a version.
        case document(Shape, tagged: Bool = true)
        /// What was made, with its address.
        case created(Shape, tagged: Bool = false, located: Bool = true)
        /// A page of a list of objects.
        case page(Shape)
        /// Nothing: what was asked for is gone.
        case removed
        /// A text or a file of one of these types.
        case file([String])
    }

    /// Of the operation, as clients that are generated call it.
    let id: String
    /// What it does, in a few words.
    let summary: String
    /// Who may, what happens, and what is refused with which code.
    let detail: String
    var access = Access.token
    var query: [QueryParameter] = []
    var body = Body.none
    /// Bytes that a body may have: 64 kB, which every single thing fits into; a whole plan, a bulk report or the
    /// decisions on an import may have 1 MiB.
    var limit = 65_536
    var precondition = Precondition.none
    let answer: Answer
    /// The same answer as a page that can be printed, for those who ask for HTML; and as a Word file to work on, unless it
    /// is an original that is taken home.
    var paper: Paper?
    /// The same answer as text without markup, for those who ask for that.
    var plainText: (@Sendable (Paper.Value) -> ByteBuffer)?
    /// The same answer as a table, for those who ask for CSV.
    var sheet: Sheet?
    /// Codes of its own, beside those that any operation may answer with.
    var refusals: [ProblemCode] = []
    let handle: @Sendable (Call) async throws -> Response

    init(
        _ id: String, _ summary: String, _ detail: String, access: Access = .token, query: [QueryParameter] = [],
        body: Body = .none,
        limit: Int = 65_536, precondition: Precondition = .none, answer: Answer,
        paper: Paper? = nil, plainText: (@Sendable (Paper.Value) -> ByteBuffer)? = nil, sheet: Sheet? = nil,
        refusals: [ProblemCode] = [],
        isKeyed: Bool = false, handle: @escaping @Sendable (Call) async throws -> Response
    ) {
        self.id = id
        self.summary = summary
        self.detail = detail
        self.access = access
        self.query = query
        self.body = body
        self.limit = limit
        self.precondition = precondition
        self.answer = answer
        self.paper = paper
        self.plainText = plainText
        self.sheet = sheet
        if sheet != nil { self.query.append(Sheet.delimiter) }
        self.refusals = refusals
        self.isKeyed = isKeyed
        self.handle = handle
    }

    /// It makes something, though its answer tells of several.
    var isKeyed = false

    /// The forms that its answer can be had in, the first for whoever doesn't say; none for a file, which is what it is.
    var forms: [Form] {
        switch self.answer {
        case .document, .page:
            [.json] + (self.paper == nil ? [] : [.html]) + (self.plainText == nil ? [] : [.plainText])
                + (self.sheet == nil ? [] : [.csv]) + (self.paper.map { $0.isOriginal ? [] : [.word] } ?? [])
        case .created, .removed, .file: []
        }
    }

    /// Whether a repeat with the same `Idempotency-Key` makes nothing more.
    var makes: Bool { if case .created = self.answer { true } else { self.isKeyed } }
}
