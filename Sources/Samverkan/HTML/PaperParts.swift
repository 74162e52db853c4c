/// What several papers show alike.
enum PaperParts {
    /// The cells of an indicator's row: its name, what it was, what `middle` adds, and what it is to be.
    static func indicator(
        _ html: inout HTMLWriter, _ indicator: Paper.Value, middle: (inout HTMLWriter) -> Void = { _ in }
    ) {
        html.element(
            .th, .scope("row"), .under("Indikator"),
            text: "\(indicator["name"].text ?? "") (\(indicator["unit"].text ?? ""))")
        html.cell(
            under: "Utgångsläge",
            Swedish.number(indicator["baseline"].text).map { value in
                value + (indicator["baselineOn"].text.map { " (\($0))" } ?? "")
            })
        middle(&html)
        html.cell(
            under: "Mål",
            Swedish.number(indicator["target"].text).map { value in
                (indicator["direction"].text == "down" ? "högst " : "minst ") + value
            })
    }

    /// Who has approved or signed what was proposed.
    static func approvals(_ html: inout HTMLWriter, _ approvals: [Paper.Value], _ frame: PaperFrame) {
        if approvals.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: "Godkännanden")
            html.line()
            for approval in approvals { self.signed(&html, approval, approval["date"].text, frame) }
        }
        html.line()
    }

    /// Who signs: what was signed with its digest, and lines for what is still to be signed in ink.
    static func signatures(_ html: inout HTMLWriter, _ signatures: [Paper.Value], _ frame: PaperFrame) {
        if signatures.isEmpty { return }
        html.element(.section) { html in
            html.element(.h2, text: "Underskrifter")
            html.line()
            for signature in signatures {
                if let date = signature["date"].text {
                    self.signed(&html, signature, date, frame)
                } else {
                    html.element(.div, .kind("signature")) { html in
                        html.element(.p, text: "För \(self.side(signature, frame))")
                        html.element(.p) { html in
                            html.text("Ort och datum")
                            html.element(.span, .kind("ink"), text: "")
                        }
                        html.element(.p) { html in
                            html.text("Underskrift")
                            html.element(.span, .kind("ink"), text: "")
                        }
                        html.element(.p, text: self.signer(signature))
                    }
                    html.line()
                }
            }
        }
        html.line()
    }

    private static func signed(
        _ html: inout HTMLWriter, _ signature: Paper.Value, _ date: String?, _ frame: PaperFrame
    ) {
        html.element(.div, .kind("signature")) { html in
            html.element(.p) { html in
                html.element(.strong, text: "För \(self.side(signature, frame))")
                let place = [signature["place"].text, date].compactMap(\.self).joined(separator: " ")
                html.text(place.isEmpty ? "" : ", \(place)")
                if signature["outsideSystem"].isTrue { html.text(" (på papper)") }
            }
            let signer = self.signer(signature)
            if !signer.isEmpty { html.element(.p, text: signer) }
            if let digest = signature["contentSha256"].text {
                html.element(.p, .kind("note")) { html in
                    html.text("Det undertecknade innehållets SHA-256: ")
                    html.element(.span, .kind("digest"), text: digest)
                }
            }
            if let digest = signature["annexesSha256"].text {
                html.element(.p, .kind("note")) { html in
                    html.text("Bilagornas SHA-256: ")
                    html.element(.span, .kind("digest"), text: digest)
                }
            }
        }
        html.line()
    }

    /// «kommunen», «polisen».
    private static func side(_ signature: Paper.Value, _ frame: PaperFrame) -> String {
        frame.words("Party", signature["party"].text)
    }

    private static func signer(_ signature: Paper.Value) -> String {
        [signature["name"].text, signature["title"].text, signature["body"].text].compactMap(\.self)
            .filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
