"""Tokens of every shape: right, wrong in one thing, and mutated. A list always has members, whichever claim it stands in; a number
in a header is a small one."""
import base64, hashlib, hmac, json, time

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from house import base64url

# What a claim could be instead of what it is.
ODD = {
    "0": 0, "1": 1, "-1": -1, "2^31": 2**31, "2^53": 2**53, "2^63": 2**63, "-2^63": -2**63, "2^64": 2**64, "1e300": 1e300, "-1e300": -1e300, "1.5": 1.5, "0.1": 0.1,
    "text": "x", "no text": "", "a number as text": "1", "a long text": "x" * 300, "U+0000": "a\0b", "a list": ["x"], "a list of numbers": [1, 2],
    "a list of lists": [["samverkan"]],
    "a list with null": [None], "an object": {"a": 1}, "true": True, "false": False, "null": None,
}
ODD_IN_HEADER = ("", "x", "none", "ES384", "å" * 50, "k" * 3000, 0, 1, -1, 256, True, False, None, ["ES256"], ["x", 1], {"a": 1}, {"a": {"b": ["c"]}})
REFUSED, ACCEPTED, NO_GRANT = {401}, {200}, {403}
# What the service need not look at: either way is right as long as it is an answer.
EITHER = {200, 401, 403}
# Longer than the server reads headers at all.
TOO_LONG = {400, 401, 413, 431, 0}


def shapes(house):
    """Every token with what it is and the statuses that are right for it."""
    good = house.claims("reader", "1495")
    now = int(time.time())

    def changed(**claims):
        return {name: value for name, value in {**good, **claims}.items() if value is not ...}

    yield "a good one", house.sign(good), ACCEPTED
    yield from claims(house, good, now, changed)
    yield from headers(house, good)
    yield from signatures(house, good)
    yield from bytes_and_parts(house, good)


def claims(house, good, now, changed):
    for name in ("iss", "sub", "aud", "exp", "nbf", "iat", "name", "jti"):
        for title, value in ODD.items():
            right = REFUSED
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if name == "sub" and isinstance(value, str) and title not in ("no text", "U+0000", "a long text"):
                right = NO_GRANT
            elif name == "exp" and is_number and value > now:
                right = EITHER
            elif name == "nbf" and (value is None or is_number and value < now):
                right = EITHER
            elif name in ("iat", "jti") or name == "name":
                right = EITHER
            yield f"{name} is {title}", house.sign(changed(**{name: value})), right
        yield f"no {name}", house.sign(changed(**{name: ...})), ACCEPTED if name in ("nbf", "iat", "name", "jti") else REFUSED
    yield "aud is a list with the service in it", house.sign(changed(aud=["another", "samverkan"])), ACCEPTED
    yield "aud is a list of others", house.sign(changed(aud=["another", "a third"])), REFUSED
    yield "aud in other letters", house.sign(changed(aud="Samverkan")), REFUSED
    yield "expired an hour ago", house.sign(changed(exp=now - 3600)), REFUSED
    yield "not yet", house.sign(changed(nbf=now + 3600)), REFUSED
    for issuer in ("development", "development:", "development:municipality", "development:municipality:", "development:municipality:1494:", "development:operator:",
        "Development:operator",
                   "development:superuser", "development:municipality:1495\0", " development:operator", "https://login.example", "development:municipality:%31495",
                   "development:municipality:1495'--"):
        yield f"iss is {issuer!r}", house.sign(changed(iss=issuer)), {401, 403}


def headers(house, good):
    for title, header, right in (
        ("no header fields", {}, EITHER), ("no typ", {"alg": "ES256"}, EITHER), ("typ is at+jwt", {"alg": "ES256", "typ": "at+jwt"}, EITHER),
        ("typ is in small letters", {"alg": "ES256", "typ": "jwt"}, EITHER),
        ("typ is a number", {"alg": "ES256", "typ": 1}, EITHER), ("typ is a list", {"alg": "ES256", "typ": ["JWT"]}, EITHER),
        ("cty", {"alg": "ES256", "cty": "JWT"}, EITHER), ("zip", {"alg": "ES256", "zip": "DEF"}, EITHER),
        ("an unknown critical field", {"alg": "ES256", "crit": ["kommun"], "kommun": "1494"}, REFUSED),
        ("a critical field that is not there", {"alg": "ES256", "crit": ["exp2"]}, REFUSED),
        ("an unencoded payload", {"alg": "ES256", "b64": False, "crit": ["b64"]}, REFUSED), ("crit is text", {"alg": "ES256", "crit": "exp"}, REFUSED),
        ("an unknown kid", {"alg": "ES256", "kid": "another"}, EITHER), ("a long kid", {"alg": "ES256", "kid": "k" * 3000}, EITHER),
        ("a path as kid", {"alg": "ES256", "kid": "../../../../dev/null"}, EITHER),
        ("SQL as kid", {"alg": "ES256", "kid": "' or '1'='1"}, EITHER), ("kid is a number", {"alg": "ES256", "kid": 1}, EITHER),
        ("kid is an object", {"alg": "ES256", "kid": {"a": 1}}, EITHER),
        ("kid is null", {"alg": "ES256", "kid": None}, EITHER), ("a list as alg", {"alg": ["ES256"]}, REFUSED), ("alg is a number", {"alg": 256}, REFUSED),
        ("alg is null", {"alg": None}, REFUSED),
        *((f"alg is {alg!r}", {"alg": alg, "typ": "JWT"}, REFUSED) for alg in ("none", "None", "NONE", "", "es256", "ES384", "ES512", "RS256", "PS256", "HS256", "EdDSA",
            "ES256 ", "dir")),
    ):
        yield title, house.sign(good, header), right
    yield "the header is a list", house.sign(good, header=b'["alg", "ES256"]'), REFUSED
    yield "the header is text", house.sign(good, header=b'"ES256"'), REFUSED
    yield "the header is no JSON", house.sign(good, header=b"alg=ES256"), REFUSED
    yield "alg twice", house.sign(good, header=b'{"alg":"none","alg":"ES256"}'), EITHER
    yield "alg twice, none last", house.sign(good, header=b'{"alg":"ES256","alg":"none"}'), EITHER


