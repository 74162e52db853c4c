import FoundationEssentials
import Postgres

extension Parameter {
    /// Many values as one bound JSON text, for `jsonb_to_recordset` and its like. Foundation's encoder is fine here:
    /// this is for what people write, not for what is read all the time.
    static func json(_ value: some Encodable) -> Parameter {
        guard let data = try? JSONEncoder().encode(value) else {
            preconditionFailure("texts and numbers always encode")
        }
        return .text(String(decoding: data, as: UTF8.self))
    }
}
