/// Every error this service answers with. Codes are stable: never reused, never renamed.
enum ProblemCode: String, CaseIterable, Sendable {
    // The request
    case malformedJSON
    case invalidFields
    case invalidParameter
    case unsupportedMediaType
    case bodyTooLarge
    // Who asks
    case notAuthenticated
    case tokenInvalid
    case noGrant
    case forbidden
    // What is asked for
    case notFound
    case methodNotAllowed
    // Documents to import
    case documentNotUTF8
    case documentEmpty
    case documentWithoutTable
    case documentWithoutMeasureColumn
    case documentPeriodReversed
    case documentWithoutPeriod
    case documentUnreadable
    case documentHoldsPersonalIdentityNumber
    // States
    case importAlreadyConfirmed
    case planNotDraft
    case planNotAdopted
    case documentLocked
    case followUpAlreadyCorrected
    case conflict
    // The service
    case databaseUnavailable
    case overloaded
    case internalError

    var status: Int {
        switch self {
        case .malformedJSON, .invalidParameter: 400
        case .notAuthenticated, .tokenInvalid: 401
        case .noGrant, .forbidden: 403
        case .notFound: 404
        case .methodNotAllowed: 405
        case .importAlreadyConfirmed, .planNotDraft, .planNotAdopted, .documentLocked, .followUpAlreadyCorrected, .conflict: 409
        case .bodyTooLarge: 413
        case .unsupportedMediaType: 415
        case .invalidFields, .documentNotUTF8, .documentEmpty, .documentWithoutTable, .documentWithoutMeasureColumn,
            .documentPeriodReversed, .documentWithoutPeriod, .documentUnreadable, .documentHoldsPersonalIdentityNumber: 422
        case .internalError: 500
        case .databaseUnavailable, .overloaded: 503
        }
    }

    var title: String {
        switch self {
        case .malformedJSON: "The body is not JSON"
        case .invalidFields: "Fields of the body are wrong"
        case .invalidParameter: "A parameter is wrong"
        case .unsupportedMediaType: "The body's media type is not accepted here"
        case .bodyTooLarge: "The body is too large"
        case .notAuthenticated: "A token is needed"
        case .tokenInvalid: "The token is not valid"
        case .noGrant: "The caller has no grant"
        case .forbidden: "The caller may not do this"
        case .notFound: "There is nothing here"
        case .methodNotAllowed: "The method is not used here"
        case .documentNotUTF8: "The document is not UTF-8 text"
        case .documentEmpty: "The document is empty"
        case .documentWithoutTable: "The document has no table of measures"
        case .documentWithoutMeasureColumn: "A table has no column of measures"
        case .documentPeriodReversed: "The period ends before it starts"
        case .documentWithoutPeriod: "The document names no period and no year"
        case .documentUnreadable: "The document cannot be read"
        case .documentHoldsPersonalIdentityNumber: "The document holds a personal identity number"
        case .importAlreadyConfirmed: "The import is already confirmed"
        case .planNotDraft: "The plan is not a draft"
        case .planNotAdopted: "The plan is not adopted"
        case .documentLocked: "The document is locked"
        case .followUpAlreadyCorrected: "The follow-up is already corrected"
        case .conflict: "Something else changed at the same time"
        case .databaseUnavailable: "The database cannot be reached"
        case .overloaded: "Too many requests are waiting"
        case .internalError: "Something went wrong in the service"
        }
    }
}
