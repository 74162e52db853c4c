/// What areas are about, the same for the whole district, so that they can be compared.
enum Theme: String, CaseIterable, Sendable {
    case narcotics, violence, domesticViolence, youth, propertyCrime, fraud, traffic, publicEnvironment,
        neighbourhoodWatch, extremism,
        safety, other

    static let choice = Choice("Theme", Theme.self)
}
