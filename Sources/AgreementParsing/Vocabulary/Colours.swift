/// What a cell's colour is called; traffic lights are how many plans say how far a measure has come.
enum Colours {
    /// - Parameter shading: `RRGGBB`.
    /// - Returns: nil for greys, blues and what is nearly white.
    static func light(_ shading: String) -> String? {
        guard let value = UInt32(shading, radix: 16) else { return nil }
        let (red, green, blue) = (Int(value >> 16 & 0xFF), Int(value >> 8 & 0xFF), Int(value & 0xFF))
        let highest = max(red, green, blue)
        guard highest - min(red, green, blue) >= 48, blue < highest else { return nil }
        if red >= 176, green >= 176 || green * 10 >= red * 6 && green > blue + 40 {
            return green * 10 >= red * 8 ? "gul" : "orange"
        }
        if green == highest, green > red + 20 { return "grön" }
        return red == highest && red > green + 40 ? "röd" : nil
    }
}
