/// Every error this service answers with. Codes are stable: never reused, never renamed.
enum ProblemCode: String, CaseIterable, Sendable {
    // The request
    case malformedJSON
    case invalidFields
    case invalidParameter
    case unsupportedMediaType
    case bodyTooLarge
    case bodyTooSlow
    case notImplemented
    // Who asks
    case notAuthenticated
    case tokenInvalid
    case noGrant
    case forbidden
    // What is asked for
    case notFound
    case noSuchAddress
    case methodNotAllowed
    case notAcceptable
    case searchWithoutWords
    // Documents to import
    case documentNotText
    case documentEmpty
    case documentWithoutTable
    case documentWithoutMeasureColumn
    case documentPeriodReversed
    case documentWithoutPeriod
    case documentUnreadable
    case documentTooLarge
    case documentHoldsPersonalIdentityNumber
    case documentIsFollowUpReport
    case documentIsNoReport
    case documentBroken
    case documentEncrypted
    case documentHoldsMacros
    case wordTemplateUnusable
    case wordFileNotWritten
    case documentOldFormat
    case documentOfOtherKind
    case documentIsPresentation
    case documentIsScan
    // States
    case importAlreadyConfirmed
    case planNotDraft
    case planNotAdopted
    case documentLocked
    case followUpAlreadyCorrected
    case conflict
    // Writing and revising
    case preconditionRequired
    case versionDiffers
    case idempotencyKeyReused
    case planNotRevisable
    case planRevisionExists
    case planRevisionYear
    case planClosedBeforeAdopted
    case measureDropNeedsReason
    case measureLineageTwice
    case partInUse
    case problemOfOtherPicture
    case agreementNotProposed
    case agreementNotSigned
    case agreementTransitionNotPossible
    case agreementWithoutSigners
    case agreementTermination
    case agreementPeriodsOverlap
    case signatureContentDiffers
    case alreadySigned
    case signatureInFuture
    case signatureNeedsOriginal
    case prolongationNotLonger
    case prolongationOpen
    case prolongationNotProposed
    case pictureTransitionNotPossible
    case pictureNotRevisable
    case pictureRevisionExists
    case planTransitionNotPossible
    case partyNameTaken
    case contactNameTaken
    case partyMergedIntoItself
    case partyAlreadyMerged
    case partyInUse
    case partyEnded
    case attachmentContentIsNotItsType
    case commentResolved
    // What is proposed and approved
    case planNotProposed
    case planReturned
    case promiseNotProposed
    case promiseTransitionNotPossible
    case promiseWithoutText
    case promiseNotApproved
    case promiseNotPublished
    case promiseRevisionExists
    case outcomeNotProposed
    case outcomeAlreadyCorrected
    case alreadyApproved
    case approvalNotTheirs
    case measureOfOtherAgreement
    case indicatorValueOutsidePlan
    case reportingRoundOutsidePlan
    case reportingRoundsOverlap
    case followUpOfOtherRound
    // Reports
    case reportAlreadySent
    case reportNotSent
    case reportTransitionNotPossible
    case reportWithoutRecipient
    case reportRevisionExists
    case reportOutdated
    case reportAlreadyReceived
    case areaNotInReport
    case bodyNameTaken
    // Mistakes
    case documentExchanged
    case documentNotExchanged
    case documentInUse
    case documentWithdrawn
    case followUpTransferMeasure
    // Deadlines
    case calendarFeedRevoked
    case meetingListUnreadable
    // The service
    case databaseUnavailable
    case overloaded
    case internalError