def signatures(house, good):
    stranger = ec.generate_private_key(ec.SECP256R1())
    numbers = stranger.public_key().public_numbers()
    jwk = {"kty": "EC", "crv": "P-256", "x": base64url(numbers.x.to_bytes(32, "big")), "y": base64url(numbers.y.to_bytes(32, "big")), "kid": "k"}
    token = house.sign(good)
    header, payload, signature = token.split(".")
    yield "another's key", house.sign(good, key=stranger), REFUSED
    yield "another's key, which the header brings along", house.sign(good, {"alg": "ES256", "jwk": jwk, "kid": "k"}, stranger), REFUSED
    for name in ("jku", "x5u"):
        yield f"another's key, at an address in {name}", house.sign(good, {"alg": "ES256", name: "http://127.0.0.1:1/keys", "kid": "k"}, stranger), REFUSED
        yield f"the right key and {name}", house.sign(good, {"alg": "ES256", name: "http://127.0.0.1:1/keys"}), EITHER
    yield "another's certificate", house.sign(good, {"alg": "ES256", "x5c": ["MIIB"]}, stranger), REFUSED
    other = house.sign(house.claims("coordinator", "1494")).split(".")
    yield "another's payload", f"{header}.{other[1]}.{signature}", REFUSED
    yield "another's signature", f"{header}.{payload}.{other[2]}", REFUSED
    raw = base64.urlsafe_b64decode(signature + "==")
    order = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
    for title, forged in (
        ("of naughts", bytes(64)), ("of ones", b"\xff" * 64), ("of the order", order.to_bytes(32, "big") * 2), ("cut", raw[:63]), ("longer", raw + b"\0"),
        ("half", raw[:32]), ("doubled", raw + raw),
        ("with its halves changed", raw[32:] + raw[:32]), ("in DER", house.key.sign(f"{header}.{payload}".encode(), ec.ECDSA(hashes.SHA256()))),
        ("with one bit changed", bytes([raw[0] ^ 1]) + raw[1:]), ("of one byte", b"\0"),
    ):
        yield f"a signature {title}", f"{header}.{payload}.{base64url(forged)}", REFUSED
    pem = house.key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    for key in (pem, pem.strip(), b"", b"secret"):
        signed = base64url(b'{"alg":"HS256","typ":"JWT"}') + "." + payload
        yield "signed with HMAC", signed + "." + base64url(hmac.new(key, signed.encode(), hashlib.sha256).digest()), REFUSED
    for alg in ("none", "None", "nOnE"):
        unsigned = base64url(json.dumps({"alg": alg}).encode()) + "." + payload
        yield f"unsigned, alg {alg}", unsigned + ".", REFUSED
        yield f"alg {alg} with a signature", unsigned + "." + signature, REFUSED


