import NIOCore
import Postgres
import Synchronization

/// Whoever answers wants the body that the client holds back (`Expect: 100-continue`).
struct BodyIsWanted: Sendable {}
