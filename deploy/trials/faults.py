#!/usr/bin/env python3
"""What becomes of requests when the database or the server fails under them.

    faults.py PROGRAM [--times N] [--only NAME ...] [--seconds S]

Each fault strikes N times under a steady load of readers and writers. Every text that is reported is used once, so that
afterwards what clients were told can be compared with what the database holds. Needs root, since processes of PostgreSQL
are frozen and killed and a small file system is mounted. Exits with 1 when a promise is broken.
"""
import argparse, collections, contextlib, hashlib, http.client, json, os, random, select, shutil, signal, socket, statistics
import subprocess, sys, tempfile, threading, time
from dataclasses import dataclass, field

import psycopg

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from house import BASE, ROOT, House, say

PORT = 8790
# Every request has its answer, or the end of its connection, within the deadline and what a busy machine adds to it.
DEADLINE, TOLERANCE = 10, 2
PATIENCE = DEADLINE + TOLERANCE
# What happens this close to another moment may as well have happened on its other side.
MARGIN = 0.1
SETTINGS = {"SAMVERKAN_REQUEST_SECONDS": str(DEADLINE), "SAMVERKAN_QUEUE_SECONDS": "3", "SAMVERKAN_SHUTDOWN_DELAY_SECONDS": "1"}
LONGEST_RETURN_MS, LONGEST_READ_SECONDS, MOST_LOG_LINES = 1_000, 5, 2_000
MUNICIPALITIES = ("1494", "1495", "1471")
CLIENTS_OF_A_KIND = 10
TROUBLE = (RuntimeError, OSError, http.client.HTTPException, subprocess.SubprocessError, psycopg.Error)

# What became of a request that was not answered. `refused`: nothing was sent. `cut off`: the connection ended without an
# answer. `at the door`: the same, but by a reset of a new connection that the server most likely had not accepted yet.
# `unanswered`: neither answer nor end came within the deadline. `left`: the client gave up before that.
REFUSED, CUT_OFF, AT_THE_DOOR, UNANSWERED, LEFT = "refused", "cut off", "at the door", "unanswered", "left"


@dataclass
class Attempt:
    """One request, and what its client was told: a status, or one of the words above."""
    method: str
    sent: float
    ended: float
    outcome: int | str
    code: str = ""
    found_closed: bool = False
    text: str | None = None
    is_keyed: bool = False

    @property
    def is_done(self):
        return isinstance(self.outcome, int) and 200 <= self.outcome < 300

    @property
    def seconds(self):
        return self.ended - self.sent


class Client:
    """A client of HTTP/1.1 that keeps its connection as long as the server lets it, and repeats nothing by itself."""

    def __init__(self, keeps=False):
        self.keeps, self.socket = keeps, None

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def ask(self, method, path, token, body=None, key=None, patience=PATIENCE):
        # What the server closed while nothing was under way is opened again, as every client does.
        found_closed = bool(self.socket and select.select([self.socket], [], [], 0)[0])
        if found_closed:
            self.close()
        content = b"" if body is None else json.dumps(body).encode()
        head = f"{method} {BASE}{path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAuthorization: Bearer {token}\r\n"
        head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n" if content else ""
        head += (f"Idempotency-Key: {key}\r\n" if key else "") + ("" if self.keeps else "Connection: close\r\n")
        is_new, is_sent, is_over, code, sent = self.socket is None, False, True, "", time.monotonic()
        try:
            if is_new:
                self.socket = socket.create_connection(("127.0.0.1", PORT), timeout=patience)
            is_sent, sent = True, time.monotonic()
            self.socket.settimeout(patience)
            self.socket.sendall(head.encode() + b"\r\n" + content)
            answer = http.client.HTTPResponse(self.socket, method=method)
            answer.begin()
            received, outcome, is_over = answer.read(), answer.status, answer.will_close
            if outcome >= 400 and answer.headers.get_content_type() == "application/problem+json":
                code = json.loads(received)["code"]
        except TimeoutError:
            outcome = UNANSWERED if patience == PATIENCE else LEFT
        except (OSError, http.client.HTTPException) as error:
            # The kernel accepts before the server does. A connection that still waits there when the server stops listening
            # is reset, where one that the server had would have ended in order or later.
            was_reset = is_new and isinstance(error, ConnectionError) and not isinstance(error, http.client.RemoteDisconnected)
            outcome = (AT_THE_DOOR if was_reset and time.monotonic() - sent < 0.02 else CUT_OFF) if is_sent else REFUSED
        ended = time.monotonic()
        if is_over or not self.keeps:
            self.close()
        return Attempt(method, sent, ended, outcome, code, found_closed)


