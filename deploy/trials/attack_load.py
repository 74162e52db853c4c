"""Documents that are hard to read, and clients that are slow, many or gone. The server goes on, and nobody else waits for it."""
import json, resource, selectors, socket, struct, threading, time
from collections import Counter

from attack_requests import Client
from contract import WORD
from documents import LAST, ROW, TABLE, TEXTS, WORDS, times, word
from house import BASE
from scene import document

BODY_SECONDS = 5
CONNECTIONS = 600
ANSWERED_WITHIN = 30
IMPORT_STATUSES = {201, 400, 413, 415, 422, 503}


def shown(statuses):
    return ", ".join(f"{count}x {status or 'none'}" for status, count in sorted(statuses.items(), key=str))


# Documents

def send_document(house, token, code, content, kind, timeout=ANSWERED_WITHIN):
    """(status, Retry-After, seconds); status 0 when no answer came."""
    started = time.monotonic()
    try:
        status, headers, _ = house.request("POST", f"/municipalities/{code}/imports?fileName=plan", token, content, {"Content-Type": kind}, timeout)
    except OSError:
        return 0, None, time.monotonic() - started
    return status, headers.get("retry-after"), time.monotonic() - started


def documents(house, report, random, is_long):
    skara = house.sign(house.claims("coordinator", "1495", minutes=12 * 60))
    lidkoping = house.sign(house.claims("coordinator", "1494", minutes=12 * 60))
    planned = []
    for size in (3_000, 30_000, 250_000):
        for shapes, kinds in ((TEXTS, ("text/plain", "text/markdown")), (WORDS, (WORD,))):
            for title, shape in shapes.items():
                chosen = kinds if is_long else (random.choice(kinds),)
                # The largest are few in a short attack.
                if is_long or random.random() < {3_000: 1, 30_000: 0.6, 250_000: 0.15}[size]:
                    planned += [(size, title, shape, kind) for kind in chosen]
    statuses, slow, started, done = Counter(), [], time.monotonic(), 0
    for size, title, shape, kind in planned:
        if not is_long and time.monotonic() - started > 12:
            break
        content = word(shape(size)) if kind == WORD else shape(size).encode()
        status, retry, seconds = send_document(house, skara, "1495", content, kind)
        deadline = time.monotonic() + ANSWERED_WITHIN
        while status == 503 and retry and time.monotonic() < deadline:
            # Another import is being read; as asked, later.
            time.sleep(min(1, float(retry)))
            status, retry, seconds = send_document(house, skara, "1495", content, kind)
        done += 1
        statuses[status] += 1
        slow.append((seconds, f"{title}, {size} bytes, {kind.split('/')[-1][:12]}"))
        if status not in IMPORT_STATUSES:
            report.finding("documents", f"{title}, {size} bytes as {kind}: {status or f'no answer within {seconds:.0f} s'}")
        if not house.is_alive():
            report.finding("documents", f"the server has ended with {title}, {size} bytes as {kind}")
            return
        if len([s for s, _ in slow if s >= ANSWERED_WITHIN]) >= (20 if is_long else 1):
            break
    report.requests += done
    note = f" of {len(planned)} in the time there was" if done < len(planned) else ""
    slowest = "; ".join(f"{title} {seconds:.1f} s" for seconds, title in sorted(slow)[:-4:-1])
    report.line("documents", "hard to read", done, f"{shown(statuses)}{note}; the slowest: {slowest}")
    at_once(house, report, skara, 250_000 if is_long else 30_000)
    decided(house, report, skara)
    status, _, seconds = send_document(house, lidkoping, "1494", document("lidkoping.md"), "text/markdown")
    if status != 201:
        report.finding("documents", f"another municipality's own document after them: {status or 'no answer'} after {seconds:.0f} s")
    report.line("documents", "another municipality's own, after them", 1, f"{status} in {seconds:.2f} s")


