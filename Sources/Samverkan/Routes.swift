/// The whole API, in the order of openapi.yaml. Every path lies below `/samverkan/v1`.
enum Routes {
    static let all: [Route] =
        Self.service + Route.below("/municipalities/{municipalityCode}", Self.tenant) + Self.districts

    private static let tenant: [Route] =
        Self.municipality + Self.agreements + Self.pictures + Self.plans + Self.measures + Self.reports + Self.parties
        + Self.group
        + Self.imports

    private static let service: [Route] = [
        .get("/", APIDescriptionRoutes.root),
        .get("/api-info", APIDescriptionRoutes.info),
        .get("/openapi.yaml", APIDescriptionRoutes.specification),
        .get("/me", MeRoutes.show),
        .get("/me/measures", WaitingMeasureRoutes.list),
        .post("/me/follow-ups", MyFollowUpRoutes.createAll),
        .get("/me/signatures", AwaitedSignatureRoutes.list),
    ]

    private static let municipality: [Route] = [
        .get("", MunicipalityRoutes.show),
        .patch("", MunicipalityRoutes.change),
    ]

    private static let agreements: [Route] = [
        .get("/agreements", AgreementRoutes.list),
        .post("/agreements", AgreementRoutes.create),
        .get("/agreements/{agreementId}", AgreementRoutes.show),
        .patch("/agreements/{agreementId}", AgreementRoutes.change),
        .post("/agreements/{agreementId}/proposal", AgreementRoutes.propose),
        .post("/agreements/{agreementId}/return", AgreementRoutes.takeBack),
        .post("/agreements/{agreementId}/signatures", AgreementRoutes.sign),
        .get("/agreements/{agreementId}/signed-text", AgreementRoutes.signedText),
        .post("/agreements/{agreementId}/termination", AgreementRoutes.terminate),
        .post("/agreements/{agreementId}/renewal", AgreementRoutes.renew),
        .post("/agreements/{agreementId}/prolongations", ProlongationRoutes.create),
        .get("/agreements/{agreementId}/prolongations/{prolongationId}", ProlongationRoutes.show),
        .post("/agreements/{agreementId}/prolongations/{prolongationId}/signatures", ProlongationRoutes.sign),
        .post("/agreements/{agreementId}/prolongations/{prolongationId}/withdrawal", ProlongationRoutes.withdraw),
        .get("/agreements/{agreementId}/attachments", AttachmentRoutes.listOfAgreement),
        .post("/agreements/{agreementId}/attachments", AttachmentRoutes.createOnAgreement),
        .get("/agreements/{agreementId}/comments", CommentRoutes.listOfAgreement),
        .post("/agreements/{agreementId}/comments", CommentRoutes.createOnAgreement),

        .get("/promises", PromiseRoutes.list),
        .post("/promises", PromiseRoutes.create),
        .get("/promises/{promiseId}", PromiseRoutes.show),
        .patch("/promises/{promiseId}", PromiseRoutes.change),
        .delete("/promises/{promiseId}", PromiseRoutes.remove),
        .post("/promises/{promiseId}/proposal", PromiseRoutes.propose),
        .post("/promises/{promiseId}/approvals", PromiseRoutes.approve),
        .post("/promises/{promiseId}/return", PromiseRoutes.takeBack),
        .post("/promises/{promiseId}/publication", PromiseRoutes.publish),
        .post("/promises/{promiseId}/withdrawal", PromiseRoutes.withdraw),
        .post("/promises/{promiseId}/revisions", PromiseRoutes.revise),
        .post("/promises/{promiseId}/prolongation", PromiseRoutes.prolong),
        .get("/promises/{promiseId}/outcomes", PromiseOutcomeRoutes.list),
        .post("/promises/{promiseId}/outcomes", PromiseOutcomeRoutes.create),
        .get("/promises/{promiseId}/outcomes/{outcomeId}", PromiseOutcomeRoutes.show),
        .post("/promises/{promiseId}/outcomes/{outcomeId}/approvals", PromiseOutcomeRoutes.approve),
        .post("/promises/{promiseId}/outcomes/{outcomeId}/return", PromiseOutcomeRoutes.takeBack),
        .post("/promises/{promiseId}/outcomes/{outcomeId}/correction", PromiseOutcomeRoutes.correct),
    ]