def bytes_and_parts(house, good):
    token = house.sign(good)
    header, payload, signature = token.split(".")
    text = json.dumps(good).encode()
    for title, forged in (
        ("no part", ""), ("one part", header), ("two parts", f"{header}.{payload}"), ("an empty signature", f"{header}.{payload}."),
        ("four parts", token + "." + signature), ("five parts", token + ".a.b"),
        ("only dots", ".."), ("many dots", "." * 1000), ("no header", f".{payload}.{signature}"), ("no payload", f"{header}..{signature}"),
        ("a blank in it", f"{header}. {payload}.{signature}"),
        ("another letter in the header", header[:-1] + ("A" if header[-1] != "A" else "B") + f".{payload}.{signature}"), ("no base64", f"{header}.{payload}.????"),
        ("letters with marks", f"å{header}.{payload}.{signature}"),
    ):
        yield title, forged, REFUSED
    yield "padding", f"{header}==.{payload}==.{signature}==", EITHER
    yield "a tab behind it", token + "\t", EITHER
    for title, payload, right in (
        ("the payload is a list", b'["iss", "sub"]', REFUSED), ("the payload is a number", b"1", REFUSED), ("the payload is null", b"null", REFUSED),
        ("the payload is no JSON", b"iss=x", REFUSED),
        ("an empty object", b"{}", REFUSED), ("an empty payload", b"", REFUSED), ("the payload is cut", text[:-1], REFUSED),
        ("something behind the payload", text + b"x", REFUSED), ("two objects", text + text, REFUSED),
        ("bytes that are no UTF-8", text.replace(b"Exempel", b"\xff\xfe\xc0\x80"), REFUSED), ("a surrogate alone", text.replace(b"Exempel", b"\\ud800"), EITHER),
        ("UTF-16", json.dumps(good).encode("utf-16"), EITHER),
        ("a byte order mark", b"\xef\xbb\xbf" + text, EITHER), ("the same claim twice", text[:-1] + b', "sub": "coordinator"}', EITHER),
        ("the same audience twice", text[:-1] + b', "aud": "another"}', EITHER),
        ("the same issuer twice", text[:-1] + b', "iss": "development:operator"}', EITHER), ("an expiry twice", text[:-1] + b', "exp": 1}', EITHER),
        ("NaN", text.replace(str(good["exp"]).encode(), b"NaN"), REFUSED),
        ("a number of many digits", text.replace(str(good["exp"]).encode(), b"9" * 400), EITHER),
        ("a number with a large exponent", text.replace(str(good["exp"]).encode(), b"1e99999"), EITHER),
        ("comments", b"/* x */" + text, EITHER), ("100 levels", text[:-1] + b', "x": ' + b"[" * 100 + b"1" + b"]" * 100 + b"}", EITHER),
        ("600 levels", text[:-1] + b', "x": ' + b"[" * 600 + b"1" + b"]" * 600 + b"}", EITHER),
        ("2,000 levels", text[:-1] + b', "x": ' + b"[" * 2000 + b"1" + b"]" * 2000 + b"}", EITHER),
        ("1,000 objects in each other", text[:-1] + b', "x": ' + b'{"a":' * 1000 + b"1" + b"}" * 1000 + b"}", EITHER),
        ("1,000 claims", text[:-1] + b"".join(b', "c%d": %d' % (n, n) for n in range(400)) + b"}", EITHER),
    ):
        yield title, house.sign(payload), right
    for size in (5_000, 5_900):
        yield f"a name of {size} characters", house.sign({**good, "name": "n" * size}), EITHER
    for size in (6_200, 20_000, 60_000):
        yield f"a name of {size} characters", house.sign({**good, "name": "n" * size}), TOO_LONG
    yield "200,000 bytes", token + "A" * 200_000, TOO_LONG


def mutated(house, random, claims=None):
    """A token with something changed: in the claims or the header (mostly signed anew, so that it is read), or in its bytes."""
    claims = dict(claims or house.claims(random.choice(["reader", "coordinator"]), "1495"))
    way = random.random()
    if way < 0.5:
        for _ in range(random.choice((1, 1, 1, 2))):
            name = random.choice(["iss", "sub", "aud", "exp", "nbf", "iat", "name", "jti", "x"])
            claims[name] = odd_value(random)
        header = {"alg": "ES256", "typ": "JWT"}
        if random.random() < 0.3:
            header[random.choice(["alg", "typ", "kid", "cty", "crit", "jwk", "jku", "x5u", "b64", "zip"])] = random.choice(ODD_IN_HEADER)
        return house.sign(claims, header)
    if way < 0.8:
        # Bytes of the payload. Brackets neither stand in it nor come in, so lists are left to the values above.
        payload = bytearray(json.dumps(claims).encode())
        for _ in range(random.choice((1, 1, 2, 5))):
            place = random.randrange(len(payload))
            if random.random() < 0.3:
                del payload[place:place + random.choice((1, 1, 8))]
            else:
                payload[place:place + random.choice((0, 1))] = bytes([random.choice(b'"{}:,\\0123456789eE+-. \x00\x7f\xc3\xa5\xff/ntu')])
            if not payload:
                break
        return house.sign(bytes(byte for byte in payload if byte not in b"[]"))
    token = bytearray(house.sign(claims).encode())
    # Bytes of the signature and the dots before it: what is signed stays as it is.
    start = bytes(token).rindex(b".")
    place = random.randrange(start, len(token))
    token[place:place + random.choice((0, 1, 3))] = random.choice([b"A", b"_", b"-", b".", b"=", b"", b"~", b"+"])
    return token.decode()


def odd_value(random):
    return random.choice([*ODD.values(), "samverkan", ["samverkan", random.randrange(9)], random.randrange(-2**70, 2**70),
        random.random() * 10 ** random.randrange(-20, 300),
                          "å" * random.randrange(1, 200), {"a": {"b": [1]}}, "development:operator", "development:municipality:1494",
                          int(time.time()) + random.randrange(-10, 10_000)])