def at_once(house, report, token, size):
    """Six documents of one municipality at once: one is read at a time, and who has to come again is told when."""
    heavy = (TABLE + times(LAST, size)).encode()
    _, _, alone = send_document(house, token, "1495", heavy, "text/plain")
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(send_document(house, token, "1495", heavy, "text/plain"))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    statuses = Counter(status for status, _, _ in answers)
    for status, retry, seconds in answers:
        if status not in IMPORT_STATUSES:
            report.finding("documents", f"of six at once one got {status or 'no answer'} after {seconds:.0f} s")
        if status == 503 and not retry:
            report.finding("documents", "503 without Retry-After for an import that has to wait")
    # Of what is read in no time the second may come when the first is done.
    if alone > 0.3 and not statuses[503]:
        report.finding("documents", f"six documents of one municipality were read at once, each of which takes {alone:.1f} s alone")
    report.requests += 7
    report.line("documents", "six of one municipality at once", 6,
        f"{shown(statuses)}; one alone takes {alone:.2f} s")


def decided(house, report, token):
    """A long document with a thousand decisions, the last of which fits nothing: all are looked at, and nothing is written."""
    rows = "".join(ROW.format(f"Åtgärd {number}", f"Enhet {number} a, Enhet {number} b, Enhet {number} c") for number in range(600))
    status, _, content = house.request("POST", "/municipalities/1495/imports?fileName=plan", token, (TABLE + rows).encode(), {"Content-Type": "text/markdown"}, 30)
    if status != 201:
        return report.finding("documents", f"a document with 1,800 names: {status}")
    merges = [{"keep": "Enhet 0 a", "merge": f"Enhet {number} b"} for number in range(1, 600)] + [{"keep": "Enhet 0 a", "merge": "Ingen"}]
    path = f"/municipalities/1495/imports/{json.loads(content)['id']}/confirmation"
    started, answers = time.monotonic(), []
    threads = [threading.Thread(target=lambda: answers.append(house.request("POST", path, token, {"partyMerges": merges}, timeout=60)[0])) for _ in range(3)]
    for thread in threads:
        thread.start()
    healthy = house.admin("/health/live")[0]
    for thread in threads:
        thread.join()
    seconds = time.monotonic() - started
    if seconds > 10 or set(answers) - {422, 503} or healthy != 200:
        report.finding("documents", f"three times 600 decisions on 1,800 names: {answers} after {seconds:.0f} s, health {healthy}")
    report.requests += 4
    report.line("documents", "600 decisions on 1,800 names, three at once", 3, f"{shown(Counter(answers))} in {seconds:.1f} s")


# Clients

def head(method, path, token, *lines):
    text = [f"{method} {BASE}{path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {token}", *lines]
    return "\r\n".join(text).encode() + b"\r\n\r\n"


def read_until_closed(connection, seconds, quiet=None):
    """What came until the other side closed, and whether it did; with `quiet`, no longer than so many seconds after what came last."""
    received, deadline = b"", time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        connection.settimeout(min(left, quiet) if quiet and received else left)
        try:
            part = connection.recv(65_536)
        except TimeoutError:
            break
        except OSError:
            return received, True
        if not part:
            return received, True
        received += part
    return received, False


def status_of(received):
    return int(received[9:12]) if received[:5] == b"HTTP/" and received[9:12].isdigit() else 0


def clients(house, report, random, is_long):
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(8_192, limits[1]), limits[1]))
    token = house.sign(house.claims("reader", "1495", minutes=12 * 60))
    writer = house.sign(house.claims("coordinator", "1495", minutes=12 * 60))
    for work in (framing, slow_bodies, large_bodies, uploads, unread, half_closed, resets, pipelined):
        started = time.monotonic()
        count, note = work(house, report, random, token, writer)
        report.requests += count
        report.line("clients", work.__doc__, count, f"{note}; {time.monotonic() - started:.1f} s")
    idle = [house.raw() for _ in range(300)]
    for connection in idle[:100]:
        # A third has begun a head and goes on with it a byte at a time.
        connection.sendall(b"GET /samverkan/v1/me HTTP/1.1\r\nHost: 127.0.0.1\r\nX-")
    for _ in range(3):
        time.sleep(1)
        for connection in idle[:100]:
            try:
                connection.sendall(b"x")
            except OSError:
                pass  # Ended by the server, as it may.
    report.line("clients", "idle and slow connections", len(idle), "a third of them sends its head a byte a second")
    # As many stay as fit beside the flood.
    for connection in idle[80:]:
        connection.close()
    time.sleep(0.5)
    count, note = flood(house, report, token, *((20, "/municipalities/1495/measures?limit=100") if is_long else (3, "/municipalities/1495/action-plans?limit=5")))
    report.requests += count
    report.line("clients", flood.__doc__, count, note)
    for connection in idle[:80]:
        connection.close()
    time.sleep(0.5)
    too_many(house, report, token)
    status, _, _ = house.request("GET", "/me", token)
    if status != 200:
        report.finding("clients", f"GET /me after all of them: {status}")