    private static let pictures: [Route] = [
        .get("/situational-pictures", SituationalPictureRoutes.list),
        .post("/situational-pictures", SituationalPictureRoutes.create),
        .get("/situational-pictures/{pictureId}", SituationalPictureRoutes.show),
        .patch("/situational-pictures/{pictureId}", SituationalPictureRoutes.change),
        .post("/situational-pictures/{pictureId}/establishment", SituationalPictureRoutes.establish),
        .post("/situational-pictures/{pictureId}/revisions", SituationalPictureRoutes.revise),
        .post("/situational-pictures/{pictureId}/sources", SituationalPictureRoutes.createSource),
        .get("/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.showSource),
        .patch("/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.changeSource),
        .delete("/situational-pictures/{pictureId}/sources/{sourceId}", SituationalPictureRoutes.removeSource),
        .post("/situational-pictures/{pictureId}/problems", SituationalPictureRoutes.createProblem),
        .get("/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.showProblem),
        .patch("/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.changeProblem),
        .delete("/situational-pictures/{pictureId}/problems/{problemId}", SituationalPictureRoutes.removeProblem),
        .get("/situational-pictures/{pictureId}/attachments", AttachmentRoutes.listOfPicture),
        .post("/situational-pictures/{pictureId}/attachments", AttachmentRoutes.createOnPicture),
        .get("/situational-pictures/{pictureId}/comments", CommentRoutes.listOfPicture),
        .post("/situational-pictures/{pictureId}/comments", CommentRoutes.createOnPicture),
    ]

    private static let plans: [Route] = [
        .get("/action-plans", ActionPlanRoutes.list),
        .post("/action-plans", ActionPlanRoutes.create),
        .get("/action-plans/{planId}", ActionPlanRoutes.show),
        .put("/action-plans/{planId}", ActionPlanRoutes.replace),
        .patch("/action-plans/{planId}", ActionPlanRoutes.change),
        .post("/action-plans/{planId}/proposal", ActionPlanRoutes.propose),
        .post("/action-plans/{planId}/approvals", ActionPlanRoutes.approve),
        .post("/action-plans/{planId}/return", ActionPlanRoutes.takeBack),
        .post("/action-plans/{planId}/adoption", ActionPlanRoutes.adopt),
        .post("/action-plans/{planId}/closing", ActionPlanRoutes.close),
        .post("/action-plans/{planId}/reopening", ActionPlanRoutes.reopen),
        .post("/action-plans/{planId}/revisions", ActionPlanRoutes.revise),
        .get("/action-plans/{planId}/changes", ActionPlanRoutes.changes),
        .post("/action-plans/{planId}/priority-areas", PriorityAreaRoutes.create),
        .get("/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.show),
        .patch("/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.change),
        .delete("/action-plans/{planId}/priority-areas/{areaId}", PriorityAreaRoutes.remove),
        .post("/action-plans/{planId}/causes", PriorityAreaRoutes.createCause),
        .get("/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.showCause),
        .patch("/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.changeCause),
        .delete("/action-plans/{planId}/causes/{causeId}", PriorityAreaRoutes.removeCause),
        .post("/action-plans/{planId}/indicators", IndicatorRoutes.create),
        .get("/action-plans/{planId}/indicators/{indicatorId}", IndicatorRoutes.show),
        .patch("/action-plans/{planId}/indicators/{indicatorId}", IndicatorRoutes.change),
        .delete("/action-plans/{planId}/indicators/{indicatorId}", IndicatorRoutes.remove),
        .get("/action-plans/{planId}/indicators/{indicatorId}/values", IndicatorValueRoutes.list),
        .post("/action-plans/{planId}/indicators/{indicatorId}/values", IndicatorValueRoutes.create),
        .get("/action-plans/{planId}/indicators/{indicatorId}/values/{valueId}", IndicatorValueRoutes.show),
        .post(
            "/action-plans/{planId}/indicators/{indicatorId}/values/{valueId}/correction", IndicatorValueRoutes.correct),
        .post("/action-plans/{planId}/measures", MeasureRoutes.create),
        .get("/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.list),
        .post("/action-plans/{planId}/unplanned-work", UnplannedWorkRoutes.create),
        .get("/action-plans/{planId}/unplanned-work/{workId}", UnplannedWorkRoutes.show),
        .post("/action-plans/{planId}/unplanned-work/{workId}/correction", UnplannedWorkRoutes.correct),
        .get("/action-plans/{planId}/attachments", AttachmentRoutes.listOfPlan),
        .post("/action-plans/{planId}/attachments", AttachmentRoutes.createOnPlan),
        .get("/action-plans/{planId}/comments", CommentRoutes.listOfPlan),
        .post("/action-plans/{planId}/comments", CommentRoutes.createOnPlan),
        .post("/action-plans/{planId}/reporting-round-series", ReportingRoundRoutes.createSeries),
        .get("/reporting-rounds", ReportingRoundRoutes.list),
        .post("/reporting-rounds", ReportingRoundRoutes.create),
        .get("/reporting-rounds/{roundId}", ReportingRoundRoutes.show),
        .patch("/reporting-rounds/{roundId}", ReportingRoundRoutes.change),
        .delete("/reporting-rounds/{roundId}", ReportingRoundRoutes.remove),
        .get("/reporting-round-proposals", RoundProposalRoutes.list),
        .post("/reporting-round-proposals", RoundProposalRoutes.create),
        .get("/reporting-round-proposals/{proposalId}", RoundProposalRoutes.show),
        .get("/comments/{commentId}", CommentRoutes.show),
        .post("/comments/{commentId}/resolution", CommentRoutes.resolve),
        .get("/attachments/{attachmentId}", AttachmentRoutes.show),
        .get("/attachments/{attachmentId}/content", AttachmentRoutes.content),
    ]

    private static let measures: [Route] = [
        .get("/measures", MeasureRoutes.list),
        .get("/measures/{measureId}", MeasureRoutes.show),
        .patch("/measures/{measureId}", MeasureRoutes.change),
        .delete("/measures/{measureId}", MeasureRoutes.remove),
        .post("/measures/{measureId}/dropping", MeasureRoutes.drop),
        .post("/measures/{measureId}/contact", MeasureRoutes.changeContact),
        .get("/measures/{measureId}/history", MeasureRoutes.history),
        .get("/measures/{measureId}/follow-ups", FollowUpRoutes.list),
        .post("/measures/{measureId}/follow-ups", FollowUpRoutes.create),
        .get("/measures/{measureId}/follow-ups/{followUpId}", FollowUpRoutes.show),
        .post("/measures/{measureId}/follow-ups/{followUpId}/correction", FollowUpRoutes.correct),
        .get("/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.listOfFollowUp),
        .post("/measures/{measureId}/follow-ups/{followUpId}/attachments", AttachmentRoutes.createOnFollowUp),
        .post("/follow-ups", FollowUpRoutes.createAll),
    ]

    private static let reports: [Route] = [
        .get("/bodies", RecipientBodyRoutes.list),
        .post("/bodies", RecipientBodyRoutes.create),
        .get("/bodies/{bodyId}", RecipientBodyRoutes.show),
        .patch("/bodies/{bodyId}", RecipientBodyRoutes.change),
        .get("/reports", ReportRoutes.list),
        .post("/reports", ReportRoutes.create),
        .get("/reports/{reportId}", ReportRoutes.show),
        .patch("/reports/{reportId}", ReportRoutes.change),
        .get("/reports/{reportId}/document", ReportRoutes.document),
        .get("/reports/{reportId}/sent-text", ReportRoutes.sentText),
        .post("/reports/{reportId}/generation", ReportRoutes.generate),
        .post("/reports/{reportId}/sending", ReportRoutes.send),
        .post("/reports/{reportId}/acknowledgement", ReportRoutes.acknowledge),
        .post("/reports/{reportId}/revisions", ReportRoutes.revise),
        .post("/reports/{reportId}/withdrawal", ReportRoutes.withdraw),
        .get("/reports/{reportId}/attachments", AttachmentRoutes.listOfReport),
        .post("/reports/{reportId}/attachments", AttachmentRoutes.createOnReport),
        .get("/report-dispatches", ReportDispatchRoutes.list),
        .post("/report-dispatches", ReportDispatchRoutes.create),
        .get("/report-dispatches/{dispatchId}", ReportDispatchRoutes.show),
        .patch("/report-dispatches/{dispatchId}", ReportDispatchRoutes.change),
        .get("/report-decisions", ReportDecisionRoutes.list),
        .post("/report-decisions", ReportDecisionRoutes.create),
        .get("/report-decisions/{decisionId}", ReportDecisionRoutes.show),
        .patch("/report-decisions/{decisionId}", ReportDecisionRoutes.change),
    ]

    private static let parties: [Route] = [
        .get("/responsible-parties", ResponsiblePartyRoutes.list),
        .post("/responsible-parties", ResponsiblePartyRoutes.create),
        .get("/responsible-parties/{partyId}", ResponsiblePartyRoutes.show),
        .patch("/responsible-parties/{partyId}", ResponsiblePartyRoutes.change),
        .delete("/responsible-parties/{partyId}", ResponsiblePartyRoutes.remove),
        .post("/responsible-parties/{partyId}/merger", ResponsiblePartyRoutes.merge),
        .post("/responsible-parties/{partyId}/contacts", ResponsiblePartyRoutes.createContact),
        .get("/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.showContact),
        .patch("/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.changeContact),
        .delete("/responsible-parties/{partyId}/contacts/{contactId}", ResponsiblePartyRoutes.removeContact),
    ]

    private static let group: [Route] = [
        .get("/crime-prevention-group-members", CrimePreventionGroupRoutes.listMembers),
        .post("/crime-prevention-group-members", CrimePreventionGroupRoutes.createMember),
        .get("/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.showMember),
        .patch("/crime-prevention-group-members/{memberId}", CrimePreventionGroupRoutes.changeMember),
        .get("/crime-prevention-group-meetings", CrimePreventionGroupRoutes.listMeetings),
        .post("/crime-prevention-group-meetings", CrimePreventionGroupRoutes.createMeeting),
        .get("/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.showMeeting),
        .patch("/crime-prevention-group-meetings/{meetingId}", CrimePreventionGroupRoutes.changeMeeting),
    ]

    private static let imports: [Route] = [
        .get("/imports", ImportRoutes.list),
        .post("/imports", ImportRoutes.create),
        .get("/imports/{importId}", ImportRoutes.show),
        .post("/imports/{importId}/reading", ImportRoutes.readAgain),
        .post("/imports/{importId}/confirmation", ImportRoutes.confirm),
        .post("/action-plans/{planId}/follow-up-proposals", ImportRoutes.proposeFollowUps),
    ]

    private static let districts: [Route] = [
        .get("/districts/{districtCode}/overview", DistrictRoutes.overview)
    ]
}
