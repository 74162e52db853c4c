/// What the reading process answers with.
package enum Reading: Codable, Sendable {
    case document(AgreementDocument)
    /// With the text that is kept of it.
    case masked(AgreementDocument, text: String)
    case followUps(FollowUpProposals)
    case refusal(DocumentError)
}
