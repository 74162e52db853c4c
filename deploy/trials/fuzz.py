"""Requests with something changed, many of them: the server answers each in proper HTTP, never with 500, and goes on.

    fuzz.py PROGRAM [--requests N] [--seed N]

Methods, paths, queries, headers, bodies and tokens are mutated, starting from the operations of openapi.yaml with real ids. A
request that made something fail is kept in a file below /tmp. Ends with 1 when there was one.
"""
import argparse, gzip, json, multiprocessing, os, queue, random, selectors, socket, sys, tempfile, time
from collections import Counter

from contract import WORD, Contract
from documents import TEXTS, START, ONE, table, word
from house import BASE, House
from mutations import Mutations
from scene import CODES, OTHER_DISTRICT, Scene
from tokens import mutated
from wire import Answers, Closed, Malformed

PORT = 8690
WORKERS = 2
MOST_MEMORY = 1 << 20  # kB
# What the layer below the routes answers, possibly with nothing but a status.
BELOW = (400, 408, 413, 417, 431, 501, 505)


class Request:
    """One request: its bytes, and in words what it is."""

    def __init__(self, method, title, head, body=b"", is_framed=True, is_json=True):
        self.method, self.title, self.bytes, self.is_framed, self.is_json = method, title, head + body, is_framed, is_json
        self.is_last = False


class Maker:
    """Makes requests; the same ones for the same seed, apart from ids and signatures."""

    def __init__(self, house, contract, ids, random):
        self.house, self.ids, self.random = house, ids, random
        # Those with a body have most that can be changed.
        self.operations = contract.operations + [operation for operation in contract.operations if operation.example is not None]
        self.mutations = Mutations(random, sorted({i for of in ids for name, i in of.items() if not name.endswith("Code")}))
        sign = lambda *arguments, **options: house.sign(house.claims(*arguments, **options, minutes=12 * 60))
        self.tokens = {code: [sign(role, code) for role in (*["coordinator"] * 6, "contributor", "reader", "auditor", "municipal-officer")] for code in CODES}
        self.district = [sign("district-reader"), sign("head-of-district"), sign("head-of-district", district=OTHER_DISTRICT), sign("operator")]

    def token(self, code, is_odd):
        random = self.random
        if is_odd:
            return random.choice([None, mutated(self.house, random).encode(), mutated(self.house, random).encode()])
        chance = random.random()
        return random.choice(self.tokens[code] if chance < 0.8 else self.district if chance < 0.95 else self.tokens[random.choice(CODES)]).encode()

    def make(self):
        random, changes = self.random, self.mutations
        operation = random.choice(self.operations)
        ids = dict(random.choice(self.ids))
        code = ids["municipalityCode"]
        method, title = operation.method, operation.name
        # Few things at a time, so that what is right takes the request as far as what is wrong.
        odd = set(random.sample(("ids", "path", "query", "method", "token", "headers", "body", "body", "media type", "head"), random.choice((0, 1, 1, 1, 2, 3))))
        if "ids" in odd:
            for name in random.sample(operation.ids, min(len(operation.ids), random.choice((1, 1, 2)))):
                ids[name] = changes.segment()
        path = operation.path_with(ids) or operation.path
        if "path" in odd:
            path = changes.path(path)
        query = operation.query_with(ids, random)
        if "query" in odd:
            query = changes.query(query, operation.query)
        if "method" in odd:
            method = random.choice(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "SEARCH"])
            title = f"{method} instead of {title}"
        elif method == "GET" and random.random() < 0.05:
            method = "HEAD"
        headers = [(b"Host", f"127.0.0.1:{self.house.port}".encode())]
        token = self.token(code, "token" in odd)
        if token is not None:
            headers.append((b"Authorization", b"Bearer " + token))
        body, kind = self.body(operation, ids, "body" in odd)
        if body is not None:
            headers.append((b"Content-Type", (changes.media_type() if "media type" in odd else kind).encode()))
            headers.append((b"Content-Length", str(len(body)).encode()))
        if method in ("PUT", "PATCH", "DELETE") and random.random() < (0.15 if method == "DELETE" else 0.9):
            headers.append((b"If-Match", b"*"))
        if "headers" in odd:
            headers += [changes.header() for _ in range(random.choice((1, 1, 2, 5)))]
        random.shuffle(headers)
        head = changes.request_line(method, BASE + path + query)
        head += b"".join(name + b": " + value + b"\r\n" for name, value in headers) + b"\r\n"
        is_json = "/openapi.yaml" not in path and "/content" not in path
        if "head" in odd and random.random() < 0.6:
            # Bytes of the head, the token left as it is; such a request goes on a connection of its own.
            return Request(method, "bytes changed in " + title, changes.head_bytes(head, token), body or b"", is_framed=False, is_json=is_json)
        request = Request(method, title, head, body or b"", is_json=is_json)
        # What comes behind a request for another protocol may be that protocol's.
        request.is_last = any(name.lower() == b"upgrade" for name, _ in headers)
        return request

    def body(self, operation, ids, is_odd):
        random = self.random
        body, kind = operation.body_with(ids, every_id=random.random() < 0.5)
        if body is None:
            return (b"{}", "application/json") if is_odd else (None, None)
        if isinstance(body, bytes):
            kind = random.choice(operation.types)
            if "imports" in operation.path:
                # Small, so that the time goes to many of them.
                body = word(START + table(ONE)) if kind == WORD and random.random() < 0.1 else TEXTS[random.choice(list(TEXTS))](random.choice((0, 100, 300))).encode()
            return (self.mutations.bytes(body) if is_odd else body), kind
        return (self.mutations.json(body) if is_odd else json.dumps(body).encode()), kind