class Load:
    """Twenty clients at work until they are stopped. Half of them read; of those who write, half have keys."""

    def __init__(self, run):
        self.run, self.stopping, self.hurrying = run, threading.Event(), threading.Event()
        # Where it matters what is on its way at one moment, clients pause less, so that more is.
        self.pause = 0.005 if run.fault == "server-restart" else 0.05
        self.threads = [threading.Thread(target=work, args=(number,), daemon=True) for work in (self.read, self.write) for number in range(CLIENTS_OF_A_KIND)]
        for thread in self.threads:
            thread.start()

    def stop(self):
        """No new requests; those with a key are repeated for a while yet, and those under way are waited for."""
        self.stopping.set()
        patience = time.monotonic() + 20
        for thread in self.threads:
            thread.join(max(0, patience - time.monotonic()))
        self.hurrying.set()
        for thread in self.threads:
            thread.join()

    def read(self, number):
        chance, client, code = random.Random(f"{self.run.name} reader {number}"), Client(keeps=number % 5 < 4), MUNICIPALITIES[number % 3]
        # The last one is with the police, who have database connections of their own.
        token = self.run.tokens["police" if number == CLIENTS_OF_A_KIND - 1 else code]
        targets = [target for target in self.run.targets if target["code"] == code]
        while not self.stopping.is_set():
            target = chance.choice(targets)
            path = chance.choice(["/action-plans/" + target["plan"], "/measures?limit=20", "/measures/" + target["measure"], None])
            self.run.attempts.append(client.ask("GET", f"/municipalities/{code}{path}" if path else "/me", token))
            time.sleep(self.pause * chance.uniform(0.6, 1.4))

    def write(self, number):
        chance, client = random.Random(f"{self.run.name} writer {number}"), Client(keeps=number % 5 < 4)
        is_keyed, leaves, count = number % 2 == 0, number % 4 == 1, 0
        while not self.stopping.is_set():
            count, patience, key = count + 1, chance.uniform(1, 3) if leaves else PATIENCE, f"{self.run.name} {number} {count}" if is_keyed else None
            report, is_settled = self.run.follow_up(chance, f"skribent {number}, rad {count}"), False
            while not is_settled and not self.hurrying.is_set():
                outcome = self.run.report(client, report, key, patience).outcome
                is_settled = not is_keyed or (isinstance(outcome, int) and outcome < 500 and outcome != 409)
                time.sleep(self.pause * chance.uniform(0.6, 1.4) + (0 if is_settled else 0.1))


def wait_until(condition, seconds, pause=0.005):
    """What the condition gives as soon as it gives something, or at last."""
    patience = time.monotonic() + seconds
    while not (outcome := condition()) and time.monotonic() < patience:
        time.sleep(pause)
    return outcome


@contextlib.contextmanager
def asking(run, interval):
    """Asks the same at a steady pace, whether or not the answers come. Gives the list in which the attempts will be."""
    attempts, ending = [], threading.Event()

    def ask():
        attempts.append(Client().ask("GET", "/municipalities/1494", run.tokens["reader"]))

    def ask_on():
        while not ending.wait(interval):
            if threading.active_count() < 250:
                threading.Thread(target=ask, daemon=True).start()

    thread = threading.Thread(target=ask_on, daemon=True)
    thread.start()
    try:
        yield attempts
    finally:
        ending.set()
        thread.join()


@contextlib.contextmanager
def returning(run, is_back=lambda: True):
    """Measures how long after its return the service answers again, asked every 20 ms. What is done inside the `with` brings
    it back, and `is_back` tells when that has happened. Gives a list that will hold that moment."""
    back, ending = [], threading.Event()

    def watch():
        while not back and not ending.wait(0.005):
            if is_back():
                back.append(time.monotonic())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        with asking(run, 0.02) as attempts:
            yield back
            first = wait_until(lambda: back and min((attempt.ended for attempt in list(attempts) if attempt.outcome == 200), default=None), 20)
    finally:
        ending.set()
        watcher.join()
    if run.require(first, "no GET was answered 200 within 20 s after the return"):
        run.returns.append(max(0, 1000 * (first - back[0])))


