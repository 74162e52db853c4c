"""SQL as every login, with and without a context: nothing of somebody else's comes back, and nothing of it changes."""
import collections, re

import psycopg
from psycopg import pq

from scene import OWN_IDS, viewers
from statements import COUNTED, Statements

# What reads as a tenant's code in any row.
CODE_COLUMNS = (b"municipality_code", b"kommunkod")
CODE = re.compile(rb"\d{4}")


class Answer:
    """Everything that came back from a statement: rows, notices, notifications, errors."""

    def __init__(self):
        self.parts, self.codes, self.state, self.rows, self.changed = [], set(), None, 0, 0

    @property
    def text(self):
        return b"\n".join(self.parts)


class Session:
    """One connection of a login, spoken to below psycopg's cursors: several statements at once, COPY, and every notice."""

    def __init__(self, house, viewer, logins=None):
        self.viewer, self.key = viewer, house.settings()["SAMVERKAN_SERVER_KEY"].encode()
        name, password = logins.get(viewer.login, (viewer.login, None)) if logins else (viewer.login, None)
        self.connection = house.login(name, password, autocommit=True, options="-c statement_timeout=3000 -c lock_timeout=1000")
        self.notices, self.is_touched = [], False
        self.connection.add_notice_handler(lambda notice: self.notices.append(
            " ".join(filter(None, (notice.message_primary, notice.message_detail, notice.message_hint, notice.context))).encode()))
        self.wire = self.connection.pgconn
        self.wire.nonblocking = 0

    def take(self, answer):
        """Reads what comes until the server waits for the next statement."""
        while (result := self.wire.get_result()) is not None:
            status = result.status
            if status == pq.ExecStatus.COPY_OUT:
                size, data = self.wire.get_copy_data(0)
                while size > 0:
                    answer.parts.append(bytes(data))
                    size, data = self.wire.get_copy_data(0)
            elif status == pq.ExecStatus.COPY_IN:
                self.wire.put_copy_end(b"nothing to copy")
            elif status == pq.ExecStatus.FATAL_ERROR:
                field = pq.DiagnosticField
                answer.state = (result.error_field(field.SQLSTATE) or b"").decode() or "lost"
                for part in (field.MESSAGE_PRIMARY, field.MESSAGE_DETAIL, field.MESSAGE_HINT, field.CONTEXT, field.INTERNAL_QUERY):
                    if text := result.error_field(part):
                        answer.parts.append(text)
            else:
                if (result.command_status or b"").startswith((b"INSERT", b"UPDATE", b"DELETE", b"MERGE")):
                    answer.changed += result.command_tuples or 0
                tenant = [n for n in range(result.nfields) if result.fname(n) in CODE_COLUMNS]
                answer.rows += result.ntuples
                for row in range(result.ntuples):
                    for column in range(result.nfields):
                        if value := result.get_value(row, column):
                            answer.parts.append(value)
                            if column in tenant and CODE.fullmatch(value):
                                answer.codes.add(value.decode(errors="replace"))
        while (message := self.wire.notifies()) is not None:
            answer.parts.append(bytes(message.extra))
        answer.parts += self.notices
        self.notices.clear()
        return answer

    def run(self, text, *values):
        answer = Answer()
        encoded = text.encode()
        if values:
            self.wire.send_query_params(encoded, [value if value is None else value.encode() for value in values])
        else:
            self.wire.send_query(encoded)
        return self.take(answer)

    def ask(self, text, keep=False):
        """A statement in a transaction of its own, as the viewer."""
        if self.is_touched:
            self.run("discard all")
        # What may have left something in the session: more than one statement, or one that isn't about rows.
        self.is_touched = ";" in text or not text.startswith(("select", "insert", "update", "delete", "merge", "explain", "copy", "table", "values",
            "with")) or "(" in text and "lock" in text
        self.run("begin")
        if self.viewer.enter:
            entered = self.run("select access.enter($1, $2, $3, $4, $5, $6)", self.key.decode(), *self.viewer.enter)
            if entered.state:
                raise RuntimeError(f"{self.viewer.name} could not enter: {entered.text.decode()}")
        answer = self.run(text)
        if self.wire.status == pq.ConnStatus.OK:
            after = self.run("commit" if keep else "rollback")
            answer.parts += after.parts
        return answer

    @property
    def is_open(self):
        return self.wire.status == pq.ConnStatus.OK


