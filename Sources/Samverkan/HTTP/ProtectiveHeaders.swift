import HTTPTypes

/// What every answer tells a browser: show nothing of it as a page, run nothing, embed it nowhere, tell nobody where it
/// was.
enum ProtectiveHeaders {
    static let all: HTTPFields = [
        .contentSecurityPolicy: "default-src 'none'; sandbox", .crossOriginResourcePolicy: "same-origin",
        HTTPField.Name("Referrer-Policy")!: "no-referrer", HTTPField.Name("X-Frame-Options")!: "DENY",
        .xContentTypeOptions: "nosniff",
    ]
}
