/// A setting that the service cannot start with; one line for the person who set it.
public struct SettingsError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
