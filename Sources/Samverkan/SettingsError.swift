/// A setting that the service cannot start with; one line for the person who set it.
package struct SettingsError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}
