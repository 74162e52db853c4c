/// A member of a concept's JSON object: its name, the SQL of its value, and what a body may say of it. Declared once;
/// reading a body, writing an answer, the statements between and the contract follow from it.
///
/// Every member is always there in an answer, null when it has no value.
struct Member: Sendable {
    indirect enum Kind: Sendable {
        /// Free text of at most so many characters.
        case text(Int)
        case choice(Choice)
        case day
        case timestamp
        case identifier
        /// From 0 to below a million millions, at most six decimals.
        case quantity
        case integer(ClosedRange<Int>)
        case bool
        /// So many texts of at most 200 characters each.
        case texts(Int)
        /// So many ids.
        case identifiers(Int)
        /// Any JSON value, as the database gives it.
        case value
        /// An object of columns of the same row; null when none of them has a value.
        case object(Shape)
        /// A list that the database gives as JSON; in a body, at most so many objects.
        case rows(Shape, Int)
        /// An object that the database gives as JSON.
        case json(Shape)
        /// An object or a list that whoever answers puts together from other rows.
        case assembled(Shape, isList: Bool)
        /// The members of another shape, written by whoever answers.
        case inlined(Shape)
    }

    /// When a body may say it.
    enum Written: Sendable { case never, always, onCreation, onChange, whole }

    let name: StaticString
    let kind: Kind
    /// Of its value, in a select list; empty for what has no column.
    let sql: String
    /// What it is, as a whole sentence.
    let sentence: String
    private(set) var written = Written.never
    private(set) var isRequired = false
    private(set) var isShown = true
    private(set) var mayBeNull = true
    /// Kept in a table of its own, and so no column of the row.
    private(set) var isLinked = false
    /// In a body an empty text is no value.
    private(set) var isEmptyNone = false
    /// What stands for it where there is no row at all, as JSON.
    private(set) var absent: StaticString = "null"
    private(set) var example: String?

    init(_ name: StaticString, _ kind: Kind, _ sql: String, _ sentence: String) {
        self.name = name
        self.kind = kind
        self.sql = sql
        self.sentence = sentence
    }

    /// The column that it is written to: the last part of its SQL, or its own name in a body that is no row.
    var column: String {
        self.sql.isEmpty
            ? "\(self.name)"
            : String(self.sql[(self.sql.lastIndex(of: ".").map(self.sql.index(after:)) ?? self.sql.startIndex)...])
    }

    /// Whether whoever answers puts it together from other rows.
    var isAssembled: Bool {
        switch self.kind {
        case .assembled: true
        case .rows: self.sql.isEmpty
        default: false
        }
    }

    private func with(_ change: (inout Member) -> Void) -> Member {
        var copy = self
        change(&copy)
        return copy
    }

    /// A body may say it.
    var optional: Member { self.with { $0.written = .always } }
    /// A body must say it.
    var required: Member { self.with { ($0.written, $0.isRequired, $0.mayBeNull) = (.always, true, false) } }
    /// Said when it is made, and never changed.
    var once: Member { self.with { ($0.written) = .onCreation } }
    /// Said by a change only.
    var later: Member { self.with { $0.written = .onChange } }
    /// Said by a whole document only, as a part of it that else is written by itself.
    var whole: Member { self.with { ($0.written, $0.isLinked) = (.whole, true) } }
    /// Always has a value.
    var always: Member { self.with { $0.mayBeNull = false } }
    /// Though a body must say it, an answer may have no value.
    var orNull: Member { self.with { $0.mayBeNull = true } }
    /// Said in bodies, not shown in answers.
    var hidden: Member { self.with { $0.isShown = false } }
    var emptyIsNone: Member { self.with { $0.isEmptyNone = true } }
    /// Kept in a table of its own.
    var linked: Member { self.with { $0.isLinked = true } }
    func absent(_ json: StaticString) -> Member { self.with { $0.absent = json } }
    func example(_ text: String) -> Member { self.with { $0.example = text } }

    // MARK: Of each kind

