struct DraftCause {
    var line: Int
    var text: String
    var key: String
    var measures: [DraftMeasure] = []
}