# One worker

def fault_in(request, status, headers, body, codes):
    """What is wrong with an answer; None for nothing."""
    if status >= 500 and status not in (501, 503, 505):
        return f"{status} {body[:300]!r}"
    if status == 503 and "retry-after" not in headers:
        return "503 without Retry-After"
    if request.method == "HEAD" or status in (204, 304):
        return None
    if not body:
        return None if status in BELOW else f"{status} with an empty body"
    kind = headers.get("content-type", "").split(";")[0]
    if headers.get("content-encoding") == "gzip":
        try:
            body = gzip.decompress(body)
        except (OSError, EOFError) as error:
            return f"{status} with a body that is no gzip: {error}"
    if not request.is_json and status == 200:
        return None
    if kind not in ("application/json", "application/problem+json"):
        return f"{status} with the content type {kind!r}: {body[:100]!r}"
    try:
        value = json.loads(body)
    except ValueError as error:
        return f"{status} with a body that is no JSON: {error}"
    if status >= 400 and (value.get("code") not in codes or value.get("status") != status):
        return f"{status} with the code {value.get('code')!r}, which openapi.yaml does not name, or the status {value.get('status')!r}"
    return None


class Worker:
    def __init__(self, house, contract, ids, seed, out):
        self.house, self.out = house, out
        self.maker = Maker(house, contract, ids, random.Random(seed))
        self.codes = set(contract.resolved({"$ref": "#/components/schemas/Problem"})["properties"]["code"]["enum"])
        self.counts = Counter()

    def judge(self, request, status, headers, body):
        self.counts[f"{status // 100}xx"] += 1
        if status >= 400:
            try:
                self.counts[json.loads(body)["code"]] += 1
            except (ValueError, KeyError, TypeError):
                self.counts["no problem body"] += 1
        if fault := fault_in(request, status, headers, body, self.codes):
            self.fail(fault, request)

    def fail(self, fault, *requests):
        self.out.put(("fault", f"{fault} — {'; '.join(request.title for request in requests[:3])}", b"".join(request.bytes for request in requests)))

    def run(self, number):
        framed, raw = [], []
        for done in range(number):
            request = self.maker.make()
            (framed if request.is_framed else raw).append(request)
            if len(framed) == 16 or request.is_last or sum(len(r.bytes) for r in framed) > 60_000:
                self.send_framed(framed)
                framed = []
                self.out.put(("done", done, None))
            if len(raw) == 40:
                self.send_raw(raw)
                raw = []
        if framed:
            self.send_framed(framed)
        if raw:
            self.send_raw(raw)

    def send_framed(self, requests):
        """Behind each other on one connection; on another one from where the server closed it."""
        silent = 0
        while requests:
            answered = 0
            try:
                with socket.create_connection(("127.0.0.1", self.house.port), timeout=60) as connection:
                    try:
                        connection.sendall(b"".join(request.bytes for request in requests))
                    except ConnectionError:
                        pass  # Closed while it was sent; what was answered can still be read.
                    answers = Answers(connection)
                    for request in requests:
                        status, headers, body = answers.next(request.method)
                        self.judge(request, status, headers, body)
                        answered += 1
                        if headers.get("connection", "").lower() == "close":
                            break
            except Malformed as error:
                self.fail(f"no HTTP: {error}", requests[answered])
                answered += 1
            except TimeoutError:
                self.fail("no answer within 60 s", requests[answered])
                answered += 1
            except ConnectionRefusedError:
                # Nobody listens any more, after one of these: they are answered in order, so the first is the likeliest.
                self.fail("nobody listens any more", *requests)
                raise
            except (Closed, OSError) as error:
                # One that is too large may be closed on; of any other the first in a connection has an answer.
                silent = silent + 1 if answered == 0 else 0
                if silent == 2:
                    if len(requests[0].bytes) < 900_000:
                        self.fail(f"closed without an answer ({error!r})", *requests)
                    self.counts["closed"] += 1
                    answered, silent = 1, 0
            requests = requests[answered:]

    def send_raw(self, requests):
        """Each on a connection of its own, side by side: the server may wait for the rest of one for good."""
        selector, open_ones = selectors.DefaultSelector(), []
        for request in requests:
            try:
                connection = socket.create_connection(("127.0.0.1", self.house.port), timeout=10)
                connection.sendall(request.bytes)
            except ConnectionRefusedError:
                self.fail("nobody listens any more", *requests)
                raise
            except OSError:
                self.counts["closed"] += 1
                continue
            connection.setblocking(False)
            received = bytearray()
            selector.register(connection, selectors.EVENT_READ, received)
            open_ones.append((connection, request, received))
        quiet = time.monotonic() + 1.5
        while selector.get_map() and time.monotonic() < quiet:
            for key, _ in selector.select(0.4) or [(None, None)]:
                if key is None:
                    quiet = 0
                    break
                try:
                    part = key.fileobj.recv(262_144)
                except OSError:
                    part = b""
                key.data.extend(part)
                if not part:
                    selector.unregister(key.fileobj)
        for connection, request, received in open_ones:
            connection.close()
            self.judge_raw(request, bytes(received))

    def judge_raw(self, request, received):
        """What came on a connection whose request may have become several, or none."""
        class Received:
            def recv(self, size):
                nonlocal received
                part, received = received, b""
                return part

        answers = Answers(Received())
        if not received:
            self.counts["no answer"] += 1
            return
        first = True
        while True:
            try:
                # A changed method shows only in the bytes.
                method = "HEAD" if request.bytes.startswith(b"HEAD ") and first else "GET"
                status, headers, body = answers.next(method)
            except Closed:
                return
            except Malformed as error:
                return self.fail(f"no HTTP: {error}", request)
            first = False
            changed = Request(method, request.title, request.bytes, is_json=request.is_json)
            self.judge(changed, status, headers, body)


