/// The schemas of the contract, made of the shapes: each once, under its name.
struct ContractSchemas {
    /// In the order in which they were first used.
    private(set) var named: [(String, ContractNode)] = []
    /// Names of shapes that an answer shows.
    private let shown: Set<String>
    /// Names of shapes whose objects have links.
    private let linked: Set<String>
    /// What was seen of a member in a recorded answer or body.
    private let examples: [String: ContractNode]

    /// Text without control characters but line breaks and tabs, and not blank.
    private static let written =
        #"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"#
    private static let id = "01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11"

    init(shown: Set<String>, linked: Set<String>, examples: [String: ContractNode]) {
        self.shown = shown
        self.linked = linked
        self.examples = examples
    }

    private mutating func add(_ name: String, _ schema: () -> ContractNode) -> ContractNode {
        if !self.named.contains(where: { $0.0 == name }) { self.named.append((name, schema())) }
        return .reference("schemas", name)
    }

    private mutating func keep(_ name: String, _ make: (inout ContractSchemas) -> ContractNode) -> ContractNode {
        if !self.named.contains(where: { $0.0 == name }) {
            let place = self.named.count
            self.named.append((name, .null))
            self.named[place].1 = make(&self)
        }
        return .reference("schemas", name)
    }

    // MARK: Answers

    /// The object of a shape as an answer shows it.
    mutating func answer(_ shape: Shape) -> ContractNode {
        self.keep(shape.name) { schemas in
            var members = schemas.members(of: shape, in: shape.name)
            if schemas.linked.contains(shape.name) { members.append(("_links", .reference("schemas", "Links"), true)) }
            return Self.object(shape.sentence, members)
        }
    }

    private mutating func members(of shape: Shape, in name: String) -> [(String, ContractNode, Bool)] {
        shape.members.filter(\.isShown).flatMap { member -> [(String, ContractNode, Bool)] in
            if case .inlined(let shape) = member.kind { return self.members(of: shape, in: shape.name) }
            return [("\(member.name)", self.answer(member, in: name), true)]
        }
    }

    private mutating func answer(_ member: Member, in name: String) -> ContractNode {
        switch member.kind {
        case .object(let shape), .json(let shape), .assembled(let shape, isList: false):
            return Self.nullable(self.answer(shape), member)
        case .rows(let shape, _), .assembled(let shape, isList: true):
            return .map([
                ("type", .text("array")), ("description", .text(member.sentence)), ("items", self.answer(shape)),
            ])
        default: return self.scalar(member, in: name, bounds: false, mayBeNull: member.mayBeNull)
        }
    }

    /// A page of a list of objects of the shape.
    mutating func page(_ shape: Shape) -> ContractNode {
        let item = self.answer(shape)
        return self.keep("\(shape.name)Page") { _ in
            Self.object(
                "A page of a list.",
                [
                    (
                        "items",
                        .map([
                            ("type", .text("array")),
                            ("description", .text("The items of this page, at most `limit`.")), ("items", item),
                        ]), true
                    ),
                    ("_meta", .reference("schemas", "PageMeta"), true),
                    ("_links", .reference("schemas", "Links"), true),
                ])
        }
    }

    // MARK: Bodies

    /// The object of a shape as a body says it.
    ///
    /// - Parameter within: what the body is for that it stands in; nil for a body itself.
    mutating func body(_ shape: Shape, _ use: Member.Use, within: Member.Use? = nil) -> ContractNode {
        let name = self.shown.contains(shape.name) ? shape.name(within ?? use) : shape.name
        return self.keep(name) { schemas in
            var members: [(String, ContractNode, Bool)] = []
            for member in shape.members { members += schemas.said(member, use, within: within ?? use, in: name) }
            if use == .whole, within == nil {
                members.append(
                    ("_links", .map([("description", .text("Links are shown, and passed over here."))]), false))
            }
            return Self.object(shape.sentence, members)
        }
    }

    private mutating func said(_ member: Member, _ use: Member.Use, within: Member.Use, in name: String) -> [(
        String, ContractNode, Bool
    )] {
        let isRequired = member.isRequired && use != .change
        if !member.isSaid(use) {
            // What was read can be sent back.
            guard use == .whole, member.isShown else { return [] }
            if case .inlined(let shape) = member.kind {
                return shape.members.flatMap { self.said($0, use, within: within, in: name) }
            }
            return [Self.passedOver(member)]
        }
        switch member.kind {
        case .assembled(let shape, isList: false):
            return [("\(member.name)", Self.nullable(self.reference(shape), member, isRequired: false), false)]
        case .object(let shape):
            return [
                (
                    "\(member.name)",
                    Self.nullable(self.body(shape, use, within: within), member, isRequired: member.isRequired),
                    isRequired
                )
            ]
        case .rows(let shape, let limit):
            return [("\(member.name)", self.list(member, self.body(shape, .whole, within: within), limit), isRequired)]
        case .assembled(_, isList: true), .inlined: return []
        default:
            return [
                (
                    "\(member.name)", self.scalar(member, in: name, bounds: true, mayBeNull: !member.isRequired),
                    isRequired
                )
            ]
        }
    }

