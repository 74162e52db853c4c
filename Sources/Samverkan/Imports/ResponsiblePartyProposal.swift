/// What an import proposes a responsible party to be, by its name. A coordinator decides.
struct ResponsiblePartyProposal: Sendable {
    let kind: String
    let form: String

    init(name: String) {
        let key = name.lowercased()
        self.kind =
            if key.hasPrefix("polis") || key.hasPrefix("kommunpolis") || key.hasPrefix("områdespolis")
                || key.contains("lokalpolisområde")
            {
                "police"
            } else if key.hasPrefix("brå") || key.hasPrefix("trygghetsgrupp") || key.hasPrefix("l-brå") {
                "joint"
            } else if [
                "bostadsbolag", "fastighetsägar", "hyresvärd", "näringsliv", "förening", "annan huvudman",
                "räddningstjänst", "region",
            ].contains(where: key.contains) {
                "external"
            } else {
                "municipality"
            }
        self.form =
            if key.contains("grupp") || key.hasSuffix("rådet") {
                "group"
            } else if ["rektor", "strateg", "samordnare", "chef", "handläggare", "lärare", "kommunpolis"].contains(
                where: key.contains), !key.contains("enhet"), !key.contains("förvaltning")
            {
                "role"
            } else if key.hasPrefix("polis") || key.contains("bolag") || key.contains("förening")
                || key.hasSuffix("kommun")
            {
                "organisation"
            } else {
                "unit"
            }
    }
}