def framing(house, report, random, token, writer):
    """requests that are no proper HTTP"""
    good = f"Authorization: Bearer {token}\r\n".encode()
    line = b"GET /samverkan/v1/me HTTP/1.1\r\n"
    cases = {
        "two hosts": line + b"Host: 127.0.0.1\r\nHost: annan.example\r\n" + good + b"\r\n",
        "the same host twice": line + b"Host: 127.0.0.1\r\nHost: 127.0.0.1\r\n" + good + b"\r\n",
        "no host": line + good + b"\r\n",
        "a length and chunks": line.replace(b"GET", b"POST") + b"Host: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n" + good + b"\r\n0\r\n\r\n",
        "two lengths": line + b"Host: x\r\nContent-Length: 0\r\nContent-Length: 5\r\n" + good + b"\r\nhello",
        "a negative length": line + b"Host: x\r\nContent-Length: -1\r\n" + good + b"\r\n",
        "a length with a sign": line + b"Host: x\r\nContent-Length: +3\r\n" + good + b"\r\nabc",
        "a length that is no number": line + b"Host: x\r\nContent-Length: 0x3\r\n" + good + b"\r\nabc",
        "a huge length": line.replace(b"GET", b"POST") + b"Host: x\r\nContent-Length: 99999999999999999999999\r\n" + good + b"\r\n",
        "chunked twice": line.replace(b"GET", b"POST") + b"Host: x\r\nTransfer-Encoding: chunked, chunked\r\n" + good + b"\r\n0\r\n\r\n",
        "another encoding": line.replace(b"GET", b"POST") + b"Host: x\r\nTransfer-Encoding: gzip\r\n" + good + b"\r\nabc",
        "a chunk's length that is none": line.replace(b"GET", b"POST") + b"Host: x\r\nTransfer-Encoding: chunked\r\n" + good + b"\r\nzz\r\n\r\n",
        "a blank before the colon": line + b"Host : x\r\n" + good + b"\r\n",
        "a folded line": line + b"Host: x\r\nX-A: a\r\n b\r\n" + good + b"\r\n",
        "a line without a colon": line + b"Host: x\r\nkolon\r\n" + good + b"\r\n",
        "a naught in a value": line + b"Host: x\r\nX-A: a\0b\r\n" + good + b"\r\n",
        "HTTP/2.0": line.replace(b"1.1", b"2.0") + b"Host: x\r\n" + good + b"\r\n",
        "no version": b"GET /samverkan/v1/me\r\n\r\n",
        "a line of 100,000 bytes": b"GET /samverkan/v1/me?" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: x\r\n" + good + b"\r\n",
        "5,000 header lines": line + b"Host: x\r\n" + b"".join(b"X-%d: x\r\n" % n for n in range(5_000)) + good + b"\r\n",
        "bytes of TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(200)),
        "naughts": bytes(1_000),
    }
    for title, request in cases.items():
        with house.raw() as connection:
            try:
                connection.sendall(request)
            except OSError:
                pass  # Refused before it was all sent.
            received, closed = read_until_closed(connection, 8, quiet=0.4)
        status = status_of(received)
        if not (status == 0 and closed or status >= 400):
            report.finding("clients", f"{title}: {status or 'neither an answer nor an end within 8 s'}")
        if received.count(b"HTTP/1.1 ") > 1:
            report.finding("clients", f"{title}: {received.count(b'HTTP/1.1 ')} answers to one request")
    # Another protocol is not there to go over to, so that what is behind is a request as well, or the connection ends.
    with house.raw() as connection:
        connection.sendall(head("GET", "/me", token, "Connection: upgrade", "Upgrade: websocket") + head("GET", "/me", token, "Connection: close"))
        received, closed = read_until_closed(connection, 8)
    if not closed:
        answers = received.count(b"HTTP/1.1 ")
        report.finding("clients", f"a request behind one that asks for another protocol: {answers} answers to two requests, and the connection stays open")
    return len(cases) + 2, "each refused"