    private static func passedOver(_ member: Member) -> (String, ContractNode, Bool) {
        (
            "\(member.name)",
            .map([("description", .text("\(member.sentence) It is shown, and passed over here."))]), false
        )
    }

    /// An object as it was read, which says its id.
    private mutating func reference(_ shape: Shape) -> ContractNode {
        self.keep(shape.name(.whole)) { schemas in
            Self.object(
                shape.sentence,
                shape.members.map { member in
                    guard "\(member.name)" == "id" else { return Self.passedOver(member) }
                    return ("id", schemas.scalar(member, in: shape.name, bounds: true, mayBeNull: false), true)
                })
        }
    }

    private func list(_ member: Member, _ items: ContractNode, _ limit: Int) -> ContractNode {
        .map([
            ("type", member.isRequired ? .text("array") : .texts(["array", "null"])),
            ("description", .text(member.sentence)), ("items", items),
            ("maxItems", .number(limit)),
        ])
    }

    // MARK: Parts of schemas

    static func object(_ sentence: String, _ members: [(String, ContractNode, Bool)]) -> ContractNode {
        .map([
            ("type", .text("object")), ("description", .text(sentence)),
            ("properties", .map(members.map { ($0.0, $0.1) })),
            ("required", .texts(members.filter(\.2).map(\.0))), ("additionalProperties", .flag(false)),
        ])
    }

    private static func nullable(_ reference: ContractNode, _ member: Member, isRequired: Bool? = nil) -> ContractNode {
        let sentence = ContractNode.text(member.sentence)
        if !(isRequired.map { !$0 } ?? member.mayBeNull) { return reference.with("description", sentence) }
        return .map([("anyOf", .list([reference, .map([("type", .text("null"))])])), ("description", sentence)])
    }

    /// - Parameters:
    ///   - bounds: of texts and lists, which hold for what is written.
    private mutating func scalar(_ member: Member, in name: String, bounds: Bool, mayBeNull: Bool) -> ContractNode {
        func typed(_ type: String, _ more: [(String, ContractNode)] = [], example: ContractNode) -> ContractNode {
            .map(
                [("type", mayBeNull ? .texts([type, "null"]) : .text(type)), ("description", .text(member.sentence))]
                    + more
                    + [("example", self.example(member, in: name) ?? example)])
        }
        switch member.kind {
        case .text(let limit):
            // An empty text may stand where it is no value.
            let pattern: [(String, ContractNode)] = member.isEmptyNone ? [] : [("pattern", .text(Self.written))]
            let longest: [(String, ContractNode)] = bounds ? [("maxLength", .number(limit))] + pattern : []
            return typed(
                "string", (bounds && !mayBeNull ? [("minLength", .number(1))] : []) + longest, example: .text("Exempel")
            )
        case .choice(let choice): return self.choice(choice, member, mayBeNull: mayBeNull)
        case .day: return typed("string", [("format", .text("date"))], example: .text("2026-03-01"))
        case .timestamp:
            return typed("string", [("format", .text("date-time"))], example: .text("2026-03-01T08:30:00.000000Z"))
        case .identifier: return typed("string", [("format", .text("uuid"))], example: .text(Self.id))
        case .quantity:
            return typed(
                "number", [("minimum", .number(0)), ("exclusiveMaximum", .plain("1000000000000"))], example: .number(12)
            )
        case .integer(let range):
            let minimum: [(String, ContractNode)] = [("minimum", .number(range.lowerBound))]
            return typed(
                "integer", bounds ? minimum + [("maximum", .number(range.upperBound))] : minimum,
                example: .number(max(1, range.lowerBound)))
        case .bool: return typed("boolean", example: .flag(false))
        case .texts(let limit):
            let item = ContractNode.map(
                [("type", .text("string")), ("description", .text("One of them."))]
                    + (bounds
                        ? [("minLength", .number(1)), ("maxLength", .number(200)), ("pattern", .text(Self.written))]
                        : []) + [("example", .text("Exempel"))])
            return self.items(member, item, bounds ? limit : nil, mayBeNull)
        case .identifiers(let limit):
            let item = ContractNode.map([
                ("type", .text("string")), ("description", .text("One of them.")), ("format", .text("uuid")),
                ("example", .text(Self.id)),
            ])
            return self.items(member, item, bounds ? limit : nil, mayBeNull && bounds)
        case .value: return .map([("description", .text(member.sentence))])
        case .object, .json, .rows, .assembled, .inlined: return .null
        }
    }

