"""HTTP/1.1 answers as they come over a socket, read strictly: what another reader might understand differently is an error."""
import re

STATUS = re.compile(rb"HTTP/1\.[01] ([1-5]\d\d) [ -~]*")
HEADER = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t -~\x80-\xff]*)")


class Malformed(Exception):
    """What came is no HTTP answer."""


class Closed(Exception):
    """The connection ended before an answer did; `partial` when a part of one had come."""

    def __init__(self, partial):
        super().__init__("closed" + (" within an answer" if partial else ""))
        self.partial = partial


class Answers:
    """The answers on one connection, one after the other."""

    def __init__(self, connection):
        self.connection, self.buffer = connection, bytearray()

    def more(self):
        try:
            part = self.connection.recv(262_144)
        except ConnectionError:
            part = b""
        if not part:
            raise Closed(bool(self.buffer))
        self.buffer += part

    def line(self):
        while (end := self.buffer.find(b"\r\n")) < 0:
            if len(self.buffer) > 100_000:
                raise Malformed(f"a line of more than 100,000 bytes: {bytes(self.buffer[:60])!r}")
            self.more()
        line = bytes(self.buffer[:end])
        del self.buffer[:end + 2]
        return line

    def bytes(self, count):
        while len(self.buffer) < count:
            self.more()
        taken = bytes(self.buffer[:count])
        del self.buffer[:count]
        return taken

    def next(self, method):
        """(status, headers, body) of the next answer, what comes in between (1xx) passed over; whether the connection goes on is in the headers."""
        while True:
            first = self.line()
            match = STATUS.fullmatch(first)
            if not match:
                raise Malformed(f"no status line: {first[:80]!r}")
            status, headers = int(match[1]), {}
            while line := self.line():
                field = HEADER.fullmatch(line)
                if not field:
                    raise Malformed(f"no header line: {line[:80]!r}")
                name = field[1].decode().lower()
                if name in ("content-length", "content-type", "transfer-encoding") and name in headers:
                    raise Malformed(f"{name} twice")
                headers[name] = field[2].decode("latin-1").strip()
            if status >= 200 or status == 101:
                return status, headers, self.body(method, status, headers)

    def body(self, method, status, headers):
        if method == "HEAD" or status in (204, 304) or status < 200:
            return b""
        if "transfer-encoding" in headers:
            if headers["transfer-encoding"] != "chunked" or "content-length" in headers:
                raise Malformed(f"transfer-encoding {headers['transfer-encoding']!r}")
            body = b""
            while size := int(self.line().split(b";")[0], 16):
                body += self.bytes(size)
                if self.bytes(2) != b"\r\n":
                    raise Malformed("a chunk does not end where it says")
            while self.line():
                pass
            return body
        if "content-length" in headers:
            if not headers["content-length"].isdigit():
                raise Malformed(f"content-length {headers['content-length']!r}")
            return self.bytes(int(headers["content-length"]))
        if headers.get("connection", "").lower() != "close":
            raise Malformed("neither a length nor an end")
        body = b""
        while True:
            try:
                self.more()
            except Closed:
                body += bytes(self.buffer)
                self.buffer.clear()
                return body
