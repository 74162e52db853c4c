"""The service over several machines, all of them this one: a pooler before its database, a replica to read from, a server of its own for BI.

    machines.py PROGRAM [--seconds N]

It prints what reading a plan and reporting took directly, behind PgBouncer in transaction mode and from a streaming replica, what each of them
refuses, how long a report takes to be seen on the replica, and that a BI login on a server of its own reaches nothing else.
"""
import argparse, http.client, json, os, pwd, shutil, socket, statistics, subprocess, sys, tempfile, threading, time

import psycopg

from house import BASE, House, say

PORT = 8850
faults = []


def fault(text):
    faults.append(text)
    print(f"FAULT {text}", flush=True)


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def as_postgres(*command, **options):
    """PostgreSQL and PgBouncer don't run as root."""
    user = {} if os.getuid() else {"user": "postgres", "group": "postgres", "extra_groups": []}
    return subprocess.Popen(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **user, **options)


def wait(is_there, what, seconds=60):
    deadline = time.monotonic() + seconds
    while not is_there():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} did not come within {seconds} seconds")
        time.sleep(0.1)


class Server:
    """Another `samverkan serve` of the same state, with other addresses."""

    def __init__(self, house, port, **settings):
        environment = {**house.environment, "SAMVERKAN_PORT": str(port), "SAMVERKAN_ADMIN_PORT": str(port + 1), **settings}
        self.port, self.log = port, tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([house.program, "serve"], env=environment, stderr=self.log)
        self.ready = ""

        def is_ready():
            if self.process.poll() is not None:
                self.log.seek(0)
                raise RuntimeError(f"serve ended: {self.log.read()[-400:]}")
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port + 1, timeout=2)
                connection.request("GET", "/health/ready")
                answer = connection.getresponse()
                self.ready = answer.read().decode().strip()
                return answer.status == 200
            except OSError:
                return False

        wait(is_ready, "the server")

    def end(self):
        self.process.terminate()
        self.process.wait()