    var status: Int {
        switch self {
        case .malformedJSON, .invalidParameter, .searchWithoutWords: 400
        case .notAuthenticated, .tokenInvalid: 401
        case .noGrant, .forbidden, .approvalNotTheirs: 403
        case .notFound, .noSuchAddress: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .bodyTooSlow: 408
        case .importAlreadyConfirmed, .planNotDraft, .planNotAdopted, .documentLocked, .followUpAlreadyCorrected,
            .conflict,
            .planNotRevisable, .planRevisionExists, .measureDropNeedsReason, .measureLineageTwice, .partInUse,
            .agreementNotProposed, .agreementNotSigned, .agreementTransitionNotPossible, .agreementWithoutSigners,
            .agreementPeriodsOverlap, .signatureContentDiffers, .alreadySigned, .prolongationOpen,
            .prolongationNotProposed,
            .pictureTransitionNotPossible, .pictureNotRevisable, .pictureRevisionExists, .planTransitionNotPossible,
            .partyNameTaken,
            .contactNameTaken, .partyAlreadyMerged, .partyInUse, .partyEnded, .commentResolved, .planNotProposed,
            .planReturned, .promiseNotProposed, .promiseTransitionNotPossible, .promiseWithoutText, .promiseNotApproved,
            .promiseNotPublished, .promiseRevisionExists, .outcomeNotProposed, .outcomeAlreadyCorrected,
            .alreadyApproved, .reportingRoundsOverlap, .reportAlreadySent, .reportNotSent, .reportTransitionNotPossible,
            .reportWithoutRecipient, .reportRevisionExists, .reportOutdated, .reportAlreadyReceived, .bodyNameTaken,
            .documentExchanged, .documentNotExchanged, .documentInUse, .documentWithdrawn:
            409
        case .calendarFeedRevoked: 410
        case .versionDiffers: 412
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .invalidFields, .documentNotText, .documentEmpty, .documentWithoutTable, .documentWithoutMeasureColumn,
            .documentPeriodReversed, .documentWithoutPeriod, .documentUnreadable, .documentTooLarge,
            .documentHoldsPersonalIdentityNumber,
            .documentIsFollowUpReport, .documentIsNoReport, .documentBroken, .documentEncrypted, .documentHoldsMacros,
            .wordTemplateUnusable,
            .documentOldFormat,
            .documentOfOtherKind, .documentIsPresentation, .documentIsScan,
            .idempotencyKeyReused, .planRevisionYear, .planClosedBeforeAdopted, .problemOfOtherPicture,
            .agreementTermination,
            .signatureInFuture, .signatureNeedsOriginal, .prolongationNotLonger, .partyMergedIntoItself,
            .attachmentContentIsNotItsType, .measureOfOtherAgreement, .indicatorValueOutsidePlan,
            .reportingRoundOutsidePlan,
            .followUpOfOtherRound, .areaNotInReport, .followUpTransferMeasure,
            .meetingListUnreadable:
            422
        case .preconditionRequired: 428
        case .internalError: 500
        case .notImplemented: 501
        case .databaseUnavailable, .overloaded, .wordFileNotWritten: 503
        }
    }

