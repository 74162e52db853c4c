/// No agreement with its plan is longer.
package enum DocumentLimits {
    /// Bytes of text.
    package static let text = 300_000
    package static let lines = 5_000
}