def work(house, contract, ids, seed, out, number):
    worker = Worker(house, contract, ids, seed, out)
    try:
        worker.run(number)
    except ConnectionRefusedError:
        pass  # Told already; there is nobody to go on with.
    except Exception as error:
        out.put(("fault", f"the trial itself failed: {error!r}", b""))
        raise
    finally:
        out.put(("counts", worker.counts, None))


# All of them

def memory(process):
    try:
        with open(f"/proc/{process}/status") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
    except (OSError, StopIteration):
        return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    contract, counts, faults = Contract(), Counter(), Counter()
    folder = tempfile.mkdtemp(prefix="samverkan-fuzz-", dir="/tmp")
    kept = 0
    # Enough connections for both workers' side by side.
    with House(options.program, settings={"SAMVERKAN_CONNECTIONS_PER_ADDRESS": "600"}, port=PORT) as house:
        scene = Scene(house, random.Random(options.seed)).build()
        ids = [scene.path_ids(code, drafts) for code in CODES for drafts in (True, False)]
        scene.admin.close()
        out, started, most = multiprocessing.Queue(), time.monotonic(), 0
        workers = [multiprocessing.Process(target=work, args=(house, contract, ids, f"{options.seed} {number}", out, options.requests // WORKERS),
            daemon=True) for number in range(WORKERS)]
        for worker in workers:
            worker.start()
        left = WORKERS
        while left:
            try:
                what, value, request = out.get(timeout=1)
            except queue.Empty:
                what = None
            most = max(most, memory(house.server.pid))
            if what == "counts":
                counts += value
                left -= 1
            elif what == "fault":
                # Some of a kind are enough to keep.
                kind = value.split(" — ")[0][:60]
                faults[kind] += 1
                if faults[kind] <= 3 and kept < 60:
                    kept += 1
                    path = os.path.join(folder, f"{kept}.request")
                    with open(path, "wb") as file:
                        file.write(request)
                    print(f"FOUND {value} ({path})", flush=True)
            if most > MOST_MEMORY:
                faults["memory"] += 1
                print(f"FOUND the server takes {most // 1024} MiB")
                break
            if what is None and not any(worker.is_alive() for worker in workers):
                break
        ended = not house.is_alive()
        if ended:
            faults["ended"] += 1
            log = house.log()
            print(f"FOUND the server has ended with {house.server.returncode}: " + next((line for line in log.split("\n") if "Fatal error" in line), log[-500:]))
        for worker in workers:
            worker.terminate()
            worker.join(10)
        if not ended:
            status, _, _ = house.request("GET", "/me", house.token("reader", "1495"))
            if status != 200 or house.admin("/health/live")[0] != 200:
                faults["at the end"] += 1
                print(f"FOUND GET /me at the end: {status}")
        seconds = time.monotonic() - started
    if not kept:
        os.rmdir(folder)
    classes = {name: count for name, count in counts.items() if name.endswith("xx") or name in ("closed", "no answer")}
    for name, count in sorted(classes.items()):
        print(f"{name:<50} {count:>8}")
    for name, count in sorted(counts.items(), key=lambda item: -item[1]):
        if name not in classes:
            print(f"  {name:<48} {count:>8}")
    print(f"fuzz: {sum(classes.values())} answers in {seconds:.0f} s, at most {most // 1024} MiB, {sum(faults.values())} faults of {len(faults)} kinds" + (f", requests in {folder}" if kept else ""))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
