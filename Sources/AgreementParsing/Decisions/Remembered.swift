extension Decisions {
    /// The proposal with what was decided about parties before, as far as it names them; it tells what that was.
    package func remembered(in proposal: AgreementDocument) -> AgreementDocument {
        var names = Set(proposal.responsibleParties.map(\.comparisonKey))
        let splits = self.splits.filter { split in
            guard names.contains(split.name.comparisonKey) else { return false }
            names.formUnion(split.into.map(\.comparisonKey))
            return true
        }
        var gone: Set<String> = []
        let merges = self.merges.filter { merge in
            let (keep, merged) = (merge.keep.comparisonKey, merge.merge.comparisonKey)
            return keep != merged && names.contains(keep) && names.contains(merged) && !gone.contains(keep)
                && gone.insert(merged).inserted
        }
        guard !splits.isEmpty || !merges.isEmpty,
            var document = try? Decisions(splits: splits, merges: merges).apply(to: proposal)
        else { return proposal }
        let said =
            splits.map { "«\($0.name)» blev \($0.into.map { "«\($0)»" }.joined(separator: " och "))" }
            + merges.map { "«\($0.merge)» blev «\($0.keep)»" }
        document.warnings.append(
            .init(code: .remembered, line: 1, text: "Som förra gången: \(said.joined(separator: ", "))"))
        return document
    }
}
