import HTTPTypes
import Hummingbird
import NIOCore

enum APIDescriptionRoutes {
    private static let shape = Shape(
        "APIInfo", "Name, version and life cycle of this API (REST API-profil VER.07).",
        [
            .text("apiName", "Its name.").always,
            .text("apiVersion", "Its version.").always,
            .day("apiReleased", "The day on which the version was released.").always,
            .text("apiDocumentation", "Where its specification is.").always,
            .choice(
                "apiStatus",
                Choice("APIStatus", ["beta", "alpha", "active", "deprecated", "retired", "decommissioned"]),
                "Where it is in its life."
            ).always,
        ])

    private static let start = Shape("Start", "Where everything begins.", [.text("apiName", "Its name.").always])

    static let root = Operation(
        "getStart", "Where everything begins",
        "Anyone. Its links lead to all that the caller may read, by way of `/me`.", access: .anyone,
        answer: .document(start, tagged: false)
    ) { call in
        call.answer { json in
            json.field("apiName", "samverkan")
            json.links(self: call.links.href("/")) { json in
                json.link("apiInfo", rel: "service-meta", href: call.links.href("/api-info"))
                json.link("specification", rel: "service-desc", href: call.links.href("/openapi.yaml"))
                json.link("stylesheet", rel: "stylesheet", href: call.links.href("/stylesheet"))
                json.link("me", rel: "related", href: call.links.href("/me"))
            }
        }
    }

    /// Digg's REST API-profil VER.06, VER.07.
    static let info = Operation(
        "getAPIInfo", "About this API", "Anyone.", access: .anyone, answer: .document(shape, tagged: false)
    ) { call in
        call.answer { json in
            json.field("apiName", "samverkan")
            json.field("apiVersion", APIVersion.current)
            json.field("apiReleased", APIVersion.released)
            json.field("apiDocumentation", call.links.href("/openapi.yaml"))
            json.field("apiStatus", "beta")
            json.links(self: call.links.href("/api-info"))
        }
    }

    static let specification = Operation(
        "getSpecification", "This document", "Anyone. The specification of the API as it runs, OpenAPI 3.1.",
        access: .anyone,
        answer: .file(["application/yaml"])
    ) { call in
        let specification = call.service.specification
        return call.answer(
            specification.text, "application/yaml; charset=utf-8", tag: specification.tag,
            compressed: specification.compressed)
    }

    /// Pages that were saved somewhere else may load it, too; it says nothing of anybody.
    static let stylesheet = Operation(
        "getStylesheet", "How pages look", "Anyone. The one stylesheet of all pages, for windows and for A4.",
        access: .anyone, answer: .file(["text/css"])
    ) { call in
        var response = call.answer(Self.stylesheetText, "text/css; charset=utf-8", tag: Self.stylesheetTag)
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
        return response
    }

    private static let stylesheetText = ByteBuffer(staticString: Stylesheet.text)
    private static let stylesheetTag = Compression.checksum(stylesheetText)
}
