import HTTPTypes
import Postgres

extension Problem {
    /// The one table from what the database says to what the caller is told; nil for what only the log may know.
    init?(_ error: PostgresError) {
        switch error {
        case .unavailable, .connectionLost, .cannotConnect:
            self.init(.databaseUnavailable, "The database cannot be reached now; try again shortly.", headers: [.retryAfter: "1"])
        case .queueFull:
            self.init(.overloaded, "The service has as many requests waiting as it accepts; try again shortly.", headers: [.retryAfter: "1"])
        case .nulCharacter:
            self.init(.invalidParameter, "Text must not hold the character U+0000.")
        case .server(let server):
            switch (server.sqlState, server.constraint) {
            case ("SV002", _):
                self.init(.noGrant, "The caller has no grant here.")
            case ("SV100", "plan_not_adopted"):
                self.init(.planNotAdopted, "Follow-ups are reported on adopted plans only.")
            case ("SV100", "plan_not_draft"):
                self.init(.planNotDraft, "Only a draft can be adopted.")
            case ("SV100", "import_already_confirmed"):
                self.init(.importAlreadyConfirmed, "An import is confirmed once.")
            case ("SV100", "plan_locked"), ("SV100", "agreement_locked"), ("SV100", "picture_locked"):
                self.init(.documentLocked, "The document is no longer a draft, so its content is locked.")
            case ("SV100", "follow_up_correction_party"):
                self.init(.forbidden, "A correction speaks for the same responsible party as what it corrects.")
            case ("23505", "follow_up_already_corrected"):
                self.init(.followUpAlreadyCorrected, "Correct the latest correction instead.")
            case ("23503", "follow_up_party"):
                self.init(.invalidFields, "The measure has no such responsible party.", errors: [
                    .init(pointer: "/responsiblePartyId", code: .notFound, detail: "is not responsible for this measure")
                ])
            case ("23514", "follow_up_reason_required"):
                self.init(.invalidFields, "This status needs a reason.", errors: [
                    .init(pointer: "/reason", code: .required, detail: "is required when the status is notDone, partlyDone or cancelled")
                ])
            case ("42501", _):
                self.init(.forbidden, "The caller's role does not allow this.")
            case ("40001", _), ("40P01", _), ("55P03", _):
                self.init(.conflict, "Something else changed at the same time; try again.")
            case ("57014", _):
                self.init(.overloaded, "The request took too long; try again shortly.", headers: [.retryAfter: "1"])
            default:
                return nil
            }
        }
    }
}
