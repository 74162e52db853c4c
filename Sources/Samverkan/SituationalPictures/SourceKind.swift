/// What a source can be (underlag).
enum SourceKind: String, CaseIterable {
    case statistics, localMapping, survey, safetyWalk, citizenDialogue, staffDialogue, est, earlierWork, other
}