    private func items(_ member: Member, _ item: ContractNode, _ limit: Int?, _ mayBeNull: Bool) -> ContractNode {
        ContractNode.map([
            ("type", mayBeNull ? .texts(["array", "null"]) : .text("array")), ("description", .text(member.sentence)),
            ("items", item),
        ]).with("maxItems", limit.map { .number($0) })
    }

    private mutating func choice(_ choice: Choice, _ member: Member, mayBeNull: Bool) -> ContractNode {
        let reference = self.add(choice.name) {
            .map([
                ("type", .text("string")),
                (
                    "description",
                    .text(
                        choice.isOpen ? "One of these words; there may be more of them one day." : "One of these words."
                    )
                ),
                (choice.isOpen ? "x-extensible-enum" : "enum", .texts(choice.values)),
                ("example", .text(choice.values.first ?? "")),
            ])
        }
        return Self.nullable(reference, member, isRequired: !mayBeNull)
    }

    private func example(_ member: Member, in name: String) -> ContractNode? {
        if let example = member.example { return .text(example) }
        if let example = self.examples["\(name).\(member.name)"] { return example }
        if case .text = member.kind { return self.examples["\(member.name)"] }
        return nil
    }

    // MARK: What every answer has

    mutating func addCommon() {
        _ = self.keep("Link") { _ in
            Self.object(
                "A link (RFC 8288) with the HTTP method to use.",
                [
                    (
                        "href",
                        .map([
                            ("type", .text("string")), ("description", .text("The absolute address.")),
                            ("format", .text("uri-template")),
                            ("example", .text("https://host/samverkan/v1/me")),
                        ]), true
                    ),
                    (
                        "rel",
                        .map([
                            ("type", .text("string")),
                            ("description", .text("The relation, IANA's where there is one.")),
                            ("example", .text("self")),
                        ]), true
                    ),
                    (
                        "method",
                        .map([
                            ("type", .text("string")), ("description", .text("The HTTP method.")),
                            ("enum", .texts(["GET", "POST"])), ("example", .text("GET")),
                        ]), true
                    ),
                    (
                        "templated",
                        .map([
                            ("type", .text("boolean")),
                            (
                                "description",
                                .text(
                                    "Whether the address has a place for an id that the document shows; only there when it is true."
                                )
                            ),
                            ("example", .flag(true)),
                        ]), false
                    ),
                ])
        }
        _ = self.keep("Links") { _ in
            .map([
                ("type", .text("object")),
                (
                    "description",
                    .text(
                        "Links by their names; `self` is the document's own. An act has a link when this caller may do it now."
                    )
                ),
                ("properties", .map([("self", .reference("schemas", "Link"))])), ("required", .texts(["self"])),
                ("additionalProperties", .reference("schemas", "Link")),
            ])
        }
        _ = self.keep("PageMeta") { _ in
            func count(_ sentence: String, _ minimum: Int, _ example: Int) -> ContractNode {
                .map([
                    ("type", .text("integer")), ("description", .text(sentence)), ("minimum", .number(minimum)),
                    ("example", .number(example)),
                ])
            }
            return Self.object(
                "Where a page stands in its list.",
                [
                    ("page", count("This page, from 1.", 1, 1), true),
                    ("limit", count("How many items a page has at most.", 1, 20), true),
                    ("count", count("How many items this page has.", 0, 3), true),
                    ("totalRecords", count("How many items the list has.", 0, 3), true),
                    ("totalPages", count("How many pages the list has, one at least.", 1, 1), true),
                ])
        }
        // A problem has only the members that it needs.
        _ = self.keep("Problem") { schemas in
            let needed: Set<String> = ["type", "title", "status", "detail", "instance", "code", "errors"]
            return Self.object(
                Problem.shape.sentence,
                Problem.shape.members.map { member in
                    let name = "\(member.name)"
                    if case .assembled = member.kind { return (name, schemas.answer(member, in: "Problem"), true) }
                    return (
                        name, schemas.scalar(member, in: "Problem", bounds: false, mayBeNull: false),
                        needed.contains(name)
                    )
                })
        }
    }
}

extension Shape {
    /// What the contract calls it where a body says it.
    func name(_ use: Member.Use) -> String {
        switch use {
        case .creation: "New\(self.name)"
        case .change: "\(self.name)Change"
        case .whole: "Whole\(self.name)"
        }
    }
}
