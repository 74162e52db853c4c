/// How a piece of text looks: what is said of it, and what is left to the style beneath.
struct TextLooks {
    var isBold: Bool?
    var isUnderlined: Bool?
    var isCapitals: Bool?
    var isHidden: Bool?
    var isStruck: Bool?
    /// In half points.
    var size: Int?

    /// What isn't said here as `other` says it.
    func over(_ other: TextLooks) -> TextLooks {
        TextLooks(
            isBold: self.isBold ?? other.isBold, isUnderlined: self.isUnderlined ?? other.isUnderlined,
            isCapitals: self.isCapitals ?? other.isCapitals,
            isHidden: self.isHidden ?? other.isHidden, isStruck: self.isStruck ?? other.isStruck,
            size: self.size ?? other.size)
    }
}
