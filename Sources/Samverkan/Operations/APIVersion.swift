/// The version of this API and of the service, and when it was released.
package enum APIVersion {
    package static let current = "0.1.0"
    static let released = "2026-11-24"
}
