import HTTPTypes
import Hummingbird

enum APIDescriptionRoutes {
    private static let shape = Shape("APIInfo", "Name, version and life cycle of this API (REST API-profil VER.07).", [
        .text("apiName", "Its name.").always,
        .text("apiVersion", "Its version.").always,
        .day("apiReleased", "The day on which the version was released.").always,
        .text("apiDocumentation", "Where its specification is.").always,
        .choice(
            "apiStatus", Choice("APIStatus", ["beta", "alpha", "active", "deprecated", "retired", "decommissioned"]), "Where it is in its life.").always,
    ])

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
        "getSpecification", "This document", "Anyone. The specification of the API as it runs, OpenAPI 3.1.", access: .anyone,
        answer: .file(["application/yaml"])
    ) { call in
        let specification = call.service.specification
        return call.answer(
            specification.text, "application/yaml; charset=utf-8", tag: specification.tag, compressed: specification.compressed)
    }
}
