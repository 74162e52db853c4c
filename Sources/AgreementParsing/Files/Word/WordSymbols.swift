/// Characters of fonts that draw symbols, as Unicode has them.
enum WordSymbols {
    /// - Parameter code: as `w:sym` gives it, in the private area or without it.
    static func character(_ code: UInt32, font: String) -> Character {
        let code = code & 0xFF
        let font = font.lowercased()
        if font.hasPrefix("wingdings 2") {
            return switch code {
            case 0x50, 0x50 + 0x80: "✓"
            case 0x4F, 0x51: "✗"
            case 0x52, 0x54: "☑"
            case 0x53, 0x55, 0x56: "☒"
            case 0x2A, 0xA3: "☐"
            default: "▪"
            }
        }
        if font.hasPrefix("wingdings") {
            return switch code {
            case 0xFC: "✓"
            case 0xFB: "✗"
            case 0xFE: "☑"
            case 0xFD: "☒"
            case 0x6F, 0xA8, 0x71, 0x72: "☐"
            case 0x4A: "☺"
            case 0x4C: "☹"
            case 0xE0, 0xF0: "→"
            default: "▪"
            }
        }
        if font.hasPrefix("symbol") {
            return switch code {
            case 0xB3: "≥"
            case 0xA3: "≤"
            case 0xB1: "±"
            case 0xAE: "→"
            case 0xB4: "×"
            case 0xB9: "≠"
            default: "•"
            }
        }
        return "▪"
    }
}
