"""Tokens of every shape at GET /me: the wrong ones are 401, and the server goes on."""
import http.client
from collections import Counter

from house import BASE
from tokens import ACCEPTED, EITHER, REFUSED, TOO_LONG, mutated, shapes


def ask(house, headers, path="/me"):
    """The status of a request with these headers as they are, on a connection of its own; 0 when the server closed it."""
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=30)
    try:
        connection.putrequest("GET", BASE + path)
        for name, value in headers:
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def attack(house, report, random, is_long):
    statuses = Counter()

    def check(title, headers, right, path="/me"):
        status = ask(house, headers, path)
        report.requests += 1
        statuses[status] += 1
        if status not in right:
            report.finding("tokens", f"{title}: {status or 'closed'}, not {' or '.join(map(str, sorted(right)))}")
        return house.is_alive()

    for title, token, right in shapes(house):
        # A header is ISO 8859-1 to http.client.
        if not check(title, [("Authorization", b"Bearer " + token.encode())], right):
            report.finding("tokens", f"the server has ended with the token «{title}»")
            return
    good = house.token("reader", "1495")
    for title, headers, right in (
        ("another scheme", [("Authorization", "Basic c2thcmE6eA==")], REFUSED), ("no scheme", [("Authorization", good)], REFUSED),
        ("nothing behind the scheme", [("Authorization", "Bearer")], REFUSED),
        ("the scheme in capitals", [("Authorization", f"BEARER {good}")], ACCEPTED), ("two blanks", [("Authorization", f"Bearer  {good}")], EITHER),
        ("something behind the token", [("Authorization", f"Bearer {good} x")], REFUSED),
        ("two headers, the good one first", [("Authorization", f"Bearer {good}"), ("Authorization", "Bearer x")], {400, *EITHER}),
        ("two headers, the good one last", [("Authorization", "Bearer x"), ("Authorization", f"Bearer {good}")], {400, *EITHER}),
        ("in a cookie", [("Cookie", f"access_token={good}")], REFUSED),
        ("in another header", [("X-Authorization", f"Bearer {good}"), ("Proxy-Authorization", f"Bearer {good}")], REFUSED),
        ("a claimed user", [("X-Forwarded-User", "coordinator"), ("X-Remote-User", "operator")], REFUSED),
        ("a comma list", [("Authorization", f"Bearer {good}, Bearer x")], REFUSED),
    ):
        check(title, headers, right)
    check("in the query", [], REFUSED, f"/me?access_token={good}")
    for _ in range(3_000 if is_long else 200):
        token = mutated(house, random)
        status = ask(house, [("Authorization", b"Bearer " + token.encode())])
        report.requests += 1
        statuses[status] += 1
        if status not in {*EITHER, *TOO_LONG}:
            report.finding("tokens", f"a mutated token: {status}, the claims as JSON: {token.split('.')[1][:400]}")
        if not house.is_alive():
            report.finding("tokens", f"the server has ended with a mutated token, the claims as JSON: {token.split('.')[1]}")
            return
    check("a good one after all of them", [("Authorization", f"Bearer {good}")], ACCEPTED)
    report.line("tokens", "tokens of every shape", sum(statuses.values()), ", ".join(f"{count}x {status or 'closed'}" for status, count in sorted(statuses.items())))
