"""What can be changed in a request, part by part."""
import json

TEXTS = ("", " ", "x", "å", "é\u0301", "\u202e", "\ufeff", "\u0000", "\u001f", "\U0001F6B2" * 20, "o" + "\u0308" * 200, "\ud800", "x" * 5_000, "' or 1=1 --", "<script>",
    "../../etc/passwd", "%s%n", "${7*7}", "null", "true",
         "2026-02-30", "0000-00-00", "9999-12-31", "-1", "1e5", "00000000-0000-0000-0000-000000000000", "\u2028", "ﬁ", "ß", "İ", "٣", "kanin\nkanin", "\\", '"', "😀",
         "a" * 201, "\t\t", "１９", "–")
NUMBERS = ("0", "-0", "-1", "1", "2147483647", "2147483648", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1e308", "1e309", "-1e400", "1e-400",
    "0.1", "0.1234567", "1.0", "1E2", "0e0", "123456789012345678901234567890",
           "0.00000000000000000000000000001", "9" * 300, "1." + "0" * 300 + "1", "999999999999.999999", "1000000000000")
RAW = ("null", "true", "false", "{}", "[]", "[[]]", '{"id":null}', '{"":""}', "NaN", "Infinity", "01", "+1", ".5", "1.", "'x'", '"\\ud800"', '"\\u0000"', '"\\x"',
    "[1,]", "undefined", "/**/1", '{"a":1,"a":2}')
HEADERS = {
    b"If-Match": (b"*", b'"1"', b'W/"1"', b'"', b"", b'"99999999999999999999"', b'"-1"', b'"1", "2"', b"1", b'"1.2.json.m"', b'"\xe5"', b"x" * 3000),
    b"If-None-Match": (b"*", b'"1"', b'W/"x"', b",,,", b'"' * 100, b", " * 2000),
    b"Idempotency-Key": (b"a", b"", b" ", b"a" * 255, b"a" * 256, b"\xe5\xe4\xf6", b"a b", b"nyckel", b"1"),
    b"traceparent": (b"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", b"00-0-0-0", b"ff-" + b"a" * 100, b"", b"-" * 50,
        b"00-" + b"0" * 32 + b"-" + b"0" * 16 + b"-00"),
    b"Accept": (b"*/*", b"text/html", b"application/json;q=0", b"", b"a/b" * 500), b"Accept-Language": (b"sv", b"*" * 100),
    b"Accept-Encoding": (b"gzip", b"br;q=1.0, identity;q=0", b"x" * 500), b"Content-Encoding": (b"gzip", b"identity", b"br"),
    b"Forwarded": (b"for=1.2.3.4;host=annan.example;proto=https", b"host=\"", b";" * 500, b"for=_x"), b"X-Forwarded-For": (b"1.2.3.4", b"::1", b"x"),
    b"X-Forwarded-Host": (b"annan.example",), b"X-HTTP-Method-Override": (b"DELETE",),
    b"Range": (b"bytes=0-0", b"bytes=-1", b"bytes=9-1,2-", b"x"), b"Expect": (b"100-continue", b"200-ok"), b"Connection": (b"keep-alive", b"close", b"upgrade", b"x, y"),
    b"Upgrade": (b"h2c", b"websocket"), b"TE": (b"trailers",), b"Cookie": (b"a=b", b"=" * 200),
    b"Origin": (b"http://annan.example", b"null"), b"Prefer": (b"return=minimal",), b"Content-Language": (b"sv",),
    b"Authorization": (b"Bearer x", b"", b"Basic eA==", b"Bearer"), b"X-Egen": (b"\xff\xfe", b"a" * 4000, b""), b"From": (b"x",), b"Max-Forwards": (b"0",),
    b"If-Modified-Since": (b"Sat, 29 Oct 1994 19:43:31 GMT", b"x"), b"If-Unmodified-Since": (b"x",), b"If-Range": (b'"1"',), b"Content-Type": (b"text/plain",),
    b"Date": (b"x",),
}


