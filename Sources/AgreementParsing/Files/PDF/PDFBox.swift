/// A rectangle of a page, in points from its upper left corner.
struct PDFBox {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { self.right - self.left }
    var height: Double { self.bottom - self.top }
    var centre: (x: Double, y: Double) { ((self.left + self.right) / 2, (self.top + self.bottom) / 2) }

    func contains(_ point: (x: Double, y: Double)) -> Bool {
        point.x >= self.left && point.x <= self.right && point.y >= self.top && point.y <= self.bottom
    }
    func overlaps(_ other: PDFBox) -> Bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
    func joined(_ other: PDFBox) -> PDFBox {
        PDFBox(
            left: min(self.left, other.left), top: min(self.top, other.top), right: max(self.right, other.right),
            bottom: max(self.bottom, other.bottom))
    }
}
