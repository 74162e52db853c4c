/// A situational picture as it is printed: what it says, the problems that it sees, and what they are drawn from.
enum SituationalPicturePaper {
    static let paper = Paper(
        title: { picture, _ in picture["title"].text ?? "" },
        mark: { picture, frame in
            switch picture["status"].text {
            case "draft": "Utkast"
            case "established", nil: nil
            case let status: frame.words("SituationalPictureStatus", status).capitalisedFirst
            }
        },
        content: { html, picture, frame in
            html.facts([
                ("Status", frame.words("SituationalPictureStatus", picture["status"].text)),
                (
                    "Fastställd",
                    picture["establishedOn"].text.map {
                        [$0, picture["establishedBy"].text].compactMap(\.self).joined(separator: ", ")
                    }
                ),
            ])
            html.prose(picture["summary"])
            let (problems, sources) = (picture["problems"].items, picture["sources"].items)
            if !problems.isEmpty {
                html.element(.section) { html in
                    html.element(.h2, text: "Problem")
                    html.line()
                    html.element(.table) { html in
                        html.element(.caption, text: "Problem och vad de bygger på")
                        html.head("Problem", "Underlag")
                        html.element(.tbody) { html in
                            for problem in problems {
                                html.element(.tr) { html in
                                    html.element(.td, .under("Problem")) { html in html.prose(problem["text"]) }
                                    let ids = Set(problem["sourceIds"].items.compactMap(\.text))
                                    html.cell(
                                        under: "Underlag",
                                        sources.filter { ids.contains($0["id"].text ?? "") }
                                            .compactMap { $0["title"].text }.joined(separator: "; "))
                                }
                                html.line()
                            }
                        }
                    }
                }
                html.line()
            }
            if !sources.isEmpty {
                html.element(.section) { html in
                    html.element(.h2, text: "Underlag")
                    html.line()
                    html.element(.table) { html in
                        html.element(.caption, text: "Vad lägesbilden bygger på")
                        html.head("Underlag", "Slag", "Datum")
                        html.element(.tbody) { html in
                            for source in sources {
                                html.element(.tr) { html in
                                    html.element(
                                        .th, .scope("row"), .under("Underlag"), text: source["title"].text ?? "")
                                    html.cell(under: "Slag", frame.words("SourceKind", source["kind"].text))
                                    html.cell(under: "Datum", source["date"].text)
                                }
                                html.line()
                            }
                        }
                    }
                }
                html.line()
            }
        })
}