def ask(port, method, path, token, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request(method, BASE + path, json.dumps(body) if body else None, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    answer = connection.getresponse()
    return answer.status, answer.read()


def measured(port, requests, seconds, clients=8):
    """Requests a second, and the median time of one in milliseconds."""
    times, until = [], time.monotonic() + seconds

    def go(number):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        turn = number
        while time.monotonic() < until:
            method, path, token, body = requests[turn % len(requests)]
            began = time.perf_counter()
            connection.request(method, BASE + path, json.dumps(body) if body else None, {"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status >= 300:
                fault(f"{method} {path}: {answer.status}")
                return
            times.append(time.perf_counter() - began)
            turn += 1

    threads = [threading.Thread(target=go, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return f"{len(times) / seconds:.0f} a second, {statistics.median(times) * 1000:.1f} ms" if times else "none"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--seconds", type=int, default=5)
    options = parser.parse_args()
    ends = []
    with House(options.program, port=PORT, settings={"SAMVERKAN_LOG_LEVEL": "warning"}) as house, tempfile.TemporaryDirectory(prefix="samverkan-machines-", dir="/tmp") as work:
        os.chmod(work, 0o755)
        settings, database_port = house.settings(), house.database_port()
        token = house.sign(house.claims("coordinator", "1495", minutes=600))
        measures = [item["id"] for item in house.get("/municipalities/1495/measures?limit=100", token)["items"]]
        # Lists with a filter of their own are made anew each time, so that what the server keeps isn't what is measured.
        reads = [("GET", f"/municipalities/1495/measures?limit=50&page=1&status={status}", token, None) for status in ("done", "ongoing", "noInformation")]
        writes = [("POST", f"/municipalities/1495/measures/{measure}/follow-ups", token, {"period": {"start": "2020-03-01"}, "status": "ongoing"}) for measure in measures]
        try:
            print("directly:               reading", measured(PORT, reads, options.seconds), "· reporting", measured(PORT, writes, options.seconds), flush=True)

            # A pooler with as many sessions as the service has connections to it.
            pooler = free_port()
            with open(f"{work}/users.txt", "w") as file:
                for name in ("municipality", "police", "operator", "publisher"):
                    file.write(f'"samverkan_{name}" "{settings[f"SAMVERKAN_{name.upper()}_PASSWORD"]}"\n')
            with open(f"{work}/pgbouncer.ini", "w") as file:
                file.write(f"[databases]\nsamverkan = host=127.0.0.1 port={database_port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {pooler}\nunix_socket_dir =\n"
                           f"auth_type = scram-sha-256\nauth_file = {work}/users.txt\npool_mode = transaction\ndefault_pool_size = 4\n")
            os.chmod(f"{work}/users.txt", 0o644)
            process = as_postgres("/usr/sbin/pgbouncer", "-q", f"{work}/pgbouncer.ini")
            ends.append(process.kill)
            wait(lambda: socket.socket().connect_ex(("127.0.0.1", pooler)) == 0, "PgBouncer")
            address = f"postgresql://127.0.0.1:{pooler}/samverkan"
            bi = {"SAMVERKAN_BI_DATABASE_URL": settings["SAMVERKAN_DATABASE_URL"] + "_bi", "SAMVERKAN_BI_ADMIN_DATABASE_URL": settings["SAMVERKAN_ADMIN_DATABASE_URL"] + "_bi"}
            try:
                Server(house, PORT + 10, SAMVERKAN_DATABASE_URL=address, **bi)
                fault("serve starts behind a pooler without being told of it")
            except RuntimeError as error:
                print(f"behind PgBouncer, untold: refused at the start: {str(error).strip().splitlines()[-1][-120:]}", flush=True)
            pooled = Server(house, PORT + 20, SAMVERKAN_DATABASE_URL=address, SAMVERKAN_POOLER="transaction", **bi)
            ends.append(pooled.end)
            print("behind PgBouncer:       reading", measured(pooled.port, reads, options.seconds), "· reporting", measured(pooled.port, writes, options.seconds), flush=True)

            # A replica that streams.
            replica, data = free_port(), f"{work}/replica"
            os.mkdir(data)
            if os.getuid() == 0:
                postgres = pwd.getpwnam("postgres")
                os.chown(data, postgres.pw_uid, postgres.pw_gid)
            os.chmod(data, 0o700)
            admin = settings["SAMVERKAN_ADMIN_DATABASE_URL"]
            with house.administrator(autocommit=True) as connection:
                hba = connection.execute("show hba_file").fetchone()[0]
                connection.execute("copy (select 'host replication all 127.0.0.1/32 scram-sha-256') to program 'cat >> " + hba + "'")
                connection.execute("select pg_reload_conf()")
            bin = sorted(f"/usr/lib/postgresql/{version}/bin" for version in os.listdir("/usr/lib/postgresql"))[-1]
            copied = as_postgres(f"{bin}/pg_basebackup", "-d", admin.rsplit("/", 1)[0], "-D", data, "-R", "-c", "fast", "-X", "stream")
            if copied.wait():
                raise RuntimeError("pg_basebackup failed")
            process = as_postgres(f"{bin}/postgres", "-D", data, "-p", str(replica), "-c", f"unix_socket_directories={data}", "-c", "hot_standby=on")
            ends.append(process.terminate)
            wait(lambda: socket.socket().connect_ex(("127.0.0.1", replica)) == 0, "the replica")
            time.sleep(2)
            reader = Server(house, PORT + 30, SAMVERKAN_DATABASE_URL=f"postgresql://127.0.0.1:{replica}/samverkan", **bi)
            ends.append(reader.end)
            print("from the replica:       reading", measured(reader.port, reads, options.seconds), flush=True)
            status, text = ask(reader.port, *writes[0])
            print(f"a report to it:         {status} {json.loads(text).get('code')}", flush=True)
            if status < 400:
                fault("the replica's server takes a report")
            lags = []
            for number in range(20):
                status, text = ask(PORT, "POST", f"/municipalities/1495/measures/{measures[0]}/follow-ups", token, {"period": {"start": f"2020-04-{number + 1:02}"}, "status": "done"})
                identifier, began = json.loads(text)["id"], time.perf_counter()
                while ask(reader.port, "GET", f"/municipalities/1495/measures/{measures[0]}/follow-ups/{identifier}", token)[0] != 200:
                    pass
                lags.append((time.perf_counter() - began) * 1000)
            print(f"seen on the replica:    after p50 {statistics.median(lags):.0f} ms, most {max(lags):.0f} ms", flush=True)
            both = {}
            threads = [threading.Thread(target=lambda name=name, port=port: both.__setitem__(name, measured(port, reads, options.seconds, 4))) for name, port in (("primary", PORT), ("replica", reader.port))]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print("both at once:           primary", both["primary"], "· replica", both["replica"], flush=True)

            # BI on a server of its own.
            other = tempfile.mkdtemp(prefix="samverkan-trial-", dir="/tmp")
            house_of_bi = House(options.program, state=other, demo=False)
            house_of_bi.cluster("start")
            ends.append(lambda: house_of_bi.cluster("remove"))
            theirs = house_of_bi.settings()
            with psycopg.connect(theirs["SAMVERKAN_ADMIN_DATABASE_URL"], autocommit=True) as connection:
                connection.execute("create database samverkan_star template template0")
            own = {"SAMVERKAN_BI_DATABASE_URL": theirs["SAMVERKAN_DATABASE_URL"].rsplit("/", 1)[0] + "/samverkan_star",
                   "SAMVERKAN_BI_ADMIN_DATABASE_URL": theirs["SAMVERKAN_ADMIN_DATABASE_URL"].rsplit("/", 1)[0] + "/samverkan_star"}
            environment = {**house.environment, **own}
            run = lambda *arguments: subprocess.run([house.program, *arguments], env=environment, check=True, capture_output=True, text=True).stdout
            run("migrate")
            made = dict(text.split(None, 1) for text in run("bi-login", "add", "--municipality", "1495").splitlines())
            began = time.monotonic()
            told = run("publish").strip()
            with psycopg.connect(made["address"], password=made["password"]) as connection:
                rows = connection.execute("select count(*) from fakta_atgard").fetchone()[0]
                databases = [name for name, in connection.execute("select datname from pg_database order by 1")]
            print(f"BI on its own server:   {told} in {time.monotonic() - began:.1f} s, {rows} measures; its login sees the databases {', '.join(databases)}", flush=True)
            if rows != len(measures):
                fault("the copy on its own server is not whole")
            try:
                psycopg.connect(settings["SAMVERKAN_DATABASE_URL"], user=made["login"], password=made["password"]).close()
                fault("a login of the other server can connect to the service's")
            except psycopg.OperationalError as error:
                print(f"its login at the service's server: {str(error).strip().splitlines()[-1].split('FATAL:')[-1].strip()}", flush=True)
        finally:
            for end in reversed(ends):
                try:
                    end()
                except Exception as error:
                    say(error)
            shutil.rmtree(f"{work}/replica", ignore_errors=True)
    print(f"machines: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