    static func text(_ name: StaticString, _ sql: String, limit: Int = 4_000, _ sentence: String) -> Member {
        Member(name, .text(limit), sql, sentence)
    }
    static func text(_ name: StaticString, limit: Int = 4_000, _ sentence: String) -> Member {
        .text(name, "", limit: limit, sentence)
    }

    static func choice(_ name: StaticString, _ sql: String, _ choice: Choice, _ sentence: String) -> Member {
        Member(name, .choice(choice), sql, sentence)
    }
    static func choice(_ name: StaticString, _ choice: Choice, _ sentence: String) -> Member {
        .choice(name, "", choice, sentence)
    }

    static func day(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        Member(name, .day, sql, sentence)
    }
    static func day(_ name: StaticString, _ sentence: String) -> Member { .day(name, "", sentence) }

    static func timestamp(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        Member(name, .timestamp, sql, sentence)
    }

    static func identifier(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        Member(name, .identifier, sql, sentence)
    }
    static func identifier(_ name: StaticString, _ sentence: String) -> Member { .identifier(name, "", sentence) }

    /// Its own id.
    static func id(_ sql: String, _ sentence: String) -> Member { Member("id", .identifier, sql, sentence).always }

    static func quantity(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        Member(name, .quantity, sql, sentence)
    }
    static func quantity(_ name: StaticString, _ sentence: String) -> Member { .quantity(name, "", sentence) }

    static func integer(_ name: StaticString, _ sql: String, _ range: ClosedRange<Int>, _ sentence: String) -> Member {
        Member(name, .integer(range), sql, sentence)
    }
    static func integer(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        .integer(name, sql, 0...2_147_483_647, sentence)
    }
    static func integer(_ name: StaticString, _ sentence: String) -> Member { .integer(name, "", sentence) }

    static func version(_ sql: String) -> Member {
        .integer("version", sql, 1...2_147_483_647, "Counts changes, from 1.").always
    }

    /// Not, unless a body says it.
    static func bool(_ name: StaticString, _ sql: String, _ sentence: String) -> Member {
        Member(name, .bool, sql, sentence).always.absent("false")
    }
    static func bool(_ name: StaticString, _ sentence: String) -> Member { .bool(name, "", sentence) }

    static func texts(_ name: StaticString, _ sql: String, limit: Int, _ sentence: String) -> Member {
        Member(name, .texts(limit), sql, sentence).always.absent("[]")
    }
    static func texts(_ name: StaticString, limit: Int, _ sentence: String) -> Member {
        .texts(name, "", limit: limit, sentence)
    }

    static func identifiers(_ name: StaticString, _ sql: String, limit: Int, _ sentence: String) -> Member {
        Member(name, .identifiers(limit), sql, sentence).always.absent("[]")
    }
    static func identifiers(_ name: StaticString, limit: Int, _ sentence: String) -> Member {
        .identifiers(name, "", limit: limit, sentence)
    }

    static func object(_ name: StaticString, _ shape: Shape, _ sentence: String) -> Member {
        Member(name, .object(shape), "", sentence)
    }

    static func json(_ name: StaticString, _ sql: String, _ shape: Shape, _ sentence: String) -> Member {
        Member(name, .json(shape), sql, sentence).always
    }

    static func rows(_ name: StaticString, _ sql: String, _ shape: Shape, limit: Int = 1_000, _ sentence: String)
        -> Member
    {
        Member(name, .rows(shape, limit), sql, sentence).always.absent("[]")
    }
    static func rows(_ name: StaticString, _ shape: Shape, limit: Int = 1_000, _ sentence: String) -> Member {
        .rows(name, "", shape, limit: limit, sentence)
    }

    static func list(_ name: StaticString, _ shape: Shape, _ sentence: String) -> Member {
        Member(name, .assembled(shape, isList: true), "", sentence).always.absent("[]")
    }

    static func assembled(_ name: StaticString, _ shape: Shape, _ sentence: String) -> Member {
        Member(name, .assembled(shape, isList: false), "", sentence)
    }

    static func inlined(_ shape: Shape) -> Member { Member("", .inlined(shape), "", "") }
}