def slow_bodies(house, report, random, token, writer):
    """bodies of a byte a second"""
    held = []
    for number in range(20):
        connection = house.raw()
        path = "/municipalities/1495/situational-pictures" if number % 2 else "/municipalities/1495/imports"
        kind = "application/json" if number % 2 else "text/plain"
        length = "Transfer-Encoding: chunked" if number % 4 > 1 else "Content-Length: 1000"
        connection.sendall(head("POST", path, writer, f"Content-Type: {kind}", length))
        held.append([connection, number % 4 > 1, b"", False])
    started = time.monotonic()
    while time.monotonic() - started < BODY_SECONDS + 4 and not all(closed for *_, closed in held):
        for one in held:
            if one[3]:
                continue
            try:
                one[0].sendall(b"1\r\nx\r\n" if one[1] else b"x")
            except OSError:
                one[3] = True
                continue
            received, one[3] = read_until_closed(one[0], 0.01)
            one[2] += received
        time.sleep(max(0, 1 - 0.01 * len(held)))
    for connection, _, received, closed in held:
        status = status_of(received)
        if not closed and status != 408:
            left = sum(not closed for *_, closed in held)
            report.finding("clients", f"{left} of {len(held)} bodies of a byte a second go on after {time.monotonic() - started:.0f} s, though {BODY_SECONDS} s are allowed")
            break
    for connection, *_ in held:
        connection.close()
    ended = sum(closed or status_of(received) == 408 for _, _, received, closed in held)
    return len(held), f"{ended} ended by the server"


def large_bodies(house, report, random, token, writer):
    """bodies that are too large, sent without reading"""
    statuses = Counter()
    for kind, path, length in (
        ("text/plain", "/municipalities/1495/imports", 50_000_000), ("application/json", "/municipalities/1495/agreements", 50_000_000),
        ("application/pdf", "/municipalities/1495/agreements/x/attachments", 50_000_000),
        ("text/plain", "/municipalities/1495/imports", None), ("application/json", "/municipalities/1495/agreements", None),
    ):
        with house.raw() as connection:
            connection.sendall(head("POST", path, writer, f"Content-Type: {kind}", f"Content-Length: {length}" if length else "Transfer-Encoding: chunked"))
            sent, block, started = 0, b"x" * 65_536, time.monotonic()
            connection.settimeout(3)
            try:
                while sent < 50_000_000:
                    connection.sendall(block if length else b"10000\r\n" + block + b"\r\n")
                    sent += len(block)
            except OSError:
                pass  # Closed, or no longer read.
            received, closed = read_until_closed(connection, 4)
        status = status_of(received)
        statuses[status or "closed"] += 1
        told = f"{kind} {'with a length' if length else 'in chunks'} to {path}"
        if not (status in (404, 413, 422) or status == 0 and closed):
            report.finding("clients", f"{told}: {status or 'no answer'}")
        if not closed:
            report.finding("clients", f"{told}: the connection stays open after {status}")
        elif sent >= 50_000_000:
            report.finding("clients", f"{told}: all of {sent} bytes were read, though {status} could be told before")
    return 5, shown(statuses)