@dataclass
class Run:
    """One fault, once."""
    house: House
    fault: str
    number: int
    targets: list
    small_disk: str | None
    attempts: list = field(default_factory=list)
    # When the database can have carried out nothing, if the fault has such a time: its beginning and end.
    away: tuple | None = None
    returns: list = field(default_factory=list)
    figures: dict = field(default_factory=dict)
    counts: collections.Counter = field(default_factory=collections.Counter)
    broken: list = field(default_factory=list)

    def __post_init__(self):
        self.name = f"{self.fault}-{self.number}"
        self.chance = random.Random(self.name)
        self.tokens = {code: self.house.token("coordinator", municipality=code) for code in MUNICIPALITIES}
        self.tokens |= {"reader": self.house.token("reader", municipality="1494"), "police": self.house.token("district-reader")}

    def follow_up(self, chance, words):
        """A target, and the body of a report on it that nobody else makes."""
        target = chance.choice(self.targets)
        return target, {"responsiblePartyId": target["party"], "period": {"start": target["day"]}, "status": "ongoing", "text": f"Försök {self.name}, {words}"}

    def report(self, client, report, key=None, patience=PATIENCE):
        target, body = report
        path = f"/municipalities/{target['code']}/measures/{target['measure']}/follow-ups"
        attempt = client.ask("POST", path, self.tokens[target["code"]], body, key, patience)
        attempt.text, attempt.is_keyed = body["text"], key is not None
        self.attempts.append(attempt)
        return attempt

    def tell(self, attempt):
        since = f", sent {attempt.sent - self.away[0]:+.2f} s and over {attempt.ended - self.away[1]:+.2f} s from the database's end and return" if self.away else ""
        return f"{attempt.method} {attempt.text or ''}: {attempt.outcome} after {attempt.seconds:.2f} s{since}"

    def require(self, is_kept, words):
        if not is_kept:
            self.broken.append(words)
        return is_kept


# What is known of processes and of the database

def look_at(process):
    """(state, parent) of a process; None when it has ended, whether or not its parent has noticed."""
    try:
        with open(f"/proc/{process}/stat") as file:
            state, parent = file.read().rsplit(")", 1)[1].split()[:2]
    except (FileNotFoundError, ProcessLookupError):
        return None
    return None if state in "ZX" else (state, int(parent))


def children_of(process):
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and (look_at(name) or ("", 0))[1] == process]


def send(number, processes):
    for process in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def database_answers(house):
    with contextlib.suppress(psycopg.Error), house.administrator(connect_timeout=2):
        return True
    return False


def server_listens():
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", PORT), timeout=1):
        return True
    return False


