package import Postgres

/// Why the database could not be brought to this version.
package enum MigratorError: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    /// The file of an applied migration is no longer what was applied.
    case changed(name: String)
    /// A migration was applied whose file is gone.
    case missing(name: String)
    /// A new migration sorts before one that is already applied.
    case outOfOrder(name: String, after: String)
    case failed(file: String, PostgresError)
    /// A role of this name is there already, and is no BI login.
    case roleTaken(String)
    case unknownMunicipality(String)
    case unknownDistrict(String)
    case unknownLogin(String)
    /// A scope of BI has this name already and is another one.
    case scopeTaken(String)
    /// This PostgreSQL has known holes.
    case oldServer(String)

    package var description: String {
        switch self {
        case .unreadable(let path): "cannot read \(path)"
        case .changed(let name):
            "migration \(name) has changed since it was applied; migrations are append-only, so put the change into a new one"
        case .missing(let name):
            "migration \(name) was applied here but its file is missing; this is an older version of the service"
        case .outOfOrder(let name, let after):
            "migration \(name) sorts before \(after), which is already applied; give it a later number"
        case .oldServer(let hole):
            "\(hole); upgrade it, or set SAMVERKAN_ALLOW_OLD_POSTGRESQL=yes where nothing real is kept"
        case .unknownMunicipality(let code): "there is no municipality \(code) here"
        case .unknownDistrict(let code): "there is no district \(code) here"
        case .unknownLogin(let name): "\(name) is no login for BI"
        case .scopeTaken(let name): "the scope \(name) is there already and holds other documents"
        case .roleTaken(let name): "a role called \(name) is there already and is no BI login; choose another name"
        case .failed(let file, let error): "\(file): \(error)"
        }
    }
}
