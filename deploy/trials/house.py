"""What the trials share: the service on a PostgreSQL of its own with the demo in it, and ways to speak to both.

    with House(program) as house:
        status, headers, body = house.request("GET", "/me", house.token("coordinator", municipality="1495"))
        with house.administrator() as connection: ...
"""
import base64, http.client, json, os, shutil, signal, socket, subprocess, sys, tempfile, time

import psycopg
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BASE = "/samverkan/v1"
PASSWORDS = {
    "samverkan_municipality": "MUNICIPALITY", "samverkan_police": "POLICE",
    "samverkan_operator": "OPERATOR", "samverkan_public": "PUBLIC",
}


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class House:
    """A cluster, the demo and a running server, all on loopback, all gone at the end."""

    def __init__(self, program, settings=None, cluster_settings="", demo=True, port=8490, state=None):
        self.program = os.path.abspath(program)
        self.port, self.admin_port = port, port + 1
        self.cluster_settings, self.demo = cluster_settings, demo
        self.state = state or tempfile.mkdtemp(prefix="samverkan-trial-", dir="/tmp")
        self.log_path = os.path.join(self.state, "server.log")
        self.server = None
        self.environment = {
            **os.environ, "SAMVERKAN_STATE_DIR": self.state, "SAMVERKAN_HOME": ROOT, "SAMVERKAN_PORT": str(port),
            "SAMVERKAN_ADMIN_PORT": str(port + 1), "SAMVERKAN_LOG_LEVEL": "warning", **(settings or {}),
        }

    # Life

    def __enter__(self):
        try:
            self.cluster("start", SAMVERKAN_CLUSTER_SETTINGS=self.cluster_settings)
            self.key = ec.generate_private_key(ec.SECP256R1())
            pem = self.key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
            with open(os.path.join(self.state, "development-issuer.pem"), "wb") as file:
                file.write(pem)
            self.run("migrate")
            if self.demo:
                subprocess.run([f"{ROOT}/sql/demo/load", self.program, self.state], check=True, env=self.environment, stdout=subprocess.DEVNULL)
            self.start_server()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.server and self.server.poll() is None:
            self.server.kill()
            self.server.wait()
        self.cluster("remove")
        shutil.rmtree(self.state, ignore_errors=True)

    def cluster(self, command, **environment):
        """deploy/cluster: start, stop or remove. A start keeps the port it had."""
        if command == "start" and os.path.exists(os.path.join(self.state, "settings.env")):
            environment["SAMVERKAN_CLUSTER_PORT"] = str(self.database_port())
        subprocess.run([f"{ROOT}/deploy/cluster", command, self.state], check=True, env={**os.environ, **environment})

    def run(self, *arguments, **options):
        """A command of the program, to its end."""
        return subprocess.run([self.program, *arguments], check=True, env=self.environment, capture_output=True, text=True, **options)

    def start_server(self):
        self.server = subprocess.Popen([self.program, "serve"], env=self.environment, stderr=open(self.log_path, "a"))
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if self.server.poll() is not None:
                raise RuntimeError(f"the server ended with {self.server.returncode}: " + open(self.log_path).read()[-2000:])
            try:
                if self.admin("/health/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.05)
        raise RuntimeError("the server was not ready within 30 s")

    def stop_server(self, number=signal.SIGTERM, within=60):
        self.server.send_signal(number)
        return self.server.wait(within)

    def is_alive(self):
        return self.server.poll() is None

    # Speaking HTTP

    def request(self, method, path, token=None, body=None, headers=None, timeout=30):
        """One request on a connection of its own. Returns (status, headers in small letters, body as bytes)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            sent = {"Connection": "close", **(headers or {})}
            if token:
                sent["Authorization"] = f"Bearer {token}"
            if isinstance(body, (dict, list)):
                body = json.dumps(body).encode()
            if body is not None:
                sent.setdefault("Content-Type", "application/json")
            connection.request(method, BASE + path, body=body, headers=sent)
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def get(self, path, token=None):
        """The JSON at a path; raises unless it is 200."""
        status, _, body = self.request("GET", path, token)
        if status != 200:
            raise RuntimeError(f"GET {path}: {status} {body[:300]!r}")
        return json.loads(body)

    def admin(self, path, timeout=5):
        connection = http.client.HTTPConnection("127.0.0.1", self.admin_port, timeout=timeout)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def raw(self, timeout=30):
        """A TCP connection to the API."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)

    # Tokens

    def claims(self, role, municipality=None, district="vastra-skaraborg", minutes=60):
        """The claims of a development token for a role: see `samverkan token --help`."""
        subject = role
        if role in ("coordinator", "contributor", "reader", "auditor"):
            issuer = f"development:municipality:{municipality}"
        elif role == "operator":
            issuer = "development:operator"
        else:
            issuer = f"development:district:{district}"
            if role == "municipal-officer":
                subject += f"-{municipality}"
        now = int(time.time())
        return {"iss": issuer, "sub": subject, "aud": "samverkan", "exp": now + 60 * minutes, "name": f"Exempel {role}"}

    def token(self, role, municipality=None, district="vastra-skaraborg"):
        return self.sign(self.claims(role, municipality, district))

    def sign(self, claims, header=None, key=None):
        """A token of any claims (an object, or bytes as they are) under any header."""
        header = {"alg": "ES256", "typ": "JWT"} if header is None else header
        parts = [part if isinstance(part, bytes) else json.dumps(part).encode() for part in (header, claims)]
        signed = ".".join(base64url(part) for part in parts)
        r, s = decode_dss_signature((key or self.key).sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return signed + "." + base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    # The database

    def settings(self):
        with open(os.path.join(self.state, "settings.env")) as file:
            return dict(line.strip().split("=", 1) for line in file if "=" in line)

    def database_port(self):
        return int(self.settings()["SAMVERKAN_DATABASE_URL"].rsplit(":", 1)[1].split("/")[0])

    def administrator(self, **options):
        """As the superuser, whom no policy holds."""
        return psycopg.connect(self.settings()["SAMVERKAN_ADMIN_DATABASE_URL"], **options)

    def bi_administrator(self, **options):
        """As the superuser, in the database for BI."""
        return psycopg.connect(self.settings()["SAMVERKAN_ADMIN_DATABASE_URL"] + "_bi", **options)

    def make_bi_login(self, *scope):
        """The name and the password of a new BI login, once what it sees is there."""
        made = dict(line.split(None, 1) for line in self.run("bi-login", "add", *scope, "--state-dir", self.state).stdout.splitlines())
        self.await_bi(made["schema"])
        return made["login"], made["password"]

    def await_bi(self, schema, seconds=600):
        """Until the publisher has filled a scope, and is behind by nothing."""
        with self.bi_administrator(autocommit=True) as bi:
            began = bi.execute("select clock_timestamp()").fetchone()[0]
            deadline = time.monotonic() + seconds
            while not bi.execute(f"select from publisher.renewal where renewed_at > %s and exists (select from {schema}.dim_kommun)", [began]).rowcount:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"the publisher has not filled {schema} within {seconds} seconds")
                time.sleep(0.2)

    def login(self, name, password=None, **options):
        """As one of the server's logins, without a context; with a password as a BI login, in the database for BI."""
        database = "samverkan_bi" if password else "samverkan"
        password = password or self.settings()[f"SAMVERKAN_{PASSWORDS[name]}_PASSWORD"]
        return psycopg.connect(host="127.0.0.1", port=self.database_port(), dbname=database, user=name, password=password, **options)

    def postmaster(self):
        """The process id of PostgreSQL's first process."""
        with open(os.path.join(self.state, "cluster", "data", "postmaster.pid")) as file:
            return int(file.readline())

    def log(self):
        with open(self.log_path, errors="replace") as file:
            return file.read()