class Mutations:
    def __init__(self, random, ids):
        self.random, self.ids = random, ids

    def segment(self):
        """Something in the place of an id."""
        random = self.random
        return random.choice([random.choice(self.ids), random.choice(self.ids).upper(), random.choice(self.ids)[:-1], random.choice(self.ids).replace("-", ""),
            "00000000-0000-0000-0000-000000000000", "1494", "9999", "0", "-1", "x", "%00", "%2e%2e", "..", ".", "%2F", "%C3%A5",
                              "%ff", "%", "%zz", "{planId}", "*", "a" * 3_000, "1494%20", "149%34", "١٤٩٤".encode().hex(), "vastra-skaraborg", "me", "openapi.yaml", "",
                              "~", "'", "a;b=c", "1495,1494", "1494\u00a0".encode().hex()])

    def path(self, path):
        random = self.random
        parts = path.split("/")
        place = random.randrange(len(parts))
        way = random.randrange(8)
        if way == 0:
            parts.insert(place, self.segment())
        elif way == 1:
            del parts[place]
        elif way == 2:
            parts[place] = parts[place].upper()
        elif way == 3:
            parts[place] = self.segment()
        elif way == 4:
            return path + random.choice(["/", "//", "/.", "/..", "%20", ";x", "/x" * 400, ".json"])
        elif way == 5:
            return "/" * random.randrange(1, 5) + path
        elif way == 6:
            parts[place] = "".join(f"%{byte:02x}" for byte in parts[place].encode())
        else:
            random.shuffle(parts)
        return "/".join(parts)

    def query(self, query, known):
        random = self.random
        values = [random.choice(self.ids), "1", "0", "-1", "101", "99999999999999999999", "1.5", "", "%00", "%ff", "%", "+", "%2B", "a" * 2_000, "ongoing",
            "åäö".encode().hex(), "%C3%A5", "1%20", "a=b", "[1]", "null", "noInformation"]
        names = [*known, "page", "limit", "offset", "x", "page%00", "%70age", "limit[]", "", "access_token", "municipalityCode"]
        pairs = [f"{random.choice(names)}{random.choice(['=', '=', '=', '', '=='])}{random.choice(values)}" for _ in range(random.choice((1, 1, 2, 3, 30)))]
        return (query or "?") + random.choice(["&", "&", "", "&&", "?"]) + random.choice(["&", "&", ";"]).join(pairs)

    def media_type(self):
        return self.random.choice(["application/json; charset=utf-8", "application/json; charset=latin1", "APPLICATION/JSON", "application/json;", "text/plain",
            "text/html", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "x", "application/json, text/plain",
                                   "application/json-patch+json", "application/merge-patch+json", "application/pdf", "image/png", "image/jpeg", "*/*",
                                   "application/problem+json", "a" * 300, "application/json; charset=\"utf-8"])

    def header(self):
        name = self.random.choice(list(HEADERS))
        value = self.random.choice(HEADERS[name])
        return (name if self.random.random() < 0.9 else name.swapcase()), value

    def request_line(self, method, target):
        # A target holds no blanks and nothing but ASCII, or it would be no request line.
        target = "".join(c if "!" <= c <= "~" else "".join(f"%{byte:02X}" for byte in c.encode("utf-8", "surrogatepass")) for c in target)
        if self.random.random() < 0.01:
            target = "http://annan.example" + target
        return f"{method} {target} HTTP/1.{0 if self.random.random() < 0.005 else 1}\r\n".encode()

    def head_bytes(self, head, token):
        """Changes bytes of a head; not those of its token."""
        random, head = self.random, bytearray(head)
        start = head.find(token) if token else -1
        for _ in range(random.choice((1, 1, 2, 4))):
            place = random.randrange(len(head))
            if start >= 0 and start - 8 <= place < start + len(token) + 2:
                continue
            new = random.choice([b"\0", b"\r", b"\n", b"\r\n", b" ", b"\t", b":", b"\xff", b"%", b"/", b"A", bytes([random.randrange(256)]),
                b"\r\nContent-Length: 5\r\n", b"\r\nTransfer-Encoding: chunked\r\n",
                                 b"\r\nHost: annan.example\r\n", b"\r\n\r\n", b"x" * 200, b"HTTP/1.0", b"CONNECT "])
            old = random.choice((0, 1, 1, 4))
            if start >= 0 and place < start:
                # What comes before the token moves it.
                old = min(old, max(0, start - 8 - place))
                start += len(new) - old
            head[place:place + old] = new
        return bytes(head)

    def bytes(self, body):
        random, body = self.random, bytearray(body)
        for _ in range(random.choice((1, 1, 2, 5, 20))):
            place = random.randrange(len(body) + 1)
            way = random.randrange(6)
            if way == 0:
                del body[place:place + random.choice((1, 4, 100))]
            elif way == 1:
                body[place:place] = bytes(random.randrange(256) for _ in range(random.choice((1, 2, 8))))
            elif way == 2:
                body[place:place + 1] = random.choice([b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"\n", b"|", b"**",
                    b"\t", b"#", b"\xef\xbb\xbf"])
            elif way == 3:
                body[place:place] = body[place:place + 50]
            elif way == 4:
                del body[place:]
            elif place < len(body):
                body[place] ^= 1 << random.randrange(8)
        return bytes(body)

    def json(self, value):
        """A body as bytes, mostly with something changed in its structure, its texts, its numbers or its bytes."""
        random = self.random
        if random.random() < 0.1:
            return json.dumps(value, ensure_ascii=random.random() < 0.5).encode()
        for _ in range(random.choice((1, 1, 1, 2, 4))):
            value = self.changed(value)
        text = json.dumps(value, ensure_ascii=random.random() < 0.5).encode("utf-8", "surrogatepass")
        # What JSON's writer would not write stands for it until here.
        for number, raw in enumerate(NUMBERS + RAW):
            text = text.replace(f'"@@{number}@@"'.encode(), raw.encode("utf-8", "surrogatepass"))
        way = random.random()
        if way < 0.05 and b'"' in text:
            name = text.split(b'"')[1]
            text = text.replace(b"{", b'{"' + name + b'":1,', 1)
        elif way < 0.08:
            depth = random.choice((30, 100, 600, 5_000))
            text = text.replace(b"{", b'{"x":' + b'{"a":' * depth + b"1" + b"}" * depth + b",", 1)
        elif way < 0.11:
            depth = random.choice((30, 100, 600, 5_000))
            text = b"[" * depth + text + b"]" * depth
        elif way < 0.13:
            text = random.choice([b"\xef\xbb\xbf" + text, text.decode("utf-8", "replace").encode("utf-16"), text + text, b"", b" ", b"null", b'"x"', b"[]", b"0",
                text + b" " * 70_000, b"\n" * 1_000 + text, text + b"\0"])
        elif way < 0.135:
            text = text.replace(b'"', b'"' + b"x" * 1_100_000, 1)
        if random.random() < 0.2:
            text = self.bytes(text)
        return text

    def changed(self, value):
        """The same JSON with one place changed."""
        random = self.random
        if isinstance(value, dict) and value and random.random() < 0.85:
            name = random.choice(list(value))
            way = random.random()
            if way < 0.1:
                return {n: v for n, v in value.items() if n != name}
            if way < 0.2:
                return {**value, random.choice(["x", "", "id", "municipalityCode", name.upper(), name + " ", "å", "__proto__", "a/b", "~0", "x" * 300]): self.odd()}
            return {**value, name: self.changed(value[name])}
        if isinstance(value, list) and value and random.random() < 0.85:
            place = random.randrange(len(value))
            way = random.random()
            if way < 0.15:
                return value * random.choice((2, 30, 300))
            if way < 0.25:
                return value[:place] + [self.odd()] + value[place:]
            return value[:place] + [self.changed(value[place])] + value[place + 1:]
        return self.odd()

    def odd(self):
        random = self.random
        return random.choice([random.choice(TEXTS), random.choice(TEXTS), f"@@{random.randrange(len(NUMBERS))}@@", f"@@{len(NUMBERS) + random.randrange(len(RAW))}@@",
            random.choice(self.ids), [random.choice(self.ids)] * random.choice((1, 2, 50)),
                              {"id": random.choice(self.ids)}, {"start": "2026-01-01", "end": "2025-01-01"},
                              f"{random.randrange(1900, 2300)}-{random.randrange(1, 13):02}-{random.randrange(1, 32):02}", random.randrange(-5, 3_000),
                              "x" * random.choice((10, 300, 4_001, 20_000)),
                              None, True, [], {}, [[["x"]]], "draft", "done", "police", "municipality"])
