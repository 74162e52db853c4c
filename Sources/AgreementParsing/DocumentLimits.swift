/// No agreement with its plan is longer.
public enum DocumentLimits {
    /// Bytes of text.
    public static let text = 300_000
    public static let lines = 5_000
}