def attack(house, scene, report, random, number, everybody=None):
    """`number` statements, shared by everybody who looks; the walk through every table first."""
    scene.logins = {name: house.make_bi_login(*scope) for name, scope in (
        ("municipality", ["--municipality", "1495"]), ("district", ["--district", "vastra-skaraborg"]), ("country", ["--country"]))}
    for name, (_, password) in scene.logins.items():
        scene.secrets[password.encode()] = f"the password of the analyst of the {name}"
    bi = house.bi_administrator(autocommit=True)
    everybody = everybody or viewers()
    # The log has entries of what the scene made; whatever of it comes later is the viewer's own doing.
    order = scene.order()
    kinds = collections.Counter()
    refused = collections.Counter()
    share = number // len(everybody)
    for viewer in everybody:
        is_bi = viewer.side == "bi"
        if is_bi:
            house.await_bi("landet")
            refuse_service(house, scene, report, viewer)
        scene.look()
        admin = bi if is_bi else scene.admin
        statements = Statements(random, admin, sorted(scene.ids), scene.logins[viewer.login][0] if is_bi else viewer.login, is_bi)
        session = Session(house, viewer, scene.logins)
        before, bi_before, bi_order = scene.digests(), bi_digest(bi), scene.order(bi)
        if not is_bi:
            count_rows(house, scene, report, viewer)
            forged = forge(scene, report, viewer, session, statements)
            kinds["forged row"] += forged
            refused["forged row"] += forged
        changes, not_let = change_all(scene, report, viewer, session, statements)
        kinds["change of all rows"] += changes
        refused["change of all rows"] += not_let
        walk = list(statements.walk())
        # The whole walk when there is room for it, else an even part of it.
        planned = walk if share >= 2 * len(walk) else random.sample(walk, min(len(walk), share * 2 // 3))
        planned += [statements.any() for _ in range(share - len(planned))]
        for kind, text in planned:
            # What the viewer may do to its own is undone when it would leave less to look at, would carry a canary to another place,
            # or would last for everybody of the login.
            changes = kind in ("insert", "update", "do block", "explain", "cursor") and "select" in text
            keep = random.random() < 0.3 and kind != "own login" and not changes and not any(word in text for word in ("delete", "merge", "truncate"))
            answer = session.ask(text, keep)
            kinds[kind] += 1
            refused[kind] += answer.state is not None
            found = scene.foreign_in(viewer, answer.text, text)
            codes = sorted(code for code in answer.codes if code not in (*viewer.codes, "0000") and code not in text)
            if found or codes:
                report.finding("SQL", f"{viewer.name}: {text[:300]} — {'; '.join(found[:3] + [f'rows of {code}' for code in codes])}", values=len(found) + len(codes))
            # A session may end itself, by the setting that ends it with any error.
            if not session.is_open and "exit_on_error" not in text:
                report.finding("SQL", f"{viewer.name}: the connection ended with {text[:300]}")
            if not session.is_open:
                session = Session(house, viewer, scene.logins)
        session.connection.close()
        if is_bi and bi_digest(bi) != bi_before:
            report.finding("SQL", f"{viewer.name} has changed what the database for BI holds", changes=1)
        if scene.order(bi) != bi_order:
            report.finding("SQL", f"{viewer.name} has changed rights, functions or roles of the database for BI")
        for what in scene.changed(viewer, before, scene.digests()):
            report.finding("SQL", f"{viewer.name} has changed {what}", changes=1)
        if scene.order() != order:
            report.finding("SQL", f"{viewer.name} has changed policies, rights, functions or roles")
            order = scene.order()
        if not house.is_alive():
            report.finding("SQL", f"the server has ended under {viewer.name}")
    for code in scene.broken_chains():
        report.finding("SQL", f"the log of {code} no longer verifies")
    missing = []
    for canary, place in scene.canaries.items():
        if place.code != "1495" and place.table in scene.tables:
            # Bytes show as digits in a row's text.
            is_file = place.column == "content" and place.table != "report"
            there = "position(%s::bytea in t.content) > 0" if is_file else "position(%s in t::text) > 0"
            if not scene.admin.execute(f"select from app.{place.table} t where {there}", [canary.encode() if is_file else canary]).rowcount:
                missing.append(canary)
    for canary in missing:
        report.finding("SQL", f"{canary} is gone from {scene.canaries[canary]}")
    for kind in sorted(kinds):
        note = f"{refused[kind]} refused" + (f", {kinds[kind] - refused[kind]} let through: no row, but more than the service needs" if kind in COUNTED else "")
        report.line("SQL", kind, kinds[kind], note)
    report.statements += sum(kinds.values())
    report.logins = len({viewer.login for viewer in everybody})
    bi.close()


def refuse_service(house, scene, report, viewer):
    """An analyst's login cannot come into the service's database, nor into any other that is there."""
    name, password = scene.logins[viewer.login]
    for database, in scene.admin.execute("select datname from pg_database where datallowconn and datname <> 'samverkan_bi'").fetchall():
        try:
            psycopg.connect(host="127.0.0.1", port=house.database_port(), dbname=database, user=name, password=password).close()
            report.finding("SQL", f"{viewer.name} can connect to {database}")
        except psycopg.OperationalError as error:
            if "permission denied" not in str(error):
                report.finding("SQL", f"{viewer.name} in {database}: {error}")


def bi_digest(bi):
    """Of all rows of the database for BI, but for how far the publisher is, which goes on."""
    tables = bi.execute("""select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where (n.nspname ~ '^data_' or n.nspname = 'publisher' and c.relname in ('scope', 'login', 'document')) and c.relkind = 'r' order by 1""").fetchall()
    return [(table, bi.execute(f"select md5(string_agg(md5(t::text), '' order by md5(t::text))) from {table} t").fetchone()[0]) for table, in tables]


def forge(scene, report, viewer, session, statements):
    """Rows made of somebody else's: all that is known of a foreign row but its own id. Row-level security must speak first, so
    that no key, constraint or trigger tells anything. Gives the number of statements."""
    count = 0
    for name, columns in statements.granted["insert"].items():
        table = name.split(".")[1]
        if not name.startswith("app.") or table not in scene.tables:
            continue
        own_id = f'"{OWN_IDS.get(table, table + "_id")}"'
        for code in ("1494", "1471"):
            if viewer.may_change(name, code):
                continue
            chosen = [column for column, _ in columns if column != own_id]
            literals = ", ".join(f"quote_nullable({column}::text)" for column in chosen)
            row = scene.admin.execute(f"select {literals} from {name} where municipality_code = %s order by ctid desc limit 1", [code]).fetchone()
            # A new text, since a canary must stand in one place only and a name may be taken.
            values = ["'x'" if "kanarie" in value and kind == "text" else "'{}'" if "kanarie" in value and kind == "text[]" else "'[]'" if "kanarie" in value else value
                      for value, (_, kind) in zip(row, [c for c in columns if c[0] != own_id])]
            text = f"insert into {name} ({', '.join(chosen)}) values ({', '.join(values)})"
            answer = session.ask(text, keep=True)
            count += 1
            if answer.state != "42501":
                how = "let in" if answer.state is None else f"refused with {answer.state}, before its policy"
                report.finding("SQL", f"{viewer.name}: a row of {code} in {name} is {how}: {answer.text[:200].decode(errors='replace')}")
    return count


def change_all(scene, report, viewer, session, statements):
    """Deletes and updates without a condition, which need no right to see: no more rows may change than are seen. Undone at once.
    Gives the number of statements, and of those that were refused."""
    count = refused = 0
    changes = [(name, f"delete from {name}") for name in statements.granted["select"]]
    changes += [(name, f"update {name} set {column} = {statements.value(kind, column)}") for name, columns in statements.granted["update"].items() for column,
        kind in columns]
    for name, text in changes:
        answer = session.ask(text)
        count += 1
        refused += answer.state is not None
        if answer.state is None and answer.changed:
            seen = session.ask(f"select count(*) from {name}")
            if seen.state is None and answer.changed > int(seen.parts[0]):
                report.finding("SQL", f"{viewer.name}: {text} would change {answer.changed} rows, {int(seen.parts[0])} are seen")
    return count, refused


def count_rows(house, scene, report, viewer):
    """No table counts more rows than the viewer may see."""
    session = Session(house, viewer, scene.logins)
    for table in scene.tables:
        answer = session.ask(f"select count(*) from app.{table}")
        if answer.state:
            continue
        seen = int(answer.parts[0])
        expected = sum(viewer.may_see(code, kind, table) for code, kind in scene.rows[table])
        if seen > expected:
            report.finding("SQL", f"{viewer.name} counts {seen} rows in app.{table}, {expected} are to be seen")
    session.connection.close()
