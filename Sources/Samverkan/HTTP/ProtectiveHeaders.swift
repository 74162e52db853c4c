import HTTPTypes

/// What every answer tells a browser, unless it says something of its own: show nothing of it as a page, run nothing, embed it nowhere, tell nobody where it
/// was.
enum ProtectiveHeaders {
    static let all: HTTPFields = [
        .contentSecurityPolicy: "default-src 'none'; sandbox", .crossOriginResourcePolicy: "same-origin",
        HTTPField.Name("Referrer-Policy")!: "no-referrer", HTTPField.Name("X-Frame-Options")!: "DENY",
        .xContentTypeOptions: "nosniff",
    ]

    /// Of a page that the service itself has written: it may be shown, with the service's own stylesheet.
    ///
    /// - Parameter origin: which links begin with; the client may have come by another name.
    static func ofPages(from origin: String) -> String {
        "default-src 'none'; style-src 'self' \(origin); base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }
}
