"""An attack that stays: canaries in every text of three municipalities, and everything walked that could let one out.

    attack.py PROGRAM [--short | --long] [--seed N]

It tries SQL as every login, every request as everybody, fields that nobody may set, tokens of every shape, documents that are
hard to read, and clients that are slow or many, while a reader of another municipality goes on reading. It prints what was
done and found, and ends with 1 when something was found.
"""
import argparse, http.client, multiprocessing, random, sys, time

import attack_load, attack_requests, attack_sql, attack_tokens
from contract import Contract
from house import BASE, House
from scene import Scene

PORT = 8590
SLOWEST = 10_000  # milliseconds that the neighbour may wait
NEIGHBOUR = "127.0.0.2"  # an address of its own, since the server counts connections by address


class Report:
    def __init__(self):
        self.findings, self.lines, self.neighbours = [], [], []
        self.statements = self.requests = self.logins = self.values = self.changes = 0

    def finding(self, section, text, values=0, changes=0):
        """Something that must not be; how many foreign values or changes it is."""
        self.findings.append((section, text))
        self.values += values
        self.changes += changes
        # At once, since what comes later may not be reached.
        print(f"FOUND {section}: {text}", file=sys.stderr, flush=True)

    def line(self, section, what, count, note=""):
        self.lines.append((section, what, count, note))

    def show(self):
        for section, what, count, note in self.lines:
            print(f"{section:<10} {what:<44} {count:>7}  {note}")
        for section, answers in self.neighbours:
            times = sorted(ms for _, ms, _ in answers) or [0]
            print(f"neighbour  during {section:<37} {len(answers):>7}  p50 {times[len(times) // 2]:.0f} ms, p99 {times[len(times) * 99 // 100]:.0f} ms, most {times[-1]:.0f} ms")
        for section, text in self.findings:
            print(f"FOUND      {section}: {text}")
        asked = sum(len(answers) for _, answers in self.neighbours)
        good = sum(status == 200 for _, answers in self.neighbours for status, _, _ in answers)
        print(f"attack: {self.statements} statements as {self.logins} logins, {self.requests} requests, {self.values} foreign values, {self.changes} foreign changes, "
              f"{len(self.findings)} findings, neighbour: {good} of {asked} answered 200")


def read_on(port, token, pipe):
    """The neighbour, in a process of its own so that what the attack does with its own time doesn't show in the figures: some
    twenty times a second a list of plans, on a connection that is kept and on a new one by turns."""
    kept, answers, number = None, [], 0
    while True:
        started, number = time.monotonic(), number + 1
        connection = kept if number % 2 and kept else None
        try:
            if connection is None:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30, source_address=(NEIGHBOUR, 0))
            connection.request("GET", BASE + "/municipalities/1494/action-plans?limit=5", headers={"Authorization": f"Bearer {token}"})
            answer = connection.getresponse()
            answer.read()
            status, why = answer.status, ""
        except (OSError, http.client.HTTPException) as error:
            status, why = 0, repr(error)
        answers.append((status, (time.monotonic() - started) * 1000, why))
        if number % 2 and status == 200:
            kept = connection
        else:
            connection.close()
            kept = None if connection is kept else kept
        while pipe.poll(max(0, 0.05 - (time.monotonic() - started))):
            if pipe.recv() == "end":
                return
            pipe.send(answers)
            answers = []


class Neighbour:
    def __init__(self, house):
        self.pipe, other = multiprocessing.Pipe()
        token = house.sign(house.claims("reader", "1494", minutes=12 * 60))
        self.process = multiprocessing.Process(target=read_on, args=(house.port, token, other), daemon=True)
        self.process.start()

    def take(self):
        """The answers since the last time."""
        self.pipe.send("take")
        return self.pipe.recv()

    def end(self):
        self.pipe.send("end")
        self.process.join(40)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--short", action="store_true", help="at most two minutes (the default)")
    length.add_argument("--long", action="store_true", help="at least 50,000 statements and 4,000 requests")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sql", "requests", "fields", "tokens", "documents", "clients"), action="append", help="just this part; may stand several times")
    options = parser.parse_args()
    report, contract = Report(), Contract()
    settings = {"SAMVERKAN_BODY_SECONDS": str(attack_load.BODY_SECONDS), "SAMVERKAN_CONNECTIONS_PER_ADDRESS": str(attack_load.CONNECTIONS)}
    with House(options.program, settings=settings, port=PORT) as house:
        scene = Scene(house, random.Random(options.seed)).build()
        neighbour = Neighbour(house)

        def part(name, title, work, *arguments):
            """One part, with random numbers of its own, so that it does the same whichever other parts are done."""
            if options.only and name not in options.only:
                return
            started = time.monotonic()
            neighbour.take()
            work(*arguments, random.Random(f"{options.seed} {name}"))
            answers = neighbour.take()
            report.neighbours.append((title, answers))
            for status, ms, why in answers:
                if status != 200 or ms > SLOWEST:
                    report.finding("neighbour", f"during {title}: {status or why} after {ms:.0f} ms")
                    break
            if not house.is_alive():
                report.finding(name, f"the server has ended with {house.server.returncode}: {house.log()[-300:]}")
                house.start_server()
            print(f"{title}: {time.monotonic() - started:.0f} s", file=sys.stderr, flush=True)

        part("sql", "SQL", lambda random: attack_sql.attack(house, scene, report, random, 60_000 if options.long else 2_600))
        part("requests", "requests", lambda random: attack_requests.attack(house, scene, contract, report, random, options.long))
        part("fields", "fields that nobody may set", lambda random: attack_requests.attack_fields(house, scene, contract, report, random, options.long))
        part("tokens", "tokens", lambda random: attack_tokens.attack(house, report, random, options.long))
        part("documents", "documents", lambda random: attack_load.documents(house, report, random, options.long))
        part("clients", "slow and many clients", lambda random: attack_load.clients(house, report, random, options.long))
        neighbour.end()
    report.show()
    sys.exit(1 if report.findings else 0)


if __name__ == "__main__":
    main()
