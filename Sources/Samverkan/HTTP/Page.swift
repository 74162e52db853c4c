/// Which part of a list is asked for: `page` from 1, `limit` from 1 to 100, 20 unless said.
struct Page: Sendable {
    let number: Int
    let limit: Int

    var offset: Int { (self.number - 1) * self.limit }
}
