import FoundationEssentials
import HTTPTypes
import Postgres

/// From what the database says to what the caller is told, by SQLSTATE and the name of the constraint.
extension Problem {
    private struct Refusal: Sendable {
        let code: ProblemCode
        let detail: String
        /// What to say instead when the document is in one of these states.
        let detailByState: [String: String]
        var field: FieldError?

        init(
            _ code: ProblemCode, _ detail: String, _ field: (pointer: String, code: FieldCode, detail: String)? = nil,
            in detailByState: [String: String] = [:]
        ) {
            self.code = code
            self.detail = detail
            self.detailByState = detailByState
            self.field = field.map { FieldError(pointer: $0.pointer, code: $0.code, detail: $0.detail) }
        }
    }

    /// Every rule that a request can meet in the database.
    private static let refusals: [String: Refusal] = [
        "SV100 plan_not_adopted": .init(
            .planNotAdopted, "Follow-ups are reported on adopted plans only.",
            in: [
                "draft": "The plan is a draft: it is reported on when it is adopted.",
                "closed": "The plan is closed. A coordinator can reopen it with a reason, and then it is reported on.",
                "superseded": "A revision has taken the plan's place: report on its measure instead.",
            ]),
        "SV100 plan_not_draft": .init(.planNotDraft, "A plan is adopted when it is a draft, proposed or approved."),
        "SV100 plan_transition": .init(.planTransitionNotPossible, "The plan cannot go there from its state."),
        "SV100 plan_not_revisable": .init(
            .planNotRevisable, "Only an adopted or closed plan is revised.",
            in: [
                "closed": "A closed plan is revised into a later year. To revise it within its year, reopen it first.",
                "superseded": "A revision has taken the plan's place: revise that one.",
            ]),
        "SV100 plan_revision_year": .init(
            .planRevisionYear, "A revision is of the same year or a later one.",
            ("/year", .outOfRange, "must not be before the revised plan's year")),
        "SV100 plan_closing_day": .init(
            .invalidFields, "A plan is closed on a day of the past or today.",
            ("/closedOn", .outOfRange, "must not be after today")),
        "SV100 plan_closed_before_adopted": .init(
            .planClosedBeforeAdopted, "A plan is closed on the day it was adopted or later.",
            ("/closedOn", .outOfRange, "must not be before the adoption")),
        "SV100 measure_drop_reason": .init(
            .measureDropNeedsReason,
            "The revised plan has this measure: drop it with a reason (POST …/dropping, or droppedMeasures of a whole plan)."
        ),
        "SV100 measure_lineage": .init(.measureLineageTwice, "The measure is another plan's."),
        "23505 measure_lineage_once": .init(.measureLineageTwice, "The plan has that measure already."),
        "23505 action_plan_revised_once_a_year": .init(
            .planRevisionExists, "The plan has a revision for that year already."),
        "SV100 plan_locked": .init(.documentLocked, "The document is no longer a draft, so its content is locked."),
        "SV100 agreement_locked": .init(
            .documentLocked, "The document is no longer a draft, so its content is locked."),
        "SV100 picture_locked": .init(.documentLocked, "The document is no longer a draft, so its content is locked."),
        "SV100 comment_on_draft": .init(
            .documentLocked, "Comments are written on drafts, and on a plan until it is adopted."),
        "SV100 comment_resolved": .init(.commentResolved, "A comment is resolved once."),
        "SV100 agreement_transition": .init(
            .agreementTransitionNotPossible, "The agreement cannot go there from its state."),
        "SV100 agreement_not_proposed": .init(
            .agreementNotProposed, "A proposed agreement is signed.",
            in: [
                "draft": "The agreement is a draft: propose it first.",
                "signed": "The agreement is signed by all.",
            ]),
        "SV100 agreement_not_signed": .init(.agreementNotSigned, "Only a signed agreement is prolonged."),
        "SV100 agreement_without_signers": .init(
            .agreementWithoutSigners, "An agreement is proposed when both parties have a signer."),
        "SV100 agreement_return_reason": .init(
            .invalidFields, "A return takes a reason.", ("/reason", .required, "is required")),
        "SV100 agreement_termination": .init(
            .agreementTermination, "It can end no later than it does.",
            ("/effectiveEnd", .outOfRange, "must be within the agreement's period")),
        "23514 agreement_within_period": .init(
            .agreementTermination,
            "It can end no earlier than it starts: one that has not begun ends on its first day.",
            ("/effectiveEnd", .outOfRange, "must be within the agreement's period")),
        "23P01 agreement_signed_periods_overlap": .init(
            .agreementPeriodsOverlap, "Another signed agreement of the municipality holds within that period."),
        "SV100 agreement_replaced": .init(
            .agreementTransitionNotPossible,
            "The agreement has been replaced by another one: that one is prolonged, terminated or renewed."),
        "SV100 agreement_not_replaceable": .init(
            .agreementTransitionNotPossible, "Only an agreement that is signed, or was, is renewed or replaced."),
        "SV100 agreement_replaces_later": .init(
            .agreementPeriodsOverlap, "What replaces an agreement begins after that one's first day."),
        "SV100 responsibility_contact_ended": .init(
            .invalidFields, "The contact has left.", ("/contactId", .notFound, "has left")),
        "SV100 agreement_overlaps": .init(
            .agreementPeriodsOverlap,
            "Another agreement of the municipality holds within that period: name it as predecessorId if this one replaces it, or choose another period."
        ),
        "23503 agreement_predecessor": .init(
            .invalidFields, "There is no such agreement.", ("/predecessorId", .notFound, "is no agreement here")),
        "23514 agreement_not_its_own_predecessor": .init(
            .invalidFields, "An agreement doesn't replace itself.",
            ("/predecessorId", .duplicate, "must be another agreement")),
        "SV100 plan_returned": .init(
            .planReturned, "The police district has returned the plan: propose it anew before it is adopted."),
        "SV100 plan_not_proposed": .init(
            .planNotProposed, "A plan is approved when it is proposed, approved or adopted.",
            in: ["draft": "The plan is a draft: propose it first."]),
        "SV100 promise_transition": .init(
            .promiseTransitionNotPossible, "The promise cannot go there from its state."),
        "SV100 promise_locked": .init(
            .documentLocked, "The promise is no longer a draft, so its content is locked."),
        "SV100 promise_without_text": .init(
            .promiseWithoutText, "A promise is proposed and published with a text.",
            ("/text", .required, "is required before it is proposed")),
        "SV100 promise_not_approved": .init(
            .promiseNotApproved, "A promise is published when every promisor has approved it."),
        "SV100 promise_agreement_not_signed": .init(
            .agreementNotSigned, "A promise is published when its agreement is signed."),
        "SV100 promise_not_proposed": .init(
            .promiseNotProposed, "A promise is approved when it is proposed.",
            in: ["draft": "The promise is a draft: propose it first."]),
        "SV100 promise_not_published": .init(
            .promiseNotPublished, "The promise is not published.",
            in: ["superseded": "A later version has taken the promise's place: use that one."]),
        "SV100 promise_publication_day": .init(
            .invalidFields, "A promise is published on a day of the past or today.",
            ("/publishedOn", .outOfRange, "must be from 1990-01-01 to today")),
        "SV100 promise_withdrawal_day": .init(
            .invalidFields, "A promise is withdrawn on a day of the past or today, and not before it was published.",
            ("/withdrawnOn", .outOfRange, "must be from its publication to today")),
        "SV100 promise_prolongation_not_longer": .init(
            .prolongationNotLonger, "The new end must be later than the promise's.",
            ("/end", .outOfRange, "must be later than the promise's last day")),
        "SV100 promise_without_period": .init(
            .prolongationNotLonger, "The promise has no period that could be prolonged: correct it instead.",
            ("/end", .outOfRange, "is for a promise that has a period")),
        "23505 promise_revised_once": .init(
            .promiseRevisionExists, "The promise has a later version already: publish or withdraw that first."),
        "23514 promise_period_whole": .init(
            .invalidFields, "A period has a first and a last day.",
            ("/period", .required, "needs both its start and its end")),
        "SV100 promise_revision_promisor": .init(
            .invalidFields, "A later version is promised by the same.",
            ("/promisor", .outOfRange, "must be the promisor of what it corrects or prolongs")),
        "23514 promise_period": .init(
            .invalidFields, "The period ends before it starts.",
            ("/period/end", .endBeforeStart, "must not be before the start")),
        "23503 promise_measure_plan_of_agreement": .init(
            .measureOfOtherAgreement, "A promise is kept by measures of plans of its own agreement.",
            ("/measureIds", .notFound, "names a measure of another agreement")),
        "23502 promise_measure": .init(
            .invalidFields, "There is no such measure.", ("/measureIds", .notFound, "names no measure here")),
        "23503 promise_measure_measure": .init(.partInUse, "A promise is kept by the measure."),
        "SV100 promise_outcome_in_future": .init(
            .invalidFields, "An outcome is reported of days that have been.",
            ("/period/start", .outOfRange, "must not be after today")),
        "SV100 promise_outcome_before_promise": .init(
            .invalidFields, "The outcome is of days before the promise.",
            ("/period/end", .outOfRange, "must not be before the promise's first day")),
        "23505 promise_outcome_corrected_once": .init(
            .outcomeAlreadyCorrected, "Correct the latest correction instead."),
        "23514 promise_outcome_reason_required": .init(
            .invalidFields, "This verdict needs a reason.",
            ("/reason", .required, "is required when the verdict is partlyFulfilled or notFulfilled")),
        "SV100 outcome_not_proposed": .init(
            .outcomeNotProposed, "An outcome is approved when it waits for that."),
        "SV100 outcome_transition": .init(.outcomeNotProposed, "An outcome is returned when it waits for approval."),
        "SV100 approval_party": .init(
            .approvalNotTheirs,
            "Each authority answers for what it promises itself; a coordinator enters the police's approval as given outside the system."
        ),
        "SV100 approval_day": .init(
            .invalidFields, "An approval's day is today or earlier, and not before 1990.",
            ("/date", .outOfRange, "must be from 1990-01-01 to today")),
        "23505 approval_of_plan": .init(.alreadyApproved, "That party has approved it already."),
        "23505 approval_of_promise": .init(.alreadyApproved, "That party has approved it already."),
        "23505 approval_of_outcome": .init(.alreadyApproved, "That party has approved it already."),
        "SV100 indicator_lineage": .init(.measureLineageTwice, "The indicator is another plan's."),
        "23505 indicator_lineage_once": .init(.measureLineageTwice, "The plan has that indicator already."),
        "23503 indicator_area": .init(
            .invalidFields, "The plan has no such area, or an indicator is of it.",
            ("/areaId", .notFound, "is no area of this plan")),
        "23514 indicator_baseline": .init(
            .invalidFields, "The day is of a baseline.", ("/baseline", .required, "is required with baselineOn")),
        "SV100 indicator_value_outside_plan": .init(
            .indicatorValueOutsidePlan, "A value is of a day within its plan's period.",
            ("/date", .outsidePlanPeriod, "must lie within the plan's period")),
        "SV100 indicator_value_in_future": .init(
            .invalidFields, "A value is of a day that has been.", ("/date", .outOfRange, "must not be after today")),
        "23505 indicator_value_corrected_once": .init(
            .followUpAlreadyCorrected, "Correct the latest correction instead."),
        "SV100 reporting_round_locked": .init(
            .documentLocked, "Reporting rounds are changed until their plan is closed or superseded."),
        "SV100 reporting_round_outside_plan": .init(
            .reportingRoundOutsidePlan, "A reporting round asks about days of its plan.",
            ("/period", .outsidePlanPeriod, "must lie within the plan's period")),
        "SV100 reporting_rounds_too_many": .init(
            .invalidFields, "The plan would have more than a hundred rounds.",
            ("/pattern", .outOfRange, "makes more than 100 rounds")),
        "23503 reporting_round_plan": .init(
            .invalidFields, "There is no such plan.", ("/planId", .notFound, "is no action plan here")),
        "23P01 reporting_rounds_overlap": .init(
            .reportingRoundsOverlap, "The plan has a reporting round for some of those days."),
        "23514 reporting_round_period": .init(
            .invalidFields, "The period ends before it starts.",
            ("/period/end", .endBeforeStart, "must not be before the start")),
        "23514 reporting_round_answers": .init(
            .invalidFields, "The days for answers end before they start.",
            ("/answers/until", .endBeforeStart, "must not be before from")),
        "23514 reporting_round_answers_after_start": .init(
            .invalidFields, "Answers are given from the first day that they speak of.",
            ("/answers/from", .outOfRange, "must not be before the period")),
        "SV100 round_proposal_days": .init(
            .invalidFields, "The days of a round are not in order.",
            ("/rounds", .endBeforeStart, "has a round whose days are not in order")),
        "23514 round_proposal_some": .init(
            .invalidFields, "A proposal has rounds.", ("/rounds", .required, "needs at least one")),
        "23503 round_proposal": .init(
            .invalidFields, "There is no such proposal.", ("/proposalId", .notFound, "is no proposal here")),
        "SV100 follow_up_of_other_round": .init(
            .followUpOfOtherRound, "The report speaks of other days than the round asks about.",
            ("/period", .outsideRoundPeriod, "must lie within the reporting round's period")),
        "SV100 signature_made": .init(.alreadySigned, "This signer has signed; a signature is made once."),
        "SV100 responsibility_party_ended": .init(
            .partyEnded,
            "Who has ended, or has become another, answers for nothing new: name the one that is there now.",
            ("/responsibilities", .notFound, "names a party that has ended")),
        "SV100 signature_content_differs": .init(
            .signatureContentDiffers,
            "Agreement or annexes were changed since the first signature; return it to draft and propose it anew."),
        "SV100 signature_day": .init(
            .signatureInFuture, "A signature's day is today or earlier, and not before 1990.",
            ("/date", .outOfRange, "must be from 1990-01-01 to today")),
        "23514 signature_outside_has_original": .init(
            .signatureNeedsOriginal, "What was signed on paper needs its scanned original.",
            ("/attachmentId", .required, "is required when signed outside the system")),
        "23503 signature_original": .init(
            .invalidFields, "The agreement has no such attachment.",
            ("/attachmentId", .notFound, "is no attachment of this agreement")),
        "SV100 prolongation_not_longer": .init(
            .prolongationNotLonger, "A prolongation ends later than the agreement does now.",
            ("/effectiveEnd", .outOfRange, "must be after the agreement's end")),
        "23505 prolongation_open": .init(
            .prolongationOpen, "A prolongation of it waits for signatures: sign or withdraw that first."),
        "SV100 prolongation_not_proposed": .init(
            .prolongationNotProposed, "The prolongation is signed or withdrawn already."),
        "SV100 picture_transition": .init(
            .pictureTransitionNotPossible, "The situational picture cannot go there from its state."),
        "SV100 picture_not_revisable": .init(.pictureNotRevisable, "Only an established picture is revised."),
        "23505 situational_picture_revised_once": .init(
            .pictureRevisionExists, "The situational picture has a revision already."),
        "SV100 responsible_party_already_merged": .init(
            .partyAlreadyMerged, "One of the two is merged into another already."),
        "SV100 responsible_party_adopted": .init(
            .partyInUse,
            "A plan that is proposed or adopted names it: rename it with POST …/renaming, which leaves that plan its name; its kind and form stay."
        ),
        "SV100 plan_adoption_day": .init(
            .invalidFields, "A plan is adopted on a day of the past or today.",
            ("/adoptedOn", .outOfRange, "must be from 1990-01-01 to today")),
        "SV100 picture_establishment_day": .init(
            .invalidFields, "A picture is established on a day of the past or today.",
            ("/establishedOn", .outOfRange, "must be from 1990-01-01 to today")),
        "23514 responsible_party_merged_into_itself": .init(
            .partyMergedIntoItself, "A responsible party cannot be merged into itself.",
            ("/intoId", .duplicate, "must be another party")),
        "23503 responsible_party_merged_into": .init(
            .invalidFields, "There is no such responsible party.",
            ("/intoId", .notFound, "is no responsible party here")),
        "23505 responsible_party_name": .init(
            .partyNameTaken, "There is a responsible party of that name.", ("/name", .duplicate, "is taken")),
        "23505 contact_name": .init(
            .contactNameTaken, "The responsible party has a contact of that name.", ("/name", .duplicate, "is taken")),
        "23514 contact_email": .init(
            .invalidFields, "A field of the body is wrong.", ("/email", .invalidFormat, "must be an e-mail address")),
        "SV100 import_already_confirmed": .init(.importAlreadyConfirmed, "An import is confirmed once."),
        "SV100 follow_up_correction_party": .init(
            .forbidden, "A correction speaks for the same responsible party as what it corrects."),
        "SV100 follow_up_outside_plan": .init(
            .invalidFields, "The period is not within the plan's.",
            ("/period", .outsidePlanPeriod, "must lie within the plan's period")),
        "SV100 follow_up_speaker": .init(.invalidFields, "Only a coordinator reports for a measure as a whole."),
        "SV100 follow_up_in_future": .init(
            .invalidFields, "Of days to come it can only be told that nothing was begun, or that it is cancelled.",
            ("/period/start", .outOfRange, "must not be after today, unless the status is notStarted or cancelled")),
        "SV100 unplanned_work_in_future": .init(
            .invalidFields, "Work is reported when it has begun.",
            ("/period/start", .outOfRange, "must not be after today")),
        "23505 follow_up_already_corrected": .init(.followUpAlreadyCorrected, "Correct the latest correction instead."),
        "23505 unplanned_work_already_corrected": .init(
            .followUpAlreadyCorrected, "Correct the latest correction instead."),
        "23503 follow_up_party": .init(
            .invalidFields, "The measure has no such responsible party.",
            ("/responsiblePartyId", .notFound, "is not responsible for this measure")),
        "23514 follow_up_reason_required": .init(
            .invalidFields, "This status needs a reason.",
            ("/reason", .required, "is required when the status is notDone, partlyDone or cancelled")),
        "23503 unplanned_work_area": .init(
            .invalidFields, "The plan has no such area.", ("/areaId", .notFound, "is no area of this plan")),
        "23503 unplanned_work_party": .init(
            .invalidFields, "There is no such responsible party.",
            ("/responsiblePartyId", .notFound, "is no responsible party here")),
        "23503 unplanned_work_corrects": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 responsibility_party": .init(
            .invalidFields, "There is no such responsible party, or the contact is another party's.",
            ("/responsibilities", .notFound, "names a party or contact that is not there")),
        "23503 responsibility_contact": .init(
            .invalidFields, "There is no such responsible party, or the contact is another party's.",
            ("/responsibilities", .notFound, "names a party or contact that is not there")),
        "23503 cause_area": .init(
            .invalidFields, "The plan has no such area.", ("/areaId", .notFound, "is no area of this plan")),
        "23503 measure_area": .init(
            .invalidFields, "The plan has no such area.", ("/areaId", .notFound, "is no area of this plan")),
        "23503 measure_cause": .init(
            .invalidFields, "The area has no such cause.", ("/causeId", .notFound, "is no cause of this area")),
        "23503 answered_problem_of_picture": .init(
            .problemOfOtherPicture, "The problem is not of the situational picture that the plan stands on.",
            ("/problemIds", .notFound, "names a problem of no or another picture")),
        "23503 answered_problem_picture_of_plan": .init(
            .problemOfOtherPicture, "Areas or causes answer problems of the plan's present picture.",
            ("/pictureId", .notFound, "is not the picture whose problems the plan answers")),
        "23502 answered_problem": .init(
            .problemOfOtherPicture, "The plan stands on no situational picture.",
            ("/problemIds", .notFound, "names a problem of no or another picture")),
        "23503 problem_source_of_picture": .init(
            .invalidFields, "The picture has no such source.",
            ("/sourceIds", .notFound, "names a source of no or another picture")),
        "23503 action_plan_agreement": .init(
            .invalidFields, "There is no such agreement.", ("/agreementId", .notFound, "is no agreement here")),
        "23503 action_plan_picture": .init(
            .invalidFields, "There is no such situational picture.",
            ("/pictureId", .notFound, "is no situational picture here")),
        "23503 promise_agreement": .init(
            .invalidFields, "There is no such agreement.", ("/agreementId", .notFound, "is no agreement here")),
        "23503 meeting_attendance_member": .init(
            .invalidFields, "The group has no such member.",
            ("/presentMemberIds", .notFound, "names nobody of the group")),
        "23503 meeting_decision_agreement": .init(
            .invalidFields, "There is no such document.",
            ("/decisions", .notFound, "names a document that is not there")),
        "23503 meeting_decision_picture": .init(
            .invalidFields, "There is no such document.",
            ("/decisions", .notFound, "names a document that is not there")),
        "23503 meeting_decision_plan": .init(
            .invalidFields, "There is no such document.",
            ("/decisions", .notFound, "names a document that is not there")),
        "23514 group_member_is_someone": .init(
            .invalidFields, "A member is a person or a role.", ("/name", .required, "or a role is required")),
        "23514 group_member_period": .init(
            .invalidFields, "The period ends before it starts.",
            ("/memberTo", .endBeforeStart, "must not be before memberFrom")),
        "23514 agreement_period": .init(
            .invalidFields, "The period ends before it starts.",
            ("/period/end", .endBeforeStart, "must not be before the start")),
        "23514 action_plan_period": .init(
            .invalidFields, "The period ends before it starts.",
            ("/period/end", .endBeforeStart, "must not be before the start")),
        "23514 measure_dates": .init(
            .invalidFields, "The measure ends before it starts.",
            ("/endsOn", .endBeforeStart, "must not be before startsOn")),
        "SV100 report_already_sent": .init(
            .reportAlreadySent, "A report is sent once. A new version of it is made with POST …/revisions."),
        "SV100 report_not_sent": .init(.reportNotSent, "The report is not sent, or not any more."),
        "SV100 report_transition": .init(.reportTransitionNotPossible, "The report cannot go there from its state."),
        "SV100 report_locked": .init(.documentLocked, "The report is sent, so its content is locked."),
        "SV100 report_without_recipient": .init(
            .reportWithoutRecipient, "Name at least one body in recipientIds before the report is sent."),
        "SV100 report_plan_not_adopted": .init(
            .planNotAdopted, "Reports are made of adopted plans.",
            in: ["superseded": "A revision has taken the plan's place: report on that one."]),
        "SV100 report_plan_superseded": .init(
            .reportOutdated, "A revision has taken the plan's place: make the content anew (POST …/generation)."),
        "SV100 report_commentary_gone": .init(
            .areaNotInReport, "The plan has an area less: move or remove what was said of it first.",
            ("/commentaries", .notFound, "says something of an area that is no longer in the plan")),
        "23503 report_commentary_area": .init(
            .areaNotInReport, "The report's plan has no such area.",
            ("/commentaries", .notFound, "names an area that is not in the report")),
        "SV100 report_already_received": .init(.reportAlreadyReceived, "The district has acknowledged it."),
        "23505 report_revised_once": .init(.reportRevisionExists, "The report has a new version already."),
        "23505 report_dispatch_once": .init(
            .invalidFields, "The report has that recipient already.", ("/bodyId", .duplicate, "is a recipient already")),
        "23503 report_dispatch_body": .init(
            .invalidFields, "There is no such body.", ("/recipientIds", .notFound, "names no body here")),
        "23514 report_dispatch_sent": .init(
            .invalidFields, "There is no such body.", ("/bodyId", .notFound, "is no body here")),
        "23514 report_dispatch_received": .init(.reportNotSent, "The report is not sent yet."),
        "23503 report_dispatch_report": .init(
            .invalidFields, "There is no such report.", ("/reportId", .notFound, "is no report here")),
        "23503 report_decision_report": .init(
            .invalidFields, "There is no such report.", ("/reportId", .notFound, "is no report here")),
        "23503 report_dispatch_attachment": .init(
            .invalidFields, "The report has no such attachment.",
            ("/attachmentId", .notFound, "is no attachment of the report")),
        "23503 report_decision_attachment": .init(
            .invalidFields, "The report has no such attachment.",
            ("/attachmentId", .notFound, "is no attachment of the report")),
        "23503 report_plan": .init(.invalidFields, "There is no such plan.", ("/planId", .notFound, "is no plan here")),
        "SV100 report_sending_day": .init(
            .invalidFields, "A report is sent on a day of the past or today, within or after its plan.",
            ("/sentOn", .outOfRange, "must be from the plan's first day to today")),
        "SV100 report_receipt_day": .init(
            .invalidFields, "A report is received on the day it was sent or later, and not after today.",
            ("/receivedOn", .outOfRange, "must be from the day of sending to today")),
        "SV100 report_withdrawal_day": .init(
            .invalidFields, "A report is withdrawn on the day it was sent or later, and not after today.",
            ("/withdrawnOn", .outOfRange, "must be from the day of sending to today")),
        "SV100 report_decision_day": .init(
            .invalidFields, "A report is decided on when it is sent, and not after today.",
            ("/date", .outOfRange, "must be from the day of sending to today")),
        "SV100 document_exchanged": .init(
            .documentExchanged,
            "It was proposed to another authority or received something from it, so it is not discarded: withdraw it with a reason (POST …/withdrawal)."
        ),
        "21000 ": .init(
            .invalidFields, "An area is named twice.", ("/commentaries", .duplicate, "names an area twice")),
        "SV100 document_in_use": .init(
            .documentInUse, "Plans or promises stand on it: withdraw, discard or move them first."),
        "SV100 document_basis_withdrawn": .init(
            .documentWithdrawn, "The agreement or the situational picture of the plan was withdrawn."),
        "SV100 follow_up_withdrawn": .init(.followUpAlreadyCorrected, "It is a withdrawal already."),
        "23503 comment_agreement": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 comment_picture": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 comment_plan": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 attachment_agreement": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 attachment_picture": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 attachment_plan": .init(.notFound, "There is nothing here that the caller may see."),
        "23503 attachment_report": .init(.notFound, "There is nothing here that the caller may see."),
        "SV100 document_not_exchanged": .init(
            .documentNotExchanged, "Nobody else has had a part in it: discard it (DELETE) instead of withdrawing it."),
        "SV100 follow_up_transfer_measure": .init(
            .followUpTransferMeasure, "It is moved to another measure that the caller sees.",
            ("/measureId", .notFound, "is no other measure here")),
        "23514 follow_up_withdrawal": .init(
            .invalidFields, "A field of the body is wrong.", ("/status", .required, "is required")),
        "SV410 calendar_feed_revoked": .init(
            .calendarFeedRevoked, "This calendar address was revoked: its person has another one, or none."),
        "23505 calendar_feed_pkey": .init(.conflict, "Another address was made at the same time; try again."),
        "23514 agreement_tacit_prolongation": .init(
            .invalidFields, "What is prolonged tacitly has an end and notice.",
            ("/tacitProlongationMonths", .required, "needs noticeMonths and a period with an end")),
        "23503 body_meeting_body": .init(.notFound, "There is nothing here that the caller may see."),
        "23514 duty_fulfilment_period": .init(
            .invalidFields, "It ends before it began.", ("/endedOn", .endBeforeStart, "must not be before metOn")),
        "23514 duty_fulfilment_link_check": .init(
            .invalidFields, "A link is an address of the web.",
            ("/link", .invalidFormat, "must begin with http:// or https://")),
        "23505 body_name": .init(.bodyNameTaken, "There is a body of that name.", ("/name", .duplicate, "is taken")),
        "23514 attachment_content_is_its_type": .init(
            .attachmentContentIsNotItsType, "The first bytes are not those of the media type."),
    ]

    /// nil for what only the log may know.
    init?(_ error: PostgresError) {
        switch error {
        case .unavailable, .connectionLost, .cannotConnect:
            self.init(
                .databaseUnavailable, "The database cannot be reached now; try again shortly.",
                headers: [.retryAfter: "1"])
        case .timedOut:
            self.init(
                .databaseUnavailable, "The database did not answer in time; try again shortly.",
                headers: [.retryAfter: "2"])
        case .queueFull, .waitedTooLong:
            self.init(
                .overloaded, "The service has as many requests waiting as it accepts; try again shortly.",
                headers: [.retryAfter: "1"])
        case .nulCharacter:
            self.init(.invalidParameter, "Text must not hold the character U+0000.")
        // Of a replica, which reads can be asked of.
        case .server(let server) where server.sqlState == "25006":
            self.init(
                .databaseUnavailable, "This server's database only reads; changes go to another one.",
                headers: [.retryAfter: "1"])
        case .server(let server):
            let facts = server.facts.map { Data($0.utf8) } ?? Data()
            if let refusal = Self.refusals["\(server.sqlState) \(server.constraint ?? server.table ?? "")"] {
                let standing = try? JSONDecoder().decode(Standing.self, from: facts)
                if server.constraint == "follow_up_speaker" {
                    self.init(
                        refusal.code, refusal.detail,
                        errors: [
                            .init(
                                pointer: "/responsiblePartyId", code: .required,
                                detail: Standing.sentence(standing?.parties))
                        ])
                    return
                }
                self.init(
                    refusal.code, standing?.state.flatMap { refusal.detailByState[$0] } ?? refusal.detail,
                    errors: refusal.field.map { [$0] } ?? [], standing: standing)
                return
            }
            switch server.sqlState {
            case "SV002":
                self.init(.noGrant, "The caller has no grant here.")
            case "SV404":
                self = Problem.notFound
            case "SV412":
                self.init(
                    .versionDiffers, "Somebody else changed it meanwhile; read it anew.",
                    standing: try? JSONDecoder().decode(Standing.self, from: facts))
            case "SV422" where server.constraint == "plan_measures_left_out":
                let measures = (try? JSONDecoder().decode([LeftOut].self, from: facts)) ?? []
                self.init(
                    .measureDropNeedsReason,
                    "The revised plan has measures that this one leaves out: name each in droppedMeasures with a reason, or keep it.",
                    errors: measures.map {
                        .init(
                            pointer: "/droppedMeasures", code: .required, detail: "«\($0.text)» (\($0.id)) is left out")
                    })
            case "SV422":
                let faults = (try? JSONDecoder().decode([LineFault].self, from: facts)) ?? []
                self.init(
                    .invalidFields, "\(faults.count) of the lines will not do; none was written.",
                    errors: faults.map(\.error))
            case "42501":
                self.init(.forbidden, "The caller's role does not allow this.")
            case "40001", "40P01":
                self.init(.conflict, "Something else changed at the same time; try again.")
            case "55P03":
                self.init(
                    .overloaded, "Something else holds what this needs; try again shortly.", headers: [.retryAfter: "2"]
                )
            case "57014", "SV503":
                self.init(.overloaded, "The request took too long; try again shortly.", headers: [.retryAfter: "1"])
            // No room on the disk, no memory, no connection left, an error of the disk: the operator's to mend, not the
            // caller's.
            case let state where state.hasPrefix("53") || state == "58030":
                self.init(
                    .databaseUnavailable, "The database lacks room or memory now; try again later.",
                    headers: [.retryAfter: "10"])
            default:
                return nil
            }
        }
    }

    /// As ``init(_:)-(PostgresError)``, of a request that was to change something: where it is not known whether it
    /// did, it says so.
    init?(writing error: PostgresError) {
        self.init(error)
        if error == .timedOut || error == .connectionLost {
            self = Problem(
                .databaseUnavailable,
                "The database was lost before it answered, so it is not known whether this was carried out: look, or send it again with the same Idempotency-Key.",
                headers: [.retryAfter: "2"])
        }
    }

    /// A measure that a whole plan leaves out without a reason.
    private struct LeftOut: Decodable {
        let id: String
        let text: String
    }

    /// A line of a bulk report that `app.check_follow_ups` refuses.
    private struct LineFault: Decodable {
        let line: Int
        let fault: String
        let state: String?
        let parties: [Standing.Party]?

        var error: FieldError {
            let pointer = "/followUps/\(self.line)"
            return switch self.fault {
            case "measure": FieldError(pointer: pointer + "/measureId", code: .notFound, detail: "is no measure here")
            case "party":
                FieldError(
                    pointer: pointer + "/responsiblePartyId", code: .notFound,
                    detail: "is not responsible for this measure")
            case "period":
                FieldError(
                    pointer: pointer + "/period", code: .outsidePlanPeriod, detail: "must lie within the plan's period")
            case "whose":
                FieldError(
                    pointer: pointer + "/responsiblePartyId", code: .notReportedFor,
                    detail: "is not one that the caller reports for")
            case "round":
                FieldError(
                    pointer: pointer + "/period", code: .outsideRoundPeriod,
                    detail: "must lie within the reporting round's period")
            case "speaker":
                FieldError(
                    pointer: pointer + "/responsiblePartyId", code: .required, detail: Standing.sentence(self.parties))
            case "future":
                FieldError(
                    pointer: pointer + "/period/start", code: .outOfRange,
                    detail: "must not be after today, unless the status is notStarted or cancelled")
            default:
                FieldError(
                    pointer: pointer + "/measureId", code: .planNotAdopted,
                    detail: "is of a plan that is \(self.state ?? "not adopted")")
            }
        }
    }
}
