extension AgreementDocument {
    package struct Warning: Codable, Equatable, Sendable {
        package var code: Code
        /// The line it speaks of; of what has no lines, a number that grows through the document.
        package var line: Int
        package var text: String
        /// Where that is, for whoever has the document before them; nil where it is about the whole of it.
        package var place: Location?

        package enum Code: String, Codable, Sendable, CaseIterable {
            case areaWithoutMeasure
            case tableHeadingIsNoArea
            case causeNotPlaced
            case importedBefore
            case promiseMissing
            case responsibleSplit
            case responsiblePossiblyJoined
            case responsiblePossiblyDuplicate
            case responsibleWithParenthesis
            case responsiblesNotPaired
            case measureWithoutResponsible
            case severalContacts
            case contactWithoutResponsible
            case causeWithoutMeasure
            case columnUnknown
            case textNotPlaced
            case periodMissing
            case severalPeriods
            case planYearMissing
            case signersMissing
            case signerPartyUncertain
            case otherMunicipality
            case otherDistrict
            case titleMissing
            case measuresSplit
            case contactGuessed
            case otherPlan
            case tableLeftOut
            case trackedChanges
            case leftOut
            case encodingGuessed
            case earlierPromises
            case marked
            case statusByColour
            case periodStartGuessed
            /// A page of electronic signatures, which is no text of the document's.
            case signingPage
            case identityNumberLeftOut
            /// Decided at an earlier import.
            case remembered
        }

        package init(code: Code, line: Int, text: String) {
            self.code = code
            self.line = line
            self.text = text
        }

        /// It is about what stands nowhere in the document.
        var isOfTheWhole: Bool {
            self.line == 1
                && [
                    .titleMissing, .signersMissing, .promiseMissing, .periodMissing, .periodStartGuessed,
                    .encodingGuessed, .remembered,
                ].contains(self.code)
        }

        /// What needs a decision stands first, then guesses.
        var rank: Int { self.code == .marked ? 0 : self.isGuess ? 1 : 2 }

        /// Something was taken for what it may not be.
        private var isGuess: Bool {
            switch self.code {
            case .marked, .statusByColour, .periodMissing, .periodStartGuessed, .severalPeriods, .planYearMissing,
                .titleMissing, .contactGuessed, .measuresSplit, .responsibleSplit, .responsiblesNotPaired,
                .signerPartyUncertain, .encodingGuessed:
                true
            default: false
            }
        }
    }
}
