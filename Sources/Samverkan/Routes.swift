/// The whole API, in the order of openapi.yaml. Every path lies below `/samverkan/v1`.
enum Routes {
    static let all: [Route] = Self.service + Self.municipality + Self.agreements + Self.pictures + Self.plans + Self.measures + Self.parties + Self.group + Self.imports + Self.districts

    private static let service: [Route] = [
        .get("/", APIDescriptionRoutes.root),
        .get("/api-info", APIDescriptionRoutes.info),
        .get("/openapi.yaml", APIDescriptionRoutes.specification),
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
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/signed-text", AgreementRoutes.signedText),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/termination", AgreementRoutes.terminate),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/renewal", AgreementRoutes.renew),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations", ProlongationRoutes.create),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}", ProlongationRoutes.show),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}/signatures", ProlongationRoutes.sign),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/prolongations/{prolongationId}/withdrawal", ProlongationRoutes.withdraw),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/attachments", AttachmentRoutes.listOfAgreement),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/attachments", AttachmentRoutes.createOnAgreement),
        .get("/municipalities/{municipalityCode}/agreements/{agreementId}/comments", CommentRoutes.listOfAgreement),
        .post("/municipalities/{municipalityCode}/agreements/{agreementId}/comments", CommentRoutes.createOnAgreement),

        .get("/municipalities/{municipalityCode}/promises", PromiseRoutes.list),
        .post("/municipalities/{municipalityCode}/promises", PromiseRoutes.create),
        .get("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.show),
        .patch("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.change),
        .delete("/municipalities/{municipalityCode}/promises/{promiseId}", PromiseRoutes.remove),
    ]

    private static let pictures: [Route] = [
        .get("/municipalities/{municipalityCode}/situational-pictures", SituationalPictureRoutes.list),
        .post("/municipalities/{municipalityCode}/situational-pictures", SituationalPictureRoutes.create),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}", SituationalPictureRoutes.show),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}", SituationalPictureRoutes.change),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/establishment", SituationalPictureRoutes.establish),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/revisions", SituationalPictureRoutes.revise),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources", SituationalPictureRoutes.createSource),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.showSource),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.changeSource),
        .delete("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.removeSource),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems", SituationalPictureRoutes.createProblem),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.showProblem),
        .patch("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.changeProblem),
        .delete("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.removeProblem),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/attachments", AttachmentRoutes.listOfPicture),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/attachments", AttachmentRoutes.createOnPicture),
        .get("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/comments", CommentRoutes.listOfPicture),
        .post("/municipalities/{municipalityCode}/situational-pictures/{pictureId}/comments", CommentRoutes.createOnPicture),
    ]

    private static let plans: [Route] = [
        .get("/municipalities/{municipalityCode}/action-plans", ActionPlanRoutes.list),
        .post("/municipalities/{municipalityCode}/action-plans", ActionPlanRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.show),
        .put("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.replace),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}", ActionPlanRoutes.change),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/adoption", ActionPlanRoutes.adopt),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/closing", ActionPlanRoutes.close),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/reopening", ActionPlanRoutes.reopen),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/revisions", ActionPlanRoutes.revise),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/changes", ActionPlanRoutes.changes),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas", PriorityAreaRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.show),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.change),
        .delete("/municipalities/{municipalityCode}/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.remove),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/causes", PriorityAreaRoutes.createCause),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.showCause),
        .patch("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.changeCause),
        .delete("/municipalities/{municipalityCode}/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.removeCause),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/measures", MeasureRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.list),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.create),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work/{workId}", UnplannedWorkRoutes.show),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/unplanned-work/{workId}/correction", UnplannedWorkRoutes.correct),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/attachments", AttachmentRoutes.listOfPlan),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/attachments", AttachmentRoutes.createOnPlan),
        .get("/municipalities/{municipalityCode}/action-plans/{planId}/comments", CommentRoutes.listOfPlan),
        .post("/municipalities/{municipalityCode}/action-plans/{planId}/comments", CommentRoutes.createOnPlan),
        .get("/municipalities/{municipalityCode}/comments/{commentId}", CommentRoutes.show),
        .post("/municipalities/{municipalityCode}/comments/{commentId}/resolution", CommentRoutes.resolve),
        .get("/municipalities/{municipalityCode}/attachments/{attachmentId}", AttachmentRoutes.show),
        .get("/municipalities/{municipalityCode}/attachments/{attachmentId}/content", AttachmentRoutes.content),
    ]

    private static let measures: [Route] = [
        .get("/municipalities/{municipalityCode}/measures", MeasureRoutes.list),
        .get("/municipalities/{municipalityCode}/measures/{measureId}", MeasureRoutes.show),
        .patch("/municipalities/{municipalityCode}/measures/{measureId}", MeasureRoutes.change),
        .delete("/municipalities/{municipalityCode}/measures/{measureId}", MeasureRoutes.remove),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/dropping", MeasureRoutes.drop),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/contact", MeasureRoutes.changeContact),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/history", MeasureRoutes.history),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.list),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups", FollowUpRoutes.create),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}", FollowUpRoutes.show),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/correction", FollowUpRoutes.correct),
        .get("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.listOfFollowUp),
        .post("/municipalities/{municipalityCode}/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.createOnFollowUp),
        .post("/municipalities/{municipalityCode}/follow-ups", FollowUpRoutes.createAll),
    ]

    private static let parties: [Route] = [
        .get("/municipalities/{municipalityCode}/responsible-parties", ResponsiblePartyRoutes.list),
        .post("/municipalities/{municipalityCode}/responsible-parties", ResponsiblePartyRoutes.create),
        .get("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.show),
        .patch("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.change),
        .delete("/municipalities/{municipalityCode}/responsible-parties/{partyId}", ResponsiblePartyRoutes.remove),
        .post("/municipalities/{municipalityCode}/responsible-parties/{partyId}/merger", ResponsiblePartyRoutes.merge),
        .post("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts", ResponsiblePartyRoutes.createContact),
        .get("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.showContact),
        .patch("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.changeContact),
        .delete("/municipalities/{municipalityCode}/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.removeContact),
    ]

    private static let group: [Route] = [
        .get("/municipalities/{municipalityCode}/crime-prevention-group-members", CrimePreventionGroupRoutes.listMembers),
        .post("/municipalities/{municipalityCode}/crime-prevention-group-members", CrimePreventionGroupRoutes.createMember),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.showMember),
        .patch("/municipalities/{municipalityCode}/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.changeMember),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-meetings", CrimePreventionGroupRoutes.listMeetings),
        .post("/municipalities/{municipalityCode}/crime-prevention-group-meetings", CrimePreventionGroupRoutes.createMeeting),
        .get("/municipalities/{municipalityCode}/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.showMeeting),
        .patch("/municipalities/{municipalityCode}/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.changeMeeting),
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