def as_administrator(house, *statements):
    """The rows of the last statement, each in a transaction of its own."""
    with house.administrator(autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchall()


def ready(house):
    with contextlib.suppress(OSError, http.client.HTTPException):
        return house.admin("/health/ready", timeout=1)[0]


def make_healthy(run):
    """Before the next repetition everything is as it was in the beginning, whatever that takes."""
    def is_healthy():
        with contextlib.suppress(OSError, http.client.HTTPException):
            paths = [(f"/municipalities/{code}", run.tokens[code]) for code in MUNICIPALITIES]
            return ready(run.house) == 200 and all(run.house.request("GET", *path, timeout=5)[0] == 200 for path in paths)

    if not wait_until(lambda: database_answers(run.house), 3):
        run.house.cluster("start")
    as_administrator(run.house, "alter system reset synchronous_standby_names", "select pg_reload_conf()")
    if not run.house.is_alive() or not run.require(wait_until(lambda: all(is_healthy() for _ in range(3)), 60), "the service did not become healthy again"):
        run.house.stop_server(signal.SIGKILL)
        run.house.start_server()


def texts_in_database(run):
    """How often each text of this run is there, once nothing that the server sent is still being carried out."""
    def is_quiet():
        time.sleep(0.2)
        return not as_administrator(run.house, "select from pg_stat_activity where usename like 'samverkan%' and state <> 'idle'")

    wait_until(lambda: all(is_quiet() for _ in range(5)), 20)
    return dict(as_administrator(run.house, f"select text, count(*) from app.follow_up where starts_with(text, 'Försök {run.name},') group by text"))


# The faults. Each strikes, waits, and mends; those after which something has to come back measure how long that takes, for
# the others `trial` does. What they return is called when every client has its answer.

def backend(run):
    """An administrator ends every session of the server, once a second."""
    for _ in range(5):
        began = time.monotonic()
        as_administrator(run.house, "select pg_terminate_backend(pid) from pg_stat_activity where usename like 'samverkan%'")
        with returning(run):
            pass
        time.sleep(max(0, began + 1 - time.monotonic()))


def backend_kill(run):
    """One session is killed, as when memory runs out: PostgreSQL ends all others and recovers."""
    sessions = [row[0] for row in as_administrator(run.house, "select pid from pg_stat_activity where usename like 'samverkan%' order by pid")]
    send(signal.SIGKILL, [run.chance.choice(sessions)])
    run.require(wait_until(lambda: not any(map(look_at, sessions)), 20), "the sessions did not end")
    struck = time.monotonic()
    with returning(run, lambda: database_answers(run.house)) as back:
        pass
    run.away = (struck, back[0])


def postmaster(run):
    """PostgreSQL is killed as a whole and leaves its lock file and shared memory behind."""
    processes = [run.house.postmaster(), *children_of(run.house.postmaster())]
    send(signal.SIGKILL, processes)
    run.require(wait_until(lambda: not any(map(look_at, processes)), 20), "PostgreSQL's processes did not end")
    start_database_again(run, 1)


def stop(run):
    run.house.cluster("stop")
    start_database_again(run, 3)


def start_database_again(run, pause):
    struck = time.monotonic()
    time.sleep(pause)
    with returning(run, lambda: database_answers(run.house)) as back:
        run.house.cluster("start")
    run.away = (struck, back[0])


def server_kill(run):
    run.house.stop_server(signal.SIGKILL)
    start_server_again(run)


def server_restart(run):
    began = time.monotonic()
    try:
        status = run.house.stop_server(within=40)
        run.require(status == 0, f"the server ended with {status} after SIGTERM")
        run.figures["seconds from SIGTERM to the end"] = time.monotonic() - began
    except subprocess.TimeoutExpired:
        run.require(False, "the server did not end within 40 s after SIGTERM")
        run.house.stop_server(signal.SIGKILL)
    start_server_again(run)

    def afterwards():
        run.require(not run.counts[CUT_OFF], f"requests lost in a restart: {run.counts[CUT_OFF]}")
        run.figures["kept connections closed without a word"] = sum(attempt.found_closed for attempt in run.attempts)
    return afterwards


def start_server_again(run):
    with returning(run, server_listens):
        run.house.start_server()


@contextlib.contextmanager
def frozen(run, seconds):
    """PostgreSQL halted in the middle of what it did, for that long: its connections stay, and nothing answers on them."""
    first, children = run.house.postmaster(), []
    try:
        # The postmaster before the others, so that it starts no more of them.
        send(signal.SIGSTOP, [first])
        children += children_of(first)
        send(signal.SIGSTOP, children)
        run.require(wait_until(lambda: all((look_at(process) or "T")[0] == "T" for process in [first, *children]), 5), "PostgreSQL was not frozen")
        struck = time.monotonic()
        yield
        time.sleep(max(0, struck + seconds - time.monotonic()))
        run.away = (struck, time.monotonic())
    finally:
        send(signal.SIGCONT, [*children, first] if run.chance.random() < 0.5 else [first, *children])


def freeze(run):
    """Whoever decides where requests are sent must see the freeze and its end on the admin port."""
    def require_ready_says(wanted, within, patience):
        began = time.monotonic()
        does_say = wait_until(lambda: ready(run.house) == wanted, patience, pause=0.05)
        seconds = run.figures[f"seconds until ready said {wanted}"] = time.monotonic() - began
        run.require(does_say and seconds <= within, f"ready did not say {wanted} within {within} s, but " + (f"after {seconds:.1f} s" if does_say else "not at all"))

    with frozen(run, 15):
        require_ready_says(503, 3, patience=14)
    with returning(run):
        require_ready_says(200, 5, patience=30)


def require_prompt_reads(run, attempts, words):
    """Everyone was answered 200, and soon."""
    seconds = sorted(attempt.seconds for attempt in attempts) or [0]
    run.figures |= {f"{words}: number": len(attempts), f"{words}: p99 in ms": 1000 * seconds[int(0.99 * (len(seconds) - 1))]}
    run.figures[f"{words}: maximum in ms"] = 1000 * seconds[-1]
    unfit = collections.Counter(f"{attempt.outcome}" if attempt.outcome != 200 else "200 too late" for attempt in attempts
        if attempt.outcome != 200 or attempt.seconds > LONGEST_READ_SECONDS)
    run.require(attempts and not unfit, f"{words}: of {len(attempts)} were answered {dict(unfit)}")


def sync_standby(run):
    """Every commit waits for a standby that is not there. Who only reads must not notice."""
    struck = time.monotonic()
    try:
        as_administrator(run.house, "alter system set synchronous_standby_names = '*'", "select pg_reload_conf()")
        time.sleep(10)
    finally:
        ended = time.monotonic()
        as_administrator(run.house, "alter system reset synchronous_standby_names", "select pg_reload_conf()")

    def afterwards():
        reads = [attempt for attempt in run.attempts if attempt.method == "GET" and struck <= attempt.sent < ended]
        writes = [attempt for attempt in run.attempts if attempt.method == "POST" and struck + 1 <= attempt.sent and attempt.ended < ended]
        # In the first second some may find every connection taken.
        pardoned = [attempt for attempt in reads if attempt.sent < struck + 1 and attempt.outcome == 503]
        run.figures["GETs answered 503 in the first second"] = len(pardoned)
        require_prompt_reads(run, [attempt for attempt in reads if attempt not in pardoned], "GETs while commits waited")
        told = collections.Counter(attempt.outcome for attempt in writes if attempt.outcome != LEFT)
        run.figures["writes answered 503"] = told[503]
        run.require(set(told) == {503}, f"writes while no commit could be confirmed were answered {dict(told)}")
    return afterwards


def disk_full(run):
    filler, end = f"{run.small_disk}/filler", time.monotonic() + 5
    try:
        with open(filler, "wb", buffering=0) as file:
            while time.monotonic() < end:
                # Whatever PostgreSQL gives back in between is taken, too.
                try:
                    file.write(bytes(65_536))
                except OSError:
                    time.sleep(0.02)
    finally:
        os.remove(filler)
    with returning(run, lambda: database_answers(run.house)):
        has_ended = not wait_until(lambda: database_answers(run.house), 5)
        run.figures["PostgreSQL had ended"] = int(has_ended)
        if has_ended:
            run.house.cluster("start")


def migrate(run):
    """New policies and functions under everyone's feet."""
    with tempfile.TemporaryDirectory(prefix="samverkan-trial-") as home:
        shutil.copytree(f"{ROOT}/sql", f"{home}/sql")
        shutil.copy(f"{ROOT}/openapi.yaml", home)
        with open(f"{home}/sql/current/follow_up.sql", "a") as file:
            file.write(f"-- {run.name}\n")
        began = time.monotonic()
        ended = subprocess.run([run.house.program, "migrate"], env={**run.house.environment, "SAMVERKAN_HOME": home}, capture_output=True, text=True, timeout=120)
        run.figures["seconds of migrate"] = time.monotonic() - began
    run.require(ended.returncode == 0 and "built again" in ended.stdout, f"migrate ended with {ended.returncode}: {ended.stdout}{ended.stderr}")

    def afterwards():
        others = collections.Counter((attempt.outcome, attempt.code) for attempt in run.attempts if not attempt.is_done and attempt.outcome != LEFT)
        run.figures["answers other than 2xx"] = others.total()
        unfit = {answer: count for answer, count in others.items() if answer[0] != 503 and answer != (409, "conflict")}
        run.require(not unfit, f"answers during migrate: {unfit}")
    return afterwards


def admin_lock(run):
    """A maintenance holds a table. Who needs another one must not wait behind those who wait for it."""
    with run.house.administrator() as connection:
        connection.execute("lock table app.follow_up in access exclusive mode")
        # The database is not away: what writes and waits for the lock goes on when its client leaves.
        with asking(run, 0.1) as attempts:
            time.sleep(8)
        connection.rollback()
    # Those asked last may have their answer later than the lock's end.
    return lambda: require_prompt_reads(run, attempts, "readers of another table")


def leavers(run):
    """Two hundred send something to a frozen database and leave after a second, each with a connection of its own."""
    def leave(number):
        told.append(run.report(Client(), run.follow_up(random.Random(f"{run.name} leaver {number}"), f"bortgången {number}"), patience=1).outcome)

    told, threads = [], [threading.Thread(target=leave, args=(number,), daemon=True) for number in range(200)]
    with frozen(run, 6):
        for thread in threads:
            thread.start()
            time.sleep(0.01)
        for thread in threads:
            thread.join()
    run.figures |= {"of 200 left": told.count(LEFT), "of 200 were answered 503 before that": told.count(503)}


FAULTS = {fault.__name__.replace("_", "-"): fault for fault in (
    backend, backend_kill, postmaster, server_kill, server_restart, stop, freeze, sync_standby, disk_full, migrate, admin_lock, leavers)}


# One repetition, and what it showed

def trial(house, fault, number, targets, small_disk):
    run, afterwards = Run(house, fault, number, targets, small_disk), None
    process, lines = house.server.pid, house.log().count("\n")
    load = Load(run)
    try:
        time.sleep(arguments.seconds)
        afterwards = FAULTS[fault](run)
        if not run.returns:
            with returning(run):
                pass
        time.sleep(arguments.seconds)
    except TROUBLE as error:
        run.require(False, f"the trial could not be done: {error}")
    finally:
        load.stop()
    run.counts["log lines"] = house.log().count("\n") - lines
    if not fault.startswith("server-"):
        run.require(house.is_alive() and house.server.pid == process, "the server is not the same process")
    make_healthy(run)
    judge(run, texts_in_database(run))
    if afterwards:
        afterwards()
    say(f"  {dict(run.counts)}" + "".join(f"\n  BROKEN {words}" for words in run.broken))
    return run


def judge(run, stored):
    """Compares what clients were told with what the database holds."""
    posts, counts, told = [attempt for attempt in run.attempts if attempt.text], run.counts, collections.Counter(attempt.outcome for attempt in run.attempts)
    acknowledged = {attempt.text for attempt in posts if attempt.is_done}
    # Without a key a text was sent once. That it is there although nobody was told so cannot be helped when its commit may have
    # been under way; but it can when it was sent after the database had gone and given up on before it returned.
    unsure = [attempt for attempt in posts if not attempt.is_keyed and not attempt.is_done and attempt.text in stored]
    carried_out = [attempt for attempt in unsure if run.away and attempt.sent >= run.away[0] and attempt.ended <= run.away[1] - MARGIN and attempt.seconds >= MARGIN]
    counts["requests"], counts["acknowledged"] = len(run.attempts), len(acknowledged)
    for label, faulty in [
        ("lost", [attempt for attempt in posts if attempt.is_done and attempt.text not in stored]),
        ("doubled", [attempt for attempt in posts if stored.get(attempt.text, 0) > 1]),
        (UNANSWERED, [attempt for attempt in run.attempts if attempt.outcome == UNANSWERED]), ("carried out", carried_out),
    ]:
        counts[label] = len(faulty) if label == UNANSWERED else len({attempt.text for attempt in faulty})
        run.require(not faulty, f"{label}: {counts[label]}, such as {[run.tell(attempt) for attempt in faulty[:1]]}")
    counts["open outcome"] = len(unsure) - len(carried_out)
    counts[CUT_OFF], counts[AT_THE_DOOR], counts["503"] = told[CUT_OFF], told[AT_THE_DOOR], told[503]
    others = collections.Counter(f"{attempt.method} {attempt.outcome} {attempt.code}" for attempt in run.attempts
        if isinstance(attempt.outcome, int) and not attempt.is_done and attempt.outcome != 503)
    counts["other"] = others.total()
    run.figures |= {f"answers {answer}": count for answer, count in others.items()}
    counts["keys open"] = len({attempt.text for attempt in posts if attempt.is_keyed} - acknowledged)
    run.require(counts["log lines"] <= MOST_LOG_LINES, f"log lines: {counts['log lines']}")
    slowest = max(run.returns, default=0)
    run.require(slowest < LONGEST_RETURN_MS, f"a GET was answered 200 again only after {slowest:.0f} ms")


# Where it all happens

@contextlib.contextmanager
def place(is_small):
    """A house; a small one has its database on a file system of 300 MB, mounted where deploy/cluster will put the data."""
    state = tempfile.mkdtemp(prefix="samverkan-trial-", dir="/tmp")
    if not is_small:
        with House(arguments.program, SETTINGS, port=PORT, state=state) as house:
            yield house, None
        return
    disk = "/var/lib/samverkan/" + hashlib.sha256(state.encode()).hexdigest()[:16]
    try:
        os.makedirs(disk)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300m,mode=700,uid=postgres,gid=postgres", "tmpfs", disk], check=True)
        # Little write-ahead log, so that there is room for everything but the filler.
        with House(arguments.program, SETTINGS, cluster_settings="max_wal_size = 64MB\nmin_wal_size = 32MB", port=PORT, state=state) as house:
            try:
                yield house, disk
            finally:
                house.cluster("stop")
                subprocess.run(["umount", disk], check=True)
    finally:
        if os.path.ismount(disk):
            subprocess.run(["umount", "--lazy", disk])
        shutil.rmtree(disk, ignore_errors=True)
        shutil.rmtree(state, ignore_errors=True)


def trials(names, is_small):
    """Puts the runs of these faults into `runs`. What could not be done is broken."""
    try:
        with place(is_small) as (house, small_disk):
            rows = as_administrator(house, """
                select p.municipality_code, p.plan_id::text, m.measure_id::text, r.party_id::text, (p.period_start + 30)::text
                from app.action_plan p join app.measure m using (municipality_code, plan_id)
                join app.responsibility r using (municipality_code, plan_id, measure_id)
                where p.state = 'adopted' and p.period_start + 30 <= p.period_end order by 1, 2, 3, 4""")
            targets = [dict(zip(("code", "plan", "measure", "party", "day"), row)) for row in rows]
            for name in names:
                for number in range(1, arguments.times + 1):
                    say(f"{name} {number}")
                    runs[name].append(trial(house, name, number, targets, small_disk))
    except TROUBLE as error:
        for name in names:
            if len(runs[name]) < arguments.times:
                broken[name].append(f"could not be done: {error}")


def report():
    labels = ["requests", "acknowledged", "lost", "doubled", UNANSWERED, CUT_OFF, AT_THE_DOOR, "carried out", "open outcome", "503", "other", "keys open",
        "log lines"]
    print("fault          times  " + "  ".join(labels) + "  ms to 200: median  maximum")
    everything = [run for of_one in runs.values() for run in of_one]
    for name, of_one in [*runs.items(), ("total", everything)]:
        cells = [(max if label == "log lines" else sum)([run.counts[label] for run in of_one] or [0]) for label in labels]
        returns = [value for run in of_one for value in run.returns]
        times = (f"{statistics.median(returns):.0f}", f"{max(returns):.0f}") if returns else ("–", "–")
        is_broken = any(run.broken for run in of_one) or (broken[name] if name != "total" else any(broken.values()))
        print(f"{name:15}{len(of_one):5}  " + "  ".join(f"{cell:{len(label)}}" for cell, label in zip(cells, labels))
            + f"  {times[0]:>17}  {times[1]:>7}  {'BROKEN' if is_broken else 'kept'}")
    print("Log lines are those of the worst repetition; everything else is added up.")
    for name, of_one in runs.items():
        for label in dict.fromkeys(label for run in of_one for label in run.figures):
            values = [run.figures[label] for run in of_one if label in run.figures]
            print(f"{name}: {label}: " + (f"{values[0]:.4g}" if len(values) == 1 else f"median {statistics.median(values):.4g}, maximum {max(values):.4g}"))
        for words in broken[name] + [f"repetition {run.number}: {words}" for run in of_one for words in run.broken]:
            print(f"{name}: BROKEN: {words}")
    return bool(any(run.broken for run in everything) or any(broken.values()))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--times", type=int, default=10, help="repetitions of each fault")
    parser.add_argument("--only", nargs="+", choices=list(FAULTS), default=list(FAULTS), metavar="NAME", help="of " + ", ".join(FAULTS))
    parser.add_argument("--seconds", type=float, default=3, help="of load before and after each fault")
    arguments = parser.parse_args()
    # Ended from outside, everything here is thawed, stopped and removed all the same.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    runs, broken = {name: [] for name in FAULTS if name in arguments.only}, collections.defaultdict(list)
    for is_small in (False, True):
        names = [name for name in runs if (name == "disk-full") == is_small]
        if names:
            trials(names, is_small)
    sys.exit(report())
