/// How text looks by itself and by the name of a style.
struct WordLooks {
    var text = TextLooks()
    var style: String?

    /// Takes in one element of `w:rPr`.
    mutating func take(_ xml: XMLReader) {
        switch xml.name {
        case "w:b": self.text.isBold = Self.isOn(xml)
        case "w:u": self.text.isUnderlined = xml.attribute("w:val") != "none"
        case "w:caps", "w:smallCaps": self.text.isCapitals = Self.isOn(xml)
        case "w:vanish": self.text.isHidden = Self.isOn(xml)
        case "w:strike", "w:dstrike": self.text.isStruck = Self.isOn(xml) || self.text.isStruck == true
        case "w:sz": self.text.size = xml.attribute("w:val").flatMap { Int($0) }
        case "w:rStyle": self.style = xml.attribute("w:val")
        default: return
        }
    }

    func over(_ other: WordLooks) -> WordLooks {
        WordLooks(text: self.text.over(other.text), style: self.style ?? other.style)
    }

    static func isOn(_ xml: XMLReader) -> Bool { !["0", "false", "off"].contains(xml.attribute("w:val") ?? "1") }
}