def resident(house):
    """MiB of memory that the server has."""
    with open(f"/proc/{house.server.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) // 1_024


def uploads(house, report, random, token, writer):
    """files of 10 MiB, all but their last byte"""
    before, held, most = resident(house), [], 0
    block = b"%PDF-" + b" " * (1_048_576 - 5)
    for number in range(40):
        connection = house.raw()
        path = "/municipalities/1495/agreements/01914c5e-7a00-7c3a-9d52-1f0e2b6a4c11/attachments" if number % 2 else "/municipalities/1495/imports"
        kind = "application/pdf" if number % 2 else "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        connection.settimeout(0.3)
        try:
            connection.sendall(head("POST", path, random.choice((token, writer)), f"Content-Type: {kind}", "Content-Length: 10485760"))
            for part in range(10):
                connection.sendall(block if part < 9 else block[:-1])
        except OSError:
            pass  # Answered before it was all sent, or no longer taken in.
        held.append(connection)
        most = max(most, resident(house))
    statuses = Counter(status_of(read_until_closed(connection, 0.2, quiet=0.05)[0]) for connection in held)
    for connection in held:
        connection.close()
    if most - before > 400:
        report.finding("clients", f"40 files that were all but sent took {most - before} MiB")
    if set(statuses) - {0, 403, 404, 422, 503, 413}:
        report.finding("clients", f"files that were all but sent: {shown(statuses)}")
    return 40, f"at most {most - before} MiB more; {shown(statuses)}"


def open_ports(house):
    """The ports of the clients whose connections the server has open."""
    with open("/proc/net/tcp") as table:
        rows = [line.split() for line in table][1:]
    return {int(row[2].split(":")[1], 16) for row in rows if row[3] == "01" and int(row[1].split(":")[1], 16) == house.port}


def unread(house, report, random, token, writer):
    """clients that read nothing of what they asked for"""
    held = []
    for number in range(6):
        connection = house.raw()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        connection.settimeout(0.5)
        # A third of the answers are large; all are more than the systems between hold.
        request = b"GET /samverkan/v1/openapi.yaml HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n" if number % 3 == 0 else head("GET", "/municipalities/1495/measures?limit=100", token)
        try:
            for _ in range(100):
                connection.sendall(request * 100)
        except OSError:
            pass  # The server takes no more of them until its answers are read.
        held.append(connection)
    # However long it takes until there is no more room: an end comes BODY_SECONDS later. What was on its way is not read here.
    ports = {connection.getsockname()[1] for connection in held}
    deadline = time.monotonic() + BODY_SECONDS + 20
    while (left := len(ports & open_ports(house))) and time.monotonic() < deadline:
        time.sleep(0.5)
    for connection in held:
        connection.close()
    if left:
        report.finding("clients", f"{left} of {len(held)} connections stay open though their clients read nothing")
    return len(held), f"{left} stay open"


def half_closed(house, report, random, token, writer):
    """clients that close their sending side"""
    answered = 0
    for number in range(20):
        with house.raw() as connection:
            if number % 2:
                connection.sendall(head("GET", "/me", token))
            else:
                connection.sendall(head("POST", "/municipalities/1495/agreements", writer, "Content-Type: application/json", "Content-Length: 1000") + b"{")
            connection.shutdown(socket.SHUT_WR)
            received, closed = read_until_closed(connection, 8)
            answered += status_of(received) > 0
            if not closed:
                report.finding("clients", f"a connection whose client has ended stays open, {status_of(received) or 'without an answer'}")
                break
    return 20, f"{answered} answered, the others closed"


def resets(house, report, random, token, writer):
    """clients that break off"""
    for number in range(200):
        connection = house.raw()
        request = head("GET", "/municipalities/1495/action-plans?limit=100", token) * random.choice((1, 5)) + head("POST", "/municipalities/1495/agreements", writer,
            "Content-Length: 100") + b"{"
        connection.sendall(request[:random.randrange(len(request))])
        if number % 3 == 0:
            time.sleep(0.002)
        # A reset instead of an orderly end.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    if house.request("GET", "/me", token)[0] != 200:
        report.finding("clients", "GET /me is not 200 after 200 connections that were broken off")
    return 200, "GET /me is 200 after them"


def pipelined(house, report, random, token, writer):
    """requests behind each other on one connection"""
    ids = [f"{number:032x}" for number in range(1, 101)]
    with house.raw() as connection:
        connection.sendall(b"".join(head("GET", "/me", token, f"traceparent: 00-{trace}-00f067aa0ba902b7-01") for trace in ids[:-1]) + head("GET", "/me", token,
            f"traceparent: 00-{ids[-1]}-00f067aa0ba902b7-01", "Connection: close"))
        received, closed = read_until_closed(connection, 30)
    answers = received.split(b"HTTP/1.1 ")[1:]
    order = [next((trace for trace in ids if trace.encode() in answer), None) for answer in answers]
    if [answer[:3] for answer in answers] != [b"200"] * 100 or order != ids or not closed:
        kinds = Counter(answer[:3].decode() for answer in answers)
        report.finding("clients", f"of 100 requests on one connection {len(answers)} were answered ({shown(kinds)}), {'in order' if order == ids else 'in another order'}")
    return 100, f"{len(answers)} answered in order"


def flood(house, report, token, seconds, path):
    """500 connections of one municipality at once"""
    request = head("GET", path, token)
    selector, statuses, waits = selectors.DefaultSelector(), Counter(), []
    connections = []
    for _ in range(500):
        try:
            connection = house.raw()
        except OSError:
            statuses["not accepted"] += 1
            continue
        connections.append(connection)
        connection.sendall(request)
        connection.setblocking(False)
        selector.register(connection, selectors.EVENT_READ, [b"", time.monotonic()])
    ends = time.monotonic() + seconds
    last = ends + 30
    while selector.get_map() and time.monotonic() < last:
        for key, _ in selector.select(0.2):
            connection, state = key.fileobj, key.data
            try:
                part = connection.recv(262_144)
            except BlockingIOError:
                continue
            except OSError:
                part = b""
            state[0] += part
            if not part:
                statuses["closed"] += 1
                selector.unregister(connection)
                continue
            split = state[0].find(b"\r\n\r\n")
            if split < 0:
                continue
            lengths = [int(line.split(b":")[1]) for line in state[0][:split].split(b"\r\n") if line.lower().startswith(b"content-length:")]
            if len(state[0]) < split + 4 + (lengths[0] if lengths else 0):
                continue
            status = status_of(state[0])
            statuses[status] += 1
            waits.append(time.monotonic() - state[1])
            if status == 503 and b"\r\nretry-after:" not in state[0][:split].lower():
                report.finding("clients", "503 without Retry-After in a flood")
            if status not in (200, 503):
                report.finding("clients", f"{status} in a flood of reads")
            if time.monotonic() < ends:
                state[:] = [b"", time.monotonic()]
                try:
                    connection.send(request)
                except OSError:
                    selector.unregister(connection)
            else:
                selector.unregister(connection)
    if selector.get_map():
        report.finding("clients", f"{len(selector.get_map())} connections of a flood had no answer within 30 s")
    for connection in connections:
        connection.close()
    waits.sort()
    middle = f"p50 {waits[len(waits) // 2] * 1000:.0f} ms, p99 {waits[len(waits) * 99 // 100] * 1000:.0f} ms" if waits else "nothing"
    answered = sum(count for status, count in statuses.items() if isinstance(status, int))
    return answered, f"{len(connections)} connections: {shown(statuses)}; {middle}"


def too_many(house, report, token):
    """More connections than one address may have: the surplus is refused, the others and the admin port go on."""
    kept = Client(house, token)
    if kept.send("GET", "/me")[0] != 200:
        report.finding("clients", "GET /me is not 200 before there are too many connections")
    opened, refused = [], 0
    for _ in range(CONNECTIONS + 60):
        try:
            opened.append(house.raw(timeout=5))
        except OSError:
            refused += 1
    time.sleep(0.5)
    for connection in opened:
        connection.setblocking(False)
        try:
            # Those that were let in say nothing before they are asked.
            received = connection.recv(4_096)
            refused += received == b"" or status_of(received) == 503
        except BlockingIOError:
            pass
        except OSError:
            refused += 1
    if not 30 <= refused <= 90:
        report.finding("clients", f"of {CONNECTIONS + 60} connections from one address {refused} were refused, though {CONNECTIONS} are allowed")
    try:
        if kept.send("GET", "/me")[0] != 200 or house.admin("/health/live")[0] != 200:
            report.finding("clients", "a connection that was there, or the admin port, is not answered 200 while there are too many")
    except OSError as error:
        report.finding("clients", f"a connection that was there, or the admin port, is not answered while there are too many: {error!r}")
    for connection in opened:
        connection.close()
    kept.close()
    time.sleep(0.3)
    report.line("clients", "more connections than one address may have", CONNECTIONS + 60, f"{refused} refused")