    var title: String {
        switch self {
        case .malformedJSON: "The body is not JSON"
        case .invalidFields: "Fields of the body are wrong"
        case .invalidParameter: "A parameter is wrong"
        case .unsupportedMediaType: "The body's media type is not accepted here"
        case .bodyTooLarge: "The body is too large"
        case .bodyTooSlow: "The body took too long"
        case .notImplemented: "This part of HTTP is not used here"
        case .notAuthenticated: "A token is needed"
        case .tokenInvalid: "The token is not valid"
        case .noGrant: "The caller has no grant"
        case .forbidden: "The caller may not do this"
        case .noSuchAddress: "There is no such address"
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "The method is not used here"
        case .notAcceptable: "There is no such form of it"
        case .searchWithoutWords: "There is no word to search for"
        case .documentNotText: "The document is no text"
        case .documentEmpty: "The document is empty"
        case .documentWithoutTable: "The document has no table of measures"
        case .documentWithoutMeasureColumn: "A table has no column of measures"
        case .documentPeriodReversed: "The period ends before it starts"
        case .documentWithoutPeriod: "The document names no period and no year"
        case .documentUnreadable: "The document cannot be read"
        case .documentTooLarge: "The document is too large to be read"
        case .documentHoldsPersonalIdentityNumber: "The document holds a personal identity number"
        case .documentIsFollowUpReport: "The document is a report, no plan"
        case .documentIsNoReport: "The document is no report"
        case .documentBroken: "The file is not whole"
        case .documentEncrypted: "The file is protected by a password"
        case .documentHoldsMacros: "The file holds macros"
        case .wordFileNotWritten: "The Word file was not written"
        case .wordTemplateUnusable: "No document could be written with the template"
        case .documentOldFormat: "The file is of an older format"
        case .documentOfOtherKind: "The file is of another kind than it was sent as"
        case .documentIsPresentation: "The file is a presentation"
        case .documentIsScan: "The file is pictures of pages"
        case .importAlreadyConfirmed: "The import is already confirmed"
        case .planNotDraft: "The plan is not a draft"
        case .planNotAdopted: "The plan is not adopted"
        case .documentLocked: "The document is locked"
        case .followUpAlreadyCorrected: "The follow-up is already corrected"
        case .conflict: "Something else changed at the same time"
        case .preconditionRequired: "If-Match is needed"
        case .versionDiffers: "The document has another version"
        case .idempotencyKeyReused: "The Idempotency-Key was used for something else"
        case .planNotRevisable: "The plan is not to be revised"
        case .planRevisionExists: "The plan has a revision for that year"
        case .planRevisionYear: "A revision is of the same year or a later one"
        case .planClosedBeforeAdopted: "The plan was adopted later than that"
        case .measureDropNeedsReason: "Dropping the measure takes a reason"
        case .measureLineageTwice: "The plan has that measure already"
        case .partInUse: "Other things depend on it"
        case .problemOfOtherPicture: "The problem is not of the plan's situational picture"
        case .agreementNotProposed: "The agreement is not proposed"
        case .agreementNotSigned: "The agreement is not signed"
        case .agreementTransitionNotPossible: "The agreement cannot go there from its state"
        case .agreementWithoutSigners: "Both parties need a signer"
        case .agreementTermination: "Terminated after its end"
        case .agreementPeriodsOverlap: "The period overlaps another signed agreement's"
        case .alreadySigned: "The signer has signed already"
        case .signatureContentDiffers: "The content is not what the first one signed"
        case .signatureInFuture: "Signed in the future"
        case .signatureNeedsOriginal: "A signature on paper needs its scanned original"
        case .prolongationNotLonger: "The prolongation ends no later"
        case .prolongationOpen: "A prolongation waits for signatures"
        case .prolongationNotProposed: "The prolongation is not proposed"
        case .pictureTransitionNotPossible: "The situational picture cannot go there from its state"
        case .pictureNotRevisable: "The situational picture is not to be revised"
        case .pictureRevisionExists: "The situational picture has a revision"
        case .planTransitionNotPossible: "The plan cannot go there from its state"
        case .partyNameTaken: "There is a responsible party of that name"
        case .contactNameTaken: "The responsible party has a contact of that name"
        case .partyMergedIntoItself: "A responsible party cannot be merged into itself"
        case .partyAlreadyMerged: "The responsible party is merged already"
        case .partyEnded: "The responsible party has ended"
        case .partyInUse: "The responsible party is in use"
        case .attachmentContentIsNotItsType: "The attachment's content is not of its type"
        case .commentResolved: "The comment is resolved already"
        case .planNotProposed: "The plan is not proposed"
        case .planReturned: "The district has returned the plan"
        case .promiseNotProposed: "The promise is not proposed"
        case .promiseTransitionNotPossible: "The promise cannot go there from its state"
        case .promiseWithoutText: "The promise has no text"
        case .promiseNotApproved: "Not every promisor has approved it"
        case .promiseNotPublished: "The promise is not published"
        case .promiseRevisionExists: "The promise has a version that waits"
        case .outcomeNotProposed: "The outcome is not proposed"
        case .outcomeAlreadyCorrected: "The outcome is already corrected"
        case .alreadyApproved: "The party has approved already"
        case .approvalNotTheirs: "It is not theirs to answer"
        case .measureOfOtherAgreement: "The measure is not of the promise's agreement"
        case .reportingRoundOutsidePlan: "The reporting round is not within its plan"
        case .reportingRoundsOverlap: "The reporting rounds overlap"
        case .followUpOfOtherRound: "The report is of another round"
        case .reportAlreadySent: "The report is sent already"
        case .reportNotSent: "The report is not sent"
        case .reportTransitionNotPossible: "The report cannot go there from its state"
        case .reportWithoutRecipient: "The report has no recipient"
        case .reportRevisionExists: "The report has a new version"
        case .reportOutdated: "The report is of a plan that was superseded"
        case .reportAlreadyReceived: "The report is acknowledged already"
        case .areaNotInReport: "The area is not in the report"
        case .documentExchanged: "Another authority has had a part in it"
        case .documentNotExchanged: "No other authority has had a part in it"
        case .documentInUse: "Something depends on it"
        case .documentWithdrawn: "What it stands on was withdrawn"
        case .followUpTransferMeasure: "It is no other measure"
        case .meetingListUnreadable: "The list of meetings can't be read"
        case .calendarFeedRevoked: "The calendar address was revoked"
        case .bodyNameTaken: "There is a body of that name"
        case .indicatorValueOutsidePlan: "The value is not within its plan"
        case .databaseUnavailable: "The database cannot be reached"
        case .overloaded: "Too many requests are waiting"
        case .internalError: "Something went wrong in the service"
        }
    }
}
