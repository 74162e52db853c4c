/// The whole API, in the order of openapi.yaml. Every path lies below `/samverkan/v1`.
enum Routes {
    static let all: [Route] = Self.service + Self.municipality + Self.agreements + Self.pictures + Self.plans + Self.measures + Self.parties + Self.group + Self.imports + Self.districts

    private static let service: [Route] = [
        .get("/api-info", .anyone, APIDescriptionRoutes.info),
        .get("/openapi.yaml", .anyone, APIDescriptionRoutes.specification),
        .get("/me", MeRoutes.show),
        .get("/me/measures", WaitingMeasureRoutes.list),
    ]

    private static let municipality: [Route] = [
        .get("/municipalities/{municipalityCode}", MunicipalityRoutes.show),
        .patch("/municipalities/{municipalityCode}", MunicipalityRoutes.change),
    ]

    private static let agreements: [Route] = [
        .get("/municipalities/{municipalityCode}/agreements", AgreementRoutes.list),
        .post("/municipalities/{municipalityCode}/agreements", AgreementRoutes.create),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}", AgreementRoutes.show),
        .patch("/municipalities/{municipalityCode}/agreements/{agreementId}", AgreementRoutes.change),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/proposal", AgreementRoutes.propose),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/return", AgreementRoutes.takeBack),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/signatures", AgreementRoutes.sign),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/termination", AgreementRoutes.terminate),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/renewal", AgreementRoutes.renew),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations", ProlongationRoutes.create),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}", ProlongationRoutes.show),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}/signatures", ProlongationRoutes.sign),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}/withdrawal", ProlongationRoutes.withdraw),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/attachments", AttachmentRoutes.list(.document(.agreement))),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/attachments", AttachmentRoutes.create(.document(.agreement))),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/comments", CommentRoutes.list(.agreement)),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/comments", CommentRoutes.create(.agreement)),

        .get("/municipalities/{municipalityCode}/promises", PromiseRoutes.promises.list),
        .post("/municipalities/{municipalityCode}/promises", PromiseRoutes.creation.create),
        .get("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.promises.show),
        .patch("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.promises.change),
        .delete("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.remove),
    ]

    private static let pictures: [Route] = [
        .get("/municipalities/{municipalityCode}/situational-pictures", SituationalPictureRoutes.list),
        .post("/municipalities/{municipalityCode}/situational-pictures", SituationalPictureRoutes.create),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}", SituationalPictureRoutes.show),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}", SituationalPictureRoutes.change),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/establishment", SituationalPictureRoutes.establish),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/revisions", SituationalPictureRoutes.revise),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources", SituationalPictureRoutes.sources.create),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.sources.show),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.sources.change),
        .delete("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.sources.remove),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems", SituationalPictureRoutes.problems.create),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.problems.show),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.problems.change),
        .delete("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.problems.remove),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/attachments", AttachmentRoutes.list(.document(.picture))),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/attachments", AttachmentRoutes.create(.document(.picture))),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/comments", CommentRoutes.list(.picture)),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/comments", CommentRoutes.create(.picture)),
    ]

    private static let plans: [Route] = [
        .get("/municipalities/{municipalityCode}/action-plans", ActionPlanRoutes.list),
        .post("/municipalities/{municipalityCode}/action-plans", ActionPlanRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.show),
        .put("/municipalities/{municipalityCode}/action-plans/{planId}", WholePlanRoutes.replace),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.change),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/adoption", ActionPlanRoutes.adopt),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/closing", ActionPlanRoutes.close),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/reopening", ActionPlanRoutes.reopen),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/revisions", RevisionRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/changes", RevisionRoutes.changes),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas", PriorityAreaRoutes.areas.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.areas.show),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.areas.change),
        .delete("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.areas.remove),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/causes", PriorityAreaRoutes.causes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.causes.show),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.causes.change),
        .delete("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.causes.remove),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/measures", MeasureWritingRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.list),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work/{workId}", UnplannedWorkRoutes.show),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work/{workId}/correction", UnplannedWorkRoutes.correct),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/attachments", AttachmentRoutes.list(.document(.plan))),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/attachments", AttachmentRoutes.create(.document(.plan))),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/comments", CommentRoutes.list(.plan)),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/comments", CommentRoutes.create(.plan)),
        .get("/municipalities/{municipalityCode}/comments/{commentId}", CommentRoutes.show),
        .post("/municipalities/{municipalityCode}/comments/{commentId}/resolution", CommentRoutes.resolve),
        .get("/municipalities/{municipalityCode}/attachments/{attachmentId}", AttachmentRoutes.show),
        .get("/municipalities/{municipalityCode}/attachments/{attachmentId}/content", AttachmentRoutes.content),
    ]

    private static let measures: [Route] = [
        .get("/municipalities/{municipalityCode}/measures", MeasureRoutes.list),
        .get("/municipalities/{municipalityCode}/measures/{measureId}", MeasureRoutes.show),
        .patch("/municipalities/{municipalityCode}/measures/{measureId}", MeasureWritingRoutes.change),
        .delete("/municipalities/{municipalityCode}/measures/{measureId}", MeasureWritingRoutes.remove),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/dropping", MeasureWritingRoutes.drop),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/contact", MeasureWritingRoutes.changeContact),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/history", MeasureWritingRoutes.history),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.list),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.create),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}", FollowUpRoutes.show),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/correction", FollowUpRoutes.correct),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.list(.followUp)),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.create(.followUp)),
        .post("/municipalities/{municipalityCode}/follow-ups", FollowUpRoutes.createAll),
    ]

    private static let parties: [Route] = [
        .get("/municipalities/{municipalityCode}/responsible-parties", ResponsiblePartyRoutes.parties.list),
        .post("/municipalities/{municipalityCode}/responsible-parties", ResponsiblePartyRoutes.parties.create),
        .get("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.parties.show),
        .patch("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.parties.change),
        .delete("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.remove),
        .post("/municipalities/{municipalityCode}/responsible-parties/{partyId}/merger", ResponsiblePartyRoutes.merge),
        .post("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts", ResponsiblePartyRoutes.contacts.create),
        .get("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.contacts.show),
        .patch("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.contacts.change),
        .delete("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.contacts.remove),
    ]

    private static let group: [Route] = [
        .get("/municipalities/{municipalityCode}/crime-prevention-group-members", CrimePreventionGroupRoutes.members.list),
        .post("/municipalities/{municipalityCode}/crime-prevention-group-members", CrimePreventionGroupRoutes.members.create),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.members.show),
        .patch("/municipalities/{municipalityCode}/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.members.change),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-meetings", CrimePreventionGroupRoutes.meetings.list),
        .post("/municipalities/{municipalityCode}/crime-prevention-group-meetings", CrimePreventionGroupRoutes.meetings.create),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.meetings.show),
        .patch("/municipalities/{municipalityCode}/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.meetings.change),
    ]

    private static let imports: [Route] = [
        .get("/municipalities/{municipalityCode}/imports", ImportRoutes.list),
        .post("/municipalities/{municipalityCode}/imports", ImportRoutes.create),
        .get("/municipalities/{municipalityCode}/imports/{importId}", ImportRoutes.show),
        .post("/municipalities/{municipalityCode}/imports/{importId}/reading", ImportRoutes.readAgain),
        .post("/municipalities/{municipalityCode}/imports/{importId}/confirmation", ImportRoutes.confirm),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/follow-up-proposals", ImportRoutes.proposeFollowUps),
    ]

    private static let districts: [Route] = [
        .get("/districts/{districtCode}/overview", DistrictRoutes.overview)
    ]
}
