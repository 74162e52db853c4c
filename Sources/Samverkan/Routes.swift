/// The whole API, in the order of openapi.yaml. Every path lies below `/samverkan/v1`.
enum Routes {
    static let all: [Route] = [
        .get("/api-info", .anyone, APIDescriptionRoutes.info),
        .get("/openapi.yaml", .anyone, APIDescriptionRoutes.specification),
        .get("/me", MeRoutes.show),

        .get("/municipalities/{municipalityCode}", MunicipalityRoutes.show),
        .get("/municipalities/{municipalityCode}/agreements", AgreementRoutes.list),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}", AgreementRoutes.show),
        .get("/municipalities/{municipalityCode}/promises", PromiseRoutes.list),
        .get("/municipalities/{municipalityCode}/situational-pictures", SituationalPictureRoutes.list),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}", SituationalPictureRoutes.show),

        .get("/municipalities/{municipalityCode}/action-plans", ActionPlanRoutes.list),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.show),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/adoption", ActionPlanRoutes.adopt),

        .get("/municipalities/{municipalityCode}/measures", MeasureRoutes.list),
        .get("/municipalities/{municipalityCode}/measures/{measureId}", MeasureRoutes.show),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.list),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.create),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}", FollowUpRoutes.show),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/correction", FollowUpRoutes.correct),

        .get("/municipalities/{municipalityCode}/responsible-parties", ResponsiblePartyRoutes.list),
        .get("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.show),

        .get("/municipalities/{municipalityCode}/imports", ImportRoutes.list),
        .post("/municipalities/{municipalityCode}/imports", ImportRoutes.create),
        .get("/municipalities/{municipalityCode}/imports/{importId}", ImportRoutes.show),
        .post("/municipalities/{municipalityCode}/imports/{importId}/confirmation", ImportRoutes.confirm),

        .get("/districts/{districtCode}/overview", DistrictRoutes.overview),
    ]
}
