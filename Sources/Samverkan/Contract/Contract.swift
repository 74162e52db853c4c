import HTTPTypes

/// The contract (openapi.yaml), made of the operations and their shapes, with examples out of a recording.
package enum Contract {
    /// One recorded exchange of each operation.
    package struct Recording: Sendable {
        package var request: ContractNode?
        package var response: ContractNode?
        package var location: String?

        package init(request: ContractNode?, response: ContractNode?, location: String?) {
            self.request = request
            self.response = response
            self.location = location
        }
    }

    /// - Parameter recordings: by the operations' ids.
    package static func document(recordings: [String: Recording]) -> ContractNode {
        let operations = Routes.all.map(\.operation)
        var (shown, linked): (Set<String>, Set<String>) = ([], ["OverviewMunicipality", "Prolongation"])
        var seen = Seen()
        for operation in operations {
            let recording = recordings[operation.id]
            switch operation.answer {
            case .document(let shape, _), .created(let shape, _, _):
                linked.insert(shape.name)
                Self.show(shape, &shown)
                seen.note(shape, recording?.response, as: shape.name)
            case .page(let shape):
                linked.insert(shape.name)
                Self.show(shape, &shown)
                if case .list(let items)? = recording?.response?["items"] {
                    for item in items { seen.note(shape, item, as: shape.name) }
                }
            case .removed, .file: break
            }
        }
        for operation in operations {
            switch operation.body {
            case .json(let shape, let use), .optionalJSON(let shape, let use):
                seen.note(
                    shape, recordings[operation.id]?.request,
                    as: shown.contains(shape.name) ? shape.name(use) : shape.name)
            case .none, .file: break
            }
        }
        var schemas = ContractSchemas(shown: shown, linked: linked, examples: seen.examples)
        schemas.addCommon()
        var paths: [(String, [(String, ContractNode)])] = []
        for route in Routes.all {
            let node = ContractOperation(route, recordings[route.operation.id]).node(&schemas)
            let entry = (route.method.rawValue.lowercased(), node)
            if let place = paths.firstIndex(where: { $0.0 == route.path }) {
                paths[place].1.append(entry)
            } else {
                paths.append((route.path, [entry]))
            }
        }
        return .map([
            ("openapi", .text("3.1.0")), ("info", ContractText.info), ("servers", ContractText.servers),
            ("tags", ContractText.tags),
            ("security", .list([.map([("bearer", .list([]))])])), ("paths", .map(paths.map { ($0.0, .map($0.1)) })),
            (
                "components",
                .map([
                    ("securitySchemes", ContractText.securitySchemes),
                    ("parameters", ContractParameters.components(Routes.all)),
                    ("headers", ContractParameters.headers), ("schemas", .map(schemas.named)),
                    ("responses", ContractProblems.components),
                ])
            ),
        ])
    }

    /// Adds the names of a shape and of those within it.
    private static func show(_ shape: Shape, _ names: inout Set<String>) {
        names.insert(shape.name)
        for member in shape.members where member.isShown {
            switch member.kind {
            case .object(let shape), .rows(let shape, _), .assembled(let shape, _), .inlined(let shape):
                Self.show(shape, &names)
            default: break
            }
        }
    }

    /// The first value of each member that a recording has.
    private struct Seen {
        var examples: [String: ContractNode] = [:]

        mutating func note(_ shape: Shape, _ value: ContractNode?, as name: String) {
            guard let value else { return }
            for member in shape.members {
                if case .inlined(let inner) = member.kind {
                    self.note(inner, value, as: inner.name)
                    continue
                }
                guard let found = value["\(member.name)"], !found.isNull else { continue }
                switch member.kind {
                case .object(let inner), .assembled(let inner, isList: false): self.note(inner, found, as: inner.name)
                case .rows(let inner, _), .assembled(let inner, isList: true):
                    if case .list(let items) = found { for item in items { self.note(inner, item, as: inner.name) } }
                default:
                    let key = "\(name).\(member.name)"
                    guard found.isScalar else { continue }
                    if self.examples[key] == nil { self.examples[key] = found }
                    // Where nothing was recorded of a shape, what another calls the same.
                    if self.examples["\(member.name)"] == nil { self.examples["\(member.name)"] = found }
                }
            }
        }
    }
}
