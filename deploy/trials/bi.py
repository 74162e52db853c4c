"""The database for BI under load and under tools: what deploy/test is too short for.

    bi.py PROGRAM [--only PART …] [--kills N] [--seconds N] [--years N] [--municipalities N] [--statements N] [--seed N] [--before CHECKOUT]

clients     SQLAlchemy with pandas, psqlODBC, ADBC with polars, files; JDBC, R with dbplyr, dbt and Superset beside them, each with every view
kills       the publisher killed at random moments while reports come, and the copy held against the service's own rows each time
speed       how long a report takes to be seen, with 290 municipalities and 34 reports a second, and what it costs the service
scale       eight kinds of query over 290 municipalities and twenty years, beside plain tables without any isolation
overview    what a district's overview of six municipalities costs beside 284 others with twenty years, and alone
statements  statements put together at random by three BI logins, with canaries in all that they may not see
harm        what one BI login can do to others, each tried

It prints what it measured, and ends with 1 when something isn't as it must be.
"""
import argparse, contextlib, datetime, json, os, random, shutil, statistics, subprocess, sys, tempfile, threading, time

import psycopg

from house import ROOT, House, say

PORT = 8790
sys.path.insert(0, os.path.join(ROOT, "deploy", "contract"))
faults = []


def fault(text):
    faults.append(text)
    print(f"FAULT {text}", flush=True)


def line(*columns):
    print("  ".join(str(column) for column in columns), flush=True)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


# Clients

JDBC = r"""
import java.sql.*;
public class Read {
    // Without hideUnprivilegedObjects the driver lists what the login has no right to, too.
    public static void main(String[] a) throws Exception {
        try (Connection c = DriverManager.getConnection(a[0], a[1], a[2])) {
            DatabaseMetaData about = c.getMetaData();
            int views = 0; long rows = 0;
            try (ResultSet t = about.getTables(null, a[3], "%", new String[] {"VIEW", "TABLE"})) {
                while (t.next()) {
                    String view = t.getString("TABLE_NAME");
                    if (t.getString("REMARKS") == null) throw new Exception("no comment on " + view);
                    int columns = 0;
                    try (ResultSet k = about.getColumns(null, a[3], view, "%")) { while (k.next()) { columns++; if (k.getInt("DATA_TYPE") == Types.OTHER) throw new Exception(view + "." + k.getString("COLUMN_NAME")); } }
                    try (ResultSet r = c.createStatement().executeQuery("select * from " + view)) {
                        if (r.getMetaData().getColumnCount() != columns) throw new Exception(view);
                        while (r.next()) { for (int i = 1; i <= columns; i++) r.getObject(i); rows++; }
                    }
                    views++;
                }
            }
            int others = 0;
            try (ResultSet t = about.getTables(null, null, "%", new String[] {"VIEW", "TABLE"})) { while (t.next()) if (!t.getString("TABLE_SCHEM").equals(a[3])) others++; }
            System.out.println(views + " " + rows + " " + others);
        }
    }
}
"""

R = r"""
suppressMessages({library(DBI); library(dplyr); library(dbplyr)})
a <- commandArgs(TRUE)
c <- dbConnect(RPostgreSQL::PostgreSQL(), host = "127.0.0.1", port = as.integer(a[1]), dbname = "samverkan_bi", user = a[2], password = a[3])
views <- dbGetQuery(c, "select viewname from pg_views where schemaname = current_schema() order by 1")$viewname
rows <- sum(sapply(views, function(v) nrow(dbGetQuery(c, paste("select * from", v)))))
done <- tbl(c, sql("select * from fakta_atgard")) %>% inner_join(tbl(c, sql("select * from dim_tema")), by = "tema") %>%
    group_by(ar) %>% summarise(n = n(), klara = sum(ifelse(status == "genomf\u00f6rd", 1, 0), na.rm = TRUE)) %>% arrange(ar) %>% collect()
cat(length(views), rows, sum(done$n), sum(done$klara), "\n")
"""


def clients(house, options):
    import bi_clients

    for scope in (["--municipality", "1495"], ["--district", "vastra-skaraborg"], ["--country"]):
        login = bi_clients.Login(house, *scope)
        total = sum(login.rows.values())
        for client in (bi_clients.sqlalchemy, bi_clients.odbc, bi_clients.adbc):
            line("clients", login.scope, client.__name__, f"{client(login)} views, {total} rows")
        line("clients", login.scope, "files over HTTP", f"{bi_clients.csv_over_http(house, login)} views, {total} rows")
        with tempfile.TemporaryDirectory() as work:
            work_clients(house, options, login, total, work)
        type_loading(house, login)


def run(*arguments, **options):
    return subprocess.run(arguments, check=True, capture_output=True, text=True, **options).stdout


def work_clients(house, options, login, total, work):
    with open(f"{work}/Read.java", "w") as file:
        file.write(JDBC)
    views, rows, others = map(int, run("java", "-cp", "/usr/share/java/postgresql.jar", f"{work}/Read.java", f"jdbc:postgresql://127.0.0.1:{login.port}/samverkan_bi?hideUnprivilegedObjects=true",
        login.name, login.password, login.scope).split())
    if (views, rows) != (len(login.rows), total):
        fault(f"JDBC of {login.scope} reads {views} views, {rows} rows")
    if others:
        fault(f"JDBC of {login.scope} lists {others} tables of others")
    line("clients", login.scope, "JDBC", f"{views} views, {rows} rows")
    with open(f"{work}/read.R", "w") as file:
        file.write(R)
    views, rows, measures, done = run("Rscript", f"{work}/read.R", str(login.port), login.name, login.password).split()[:4]
    with house.bi_administrator() as bi:
        truth = bi.execute(f"select count(*), count(*) filter (where status = 'genomförd') from {login.scope}.fakta_atgard").fetchone()
    if (int(views), int(rows), int(measures), int(done)) != (len(login.rows), total, *truth):
        fault(f"R of {login.scope} reads {views} {rows} {measures} {done}, not {len(login.rows)} {total} {truth}")
    line("clients", login.scope, "R, dbplyr", f"{views} views, {rows} rows, {done} of {measures} done")
    if options.dbt:
        dbt(login, work, options.dbt)
    if options.superset:
        superset(login, work, options.superset)


def dbt(login, work, program):
    """Source tests of every view and key: what is said of uniqueness and of where a column goes, holds."""
    os.makedirs(f"{work}/dbt/models")
    with house_bi(login) as bi:
        keys = bi.execute("""select v.relname, a.attname from pg_class v join pg_attribute a on a.attrelid = v.oid and a.attnum = 1
            where v.relnamespace = current_schema()::regnamespace and v.relkind = 'v' order by 1""").fetchall()
    single = {"dim_ansvarig", "dim_datum", "dim_handlingsplan", "dim_kommun", "dim_overenskommelse", "dim_status", "dim_tema", "fakta_atgard", "fakta_indikator", "fakta_lofte",
        "fakta_lofte_utfall", "fakta_oplanerat", "fakta_rattad_uppfoljning", "fakta_redovisning", "fakta_uppfoljning"}
    tables = [{"name": view, "columns": [{"name": column, "data_tests": ["not_null"] + (["unique"] if view in single else [])}]} for view, column in keys]
    tables[[t["name"] for t in tables].index("fakta_atgard")]["columns"].append(
        {"name": "tema", "data_tests": [{"relationships": {"to": "source('bi', 'dim_tema')", "field": "tema"}}]})
    write = lambda name, value: open(f"{work}/dbt/{name}", "w").write(json.dumps(value))
    write("dbt_project.yml", {"name": "bi", "version": "1.0.0", "profile": "bi", "model-paths": ["models"]})
    write("profiles.yml", {"bi": {"target": "bi", "outputs": {"bi": {"type": "postgres", "host": "127.0.0.1", "port": login.port, "user": login.name, "password": login.password,
        "dbname": "samverkan_bi", "schema": login.scope, "threads": 2}}}})
    write("models/sources.yml", {"version": 2, "sources": [{"name": "bi", "schema": login.scope, "tables": tables}]})
    result = subprocess.run([program, "test", "--project-dir", f"{work}/dbt", "--profiles-dir", f"{work}/dbt"], capture_output=True, text=True,
        env={**os.environ, "DBT_SEND_ANONYMOUS_USAGE_STATS": "false"})
    done = [text for text in result.stdout.splitlines() if "Done." in text]
    if result.returncode or not done:
        fault(f"dbt of {login.scope}: {result.stdout[-1500:]}")
    line("clients", login.scope, "dbt", done[-1].split("Done. ")[-1] if done else "failed")


def superset(login, work, program):
    """A dataset of every view, and the query of a chart, by Superset's own code without its web pages."""
    script = f"{work}/chart.py"
    with open(script, "w") as file:
        file.write(SUPERSET_SCRIPT)
    env = {**os.environ, "SUPERSET_HOME": work, "SUPERSET_SECRET_KEY": "x" * 42, "FLASK_APP": "superset.app:create_app()", "SUPERSET_LOAD_EXAMPLES": "no"}
    python = os.path.join(os.path.dirname(program), "python")
    subprocess.run([program, "db", "upgrade"], env=env, capture_output=True, check=True)
    result = subprocess.run([python, script, login.url.replace("postgresql://", "postgresql+psycopg2://"), login.scope], env=env, capture_output=True, text=True)
    told = [text for text in result.stdout.splitlines() if text.startswith("RESULT ")]
    if not told:
        fault(f"Superset of {login.scope}: {result.stderr[-1500:]}")
        return
    views, measures = map(int, told[-1].split()[1:])
    if views != len(login.rows) or measures != login.rows["fakta_atgard"]:
        fault(f"Superset of {login.scope} has {views} datasets, its chart counts {measures}")
    line("clients", login.scope, "Superset", f"{views} datasets, a chart of fakta_atgard by tema counts {measures}")


SUPERSET_SCRIPT = r"""
import sys
from superset.app import create_app
app = create_app()
with app.app_context():
    from superset import db
    from superset.connectors.sqla.models import SqlaTable, SqlMetric
    from superset.models.core import Database
    database = Database(database_name="bi " + sys.argv[2], sqlalchemy_uri="postgresql+psycopg2://")
    database.set_sqlalchemy_uri(sys.argv[1])
    db.session.add(database)
    db.session.flush()
    views = sorted(name.table if hasattr(name, "table") else name[0] for name in database.get_all_view_names_in_schema(catalog=None, schema=sys.argv[2]))
    made = {}
    for view in views:
        table = SqlaTable(table_name=view, schema=sys.argv[2], database=database)
        db.session.add(table)
        db.session.flush()
        table.fetch_metadata()
        made[view] = table
    db.session.commit()
    found = made["fakta_atgard"].query(dict(granularity=None, from_dttm=None, to_dttm=None, groupby=["tema"], columns=["tema"], metrics=["count"], filter=[], is_timeseries=False,
        row_limit=1000, extras={}, orderby=[]))
    assert found.error_message is None, found.error_message
    print("RESULT", len(made), int(found.df["count"].sum()))
"""


def house_bi(login):
    return psycopg.connect(login.url, autocommit=True)


def type_loading(house, login):
    """What Npgsql 4.0, Power BI's driver, asks when it opens a connection: types with their elements, ranges, enumerations and fields of composite types."""
    questions = {
        "types": """select n.nspname, t.oid, t.typname, t.typtype, t.typnotnull, t.typelem, e.typname, r.rngsubtype from pg_type t join pg_namespace n on n.oid = t.typnamespace
            left join pg_type e on e.oid = t.typelem left join pg_range r on r.rngtypid = t.oid join pg_proc p on p.oid = t.typreceive
            where t.typtype in ('b', 'r', 'e', 'd') or t.typtype = 'c' or t.typtype = 'p' and t.typname in ('record', 'void')""",
        "fields": """select t.oid, a.attname, a.atttypid from pg_type t join pg_class c on c.oid = t.typrelid join pg_attribute a on a.attrelid = t.typrelid
            where t.typtype = 'c' and c.relkind = 'c' and not a.attisdropped order by t.oid, a.attnum""",
        "labels": "select t.oid, e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid order by t.oid, e.enumsortorder",
        "reset": "discard all", "version": "select version()",
    }
    with house_bi(login) as connection:
        for name, question in questions.items():
            try:
                connection.execute(question)
            except psycopg.Error as error:
                fault(f"type loading of {login.scope}, {name}: {error}")
    line("clients", login.scope, "type loading as Npgsql 4.0", ", ".join(questions))


# Kills

class Writers:
    """Reports by HTTP, so many a second, spread over measures of some municipalities."""

    def __init__(self, house, measures, rate):
        self.house, self.measures, self.rate = house, measures, rate
        self.tokens = {code: house.sign(house.claims("coordinator", code, minutes=12 * 60)) for code in {code for code, _ in measures}}
        self.seen, self.times, self.going, self.lock = {}, [], True, threading.Lock()
        self.turn = 0
        self.threads = [threading.Thread(target=self.write, args=(number, 8), daemon=True) for number in range(8)]

    def __enter__(self):
        self.started = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.going = False
        for thread in self.threads:
            thread.join()

    def write(self, number, of):
        import http.client

        connection = http.client.HTTPConnection("127.0.0.1", self.house.port, timeout=30)
        turn = number
        while self.going:
            # Each at its own moment, whatever the one before took.
            wait = self.started + turn / self.rate - time.monotonic()
            if wait > 0:
                time.sleep(min(wait, 0.2))
                if wait > 0.2:
                    continue
            code, measure = random.choice(self.measures)
            body = json.dumps({"period": {"start": f"{self.year(code)}-0{random.randrange(1, 7)}-0{random.randrange(1, 9)}"}, "status": random.choice(["ongoing", "done"]), "quantity": 1,
                "unit": "gånger"})
            began = time.monotonic()
            connection.request("POST", f"/samverkan/v1/municipalities/{code}/measures/{measure}/follow-ups", body,
                {"Authorization": f"Bearer {self.tokens[code]}", "Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            ended = time.monotonic()
            if answer.status != 201:
                fault(f"a report is answered with {answer.status}: {text[:200]}")
                return
            with self.lock:
                self.seen[json.loads(text)["id"]] = ended
                self.times.append(ended - began)
            turn += of
        connection.close()

    def year(self, code):
        return self.years[code]


def measures_of(house, where):
    with house.administrator() as admin:
        rows = admin.execute(f"""select m.municipality_code, m.measure_id::text, p.year from app.measure m join app.action_plan p using (municipality_code, plan_id)
            where p.state = 'adopted' and {where}""").fetchall()
    return [(code, measure) for code, measure, _ in rows], {code: year for code, _, year in rows}


def kills(house, options):
    """The publisher of `serve` is kept from writing, and `samverkan publish` killed: its lease ends with it here, else the next waits for that."""
    with house.administrator(autocommit=True) as admin:
        admin.execute("update app.agreement set state = 'proposed' where state = 'draft'")
    house.make_bi_login("--municipality", "1495")
    house.make_bi_login("--country")
    bi = house.bi_administrator(autocommit=True)
    admin = house.administrator(autocommit=True)
    # The server's own publisher would write meanwhile.
    settings = house.environment
    house.stop_server()
    with open(f"{house.state}/settings.env") as file:
        lines = file.readlines()
    password = next(text for text in lines if text.startswith("SAMVERKAN_PUBLISHER_PASSWORD="))
    with open(f"{house.state}/settings.env", "w") as file:
        file.writelines(text for text in lines if not text.startswith("SAMVERKAN_PUBLISHER_PASSWORD="))
    house.start_server()
    environment = {**settings, "SAMVERKAN_PUBLISHER_PASSWORD": password.split("=", 1)[1].strip()}

    def free():
        bi.execute("update publisher.renewal set leased_until = clock_timestamp()")

    def publish():
        free()
        told = subprocess.run([house.program, "publish"], env=environment, capture_output=True, text=True)
        if told.returncode:
            fault(f"publish: {told.stderr}")
        return told.stdout

    publish()
    free()
    began = time.monotonic()
    subprocess.run([house.program, "publish"], env=environment, check=True, capture_output=True)
    takes = time.monotonic() - began
    measures, years = measures_of(house, "m.municipality_code in ('1471', '1494', '1495')")
    killed = early = written = 0
    for round in range(options.kills):
        writers = Writers(house, measures, 50)
        writers.years = years
        with writers:
            time.sleep(random.uniform(0.05, 0.3))
            free()
            process = subprocess.Popen([house.program, "publish"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            # From before it has begun until after it would have ended.
            time.sleep(random.uniform(0.02, takes * 1.3 + 0.05))
            if process.poll() is None:
                process.kill()
                killed += 1
            else:
                early += 1
            process.wait()
        written += len(writers.seen)
        publish()
        for scope, where in (("kommun_1495", "municipality_code = '1495'"), ("landet", "true")):
            truth = admin.execute(f"""select count(*), sum(quantity), md5(string_agg(f.follow_up_id::text, '' order by f.follow_up_id::text)) from app.follow_up f
                join app.plan_summary s using (municipality_code, plan_id) where {where} and s.state in ('adopted', 'closed') and f.status is not null
                    and not exists (select from app.follow_up c where c.municipality_code = f.municipality_code and c.corrects_follow_up_id = f.follow_up_id)""").fetchone()
            copy = bi.execute(f"select count(*), sum(antal), md5(string_agg(uppfoljning_id, '' order by uppfoljning_id)) from {scope}.fakta_uppfoljning").fetchone()
            statuses = admin.execute(f"""select md5(string_agg(m.measure_id::text || coalesce(t.swedish, 'ingen uppgift'), '' order by m.measure_id::text)) from app.measure m
                join app.plan_summary s using (municipality_code, plan_id) left join app.measure_status x using (municipality_code, plan_id, measure_id)
                left join app.term t on t.kind = 'MeasureStatus' and t.term = x.status where {where} and s.state in ('adopted', 'closed')""").fetchone()
            shown = bi.execute(f"select md5(string_agg(atgard_id || status, '' order by atgard_id)) from {scope}.fakta_atgard").fetchone()
            if truth != copy or statuses != shown:
                fault(f"after kill {round + 1}: {scope} has {copy} {shown}, the service {truth} {statuses}")
        if faults:
            break
    line("kills", f"{killed} kills, {early} were done before; {written} reports; equal after each" if not faults else "not equal")
    with open(f"{house.state}/settings.env", "w") as file:
        file.writelines(lines)
    house.stop_server()
    house.start_server()
    bi.close()
    admin.close()


# Scale

def load(house, municipalities, years, more=False):
    began = time.monotonic()
    url = house.settings()["SAMVERKAN_ADMIN_DATABASE_URL"]
    subprocess.run(["psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-v", f"years={years}", "-v", f"municipalities={municipalities}", "-f", f"{ROOT}/deploy/benchmark/data.sql", url],
        check=True, stdout=subprocess.DEVNULL)
    with house.administrator(autocommit=True) as admin:
        if more:
            # Two more reports for most measures, as units report through a year.
            admin.execute("""set session_replication_role = replica; set statement_timeout = 0;
                insert into app.follow_up (municipality_code, plan_id, measure_id, lineage_id, follow_up_id, party_id, period_start, period_end, status, text, quantity, unit, recorded_by, recorded_at)
                select f.municipality_code, f.plan_id, f.measure_id, f.lineage_id, app.uuidv7(), f.party_id, f.period_start - n * 20, f.period_end - n * 20, 'ongoing', 'Pågår enligt plan.', n, 'gånger', 'Exempel',
                    f.recorded_at - n * interval '20 days'
                from app.follow_up f, generate_series(1, 2) n where f.municipality_code between '2000' and '2999' and (n = 1 or f.measure_id::text ~ '[0-9a-d]$');
                set session_replication_role = origin""")
        admin.execute("vacuum analyze")
        rows = admin.execute("select (select count(*) from app.measure), (select count(*) from app.follow_up)").fetchone()
    line("data", f"{municipalities} municipalities, {years} years: {rows[0]} measures, {rows[1]} reports, made in {time.monotonic() - began:.0f} s")


KINDS = {
    "count": "select count(*) from {t}fakta_uppfoljning",
    "group": "select ar, status, count(*), sum(antal) from {t}fakta_uppfoljning group by 1, 2",
    "join": "select t.ordning, d.kvartal, count(*) from {t}fakta_uppfoljning u join {t}dim_datum d using (datum) join {t}fakta_atgard a using (atgard_id) join {t}dim_tema t on t.tema = a.tema group by 1, 2",
    "by municipality": "select count(*), sum(antal_uppfoljningar) from {t}fakta_atgard where kommunkod = '2000'",
    "by id": "select * from {t}fakta_atgard where atgard_id = '{id}'",
    "by year": "select status, count(*) from {t}fakta_atgard where ar = 2025 group by 1",
    "limit 100": "select * from {t}fakta_uppfoljning limit 100",
    "full load": "select * from {t}fakta_uppfoljning",
}
# The same of the views that BI logins read in the service's database before.
BEFORE = {
    "count": "select count(*) from bi.uppfoljning",
    "group": "select date_part('year', till), status, count(*), sum(antal) from bi.uppfoljning group by 1, 2",
    "by municipality": "select count(*), sum(antal_uppfoljningar) from bi.atgard where kommunkod = '2000'",
    "by id": "select * from bi.atgard where atgard_id = '{id}'",
    "limit 100": "select * from bi.uppfoljning limit 100",
    "full load": "select * from bi.uppfoljning",
}


def timed(connection, query):
    """Milliseconds until the last row has come, in a cursor of the wire so that no client's objects count."""
    began = time.perf_counter()
    result = connection.pgconn.exec_(query.encode())
    if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
        raise psycopg.OperationalError(result.error_message.decode())
    return (time.perf_counter() - began) * 1000


def scale(house, options):
    load(house, options.municipalities, options.years, more=True)
    bi = house.bi_administrator(autocommit=True)
    logins, began = {}, time.monotonic()
    for scope in (["--municipality", "1495"], ["--district", "vastra-skaraborg"], ["--country"]):
        made = dict(text.split(None, 1) for text in house.run("bi-login", "add", *scope, "--state-dir", house.state).stdout.splitlines())
        logins[made["schema"]] = (made["login"], made["password"])
    # The made-up municipalities have no code that a login is made for.
    bi.execute("update publisher.scope set municipality_codes = '{2000}', making = gen_random_uuid() where scope = 'kommun_1495'")
    there = """select count(*) from publisher.position p where not exists (select from publisher.scope s where position(s.making::text in p.scopes) = 0)"""
    while bi.execute(there).fetchone()[0] < house_municipalities(house) and time.monotonic() < began + 1800:
        time.sleep(0.5)
    line("scale", f"three scopes filled in {time.monotonic() - began:.0f} s:", *(f"{schema} " + bi.execute("select pg_size_pretty(sum(pg_total_relation_size(c.oid))) from pg_class c "
        "where c.relnamespace = ('data_' || %s)::regnamespace and c.relkind = 'r'", [schema]).fetchone()[0] for schema in logins))
    bi.execute("set statement_timeout = 0")
    for schema, (name, password) in logins.items():
        bi.execute(f"drop schema if exists plain cascade; create schema plain")
        for table, in bi.execute("select tablename from pg_tables where schemaname = %s", [f"data_{schema}"]).fetchall():
            bi.execute(f"create table plain.{table} (like data_{schema}.{table} including all); insert into plain.{table} select * from data_{schema}.{table}; analyze plain.{table}; analyze data_{schema}.{table}")
        bi.execute("checkpoint")
        plain = house.bi_administrator(autocommit=True)
        login = psycopg.connect(host="127.0.0.1", port=house.database_port(), dbname="samverkan_bi", user=name, password=password, autocommit=True)
        identifier = bi.execute(f"select atgard_id from {schema}.fakta_atgard where kommunkod = '2000' limit 1").fetchone()[0]
        for kind, query in KINDS.items():
            times = {"plain": [], "login": []}
            for _ in range(options.rounds):
                times["plain"].append(timed(plain, query.format(t="plain.", id=identifier)))
                times["login"].append(timed(login, query.format(t="", id=identifier)))
            plain_ms, login_ms = statistics.median(times["plain"]), statistics.median(times["login"])
            ratio = login_ms / plain_ms
            # Below half a millisecond the difference is what planning a view takes, some tenths of one.
            if ratio > 1.5 and login_ms - plain_ms > 0.5:
                fault(f"{kind} of {schema}: {login_ms:.2f} to {plain_ms:.2f} ms")
            line("scale", f"{schema:24}", f"{kind:16}", f"{login_ms:9.2f} ms", f"plain {plain_ms:9.2f} ms", f"ratio {ratio:.2f}")
        plain.close()
        login.close()
    bi.execute("drop schema plain cascade")
    bi.close()
    if options.before:
        before(house, options)


def house_municipalities(house):
    with house.administrator() as admin:
        return admin.execute("select count(*) from app.municipality").fetchone()[0]


def before(house, options):
    """The build before, with its views in the service's database, on the same rows: an administrator's tables beside a login's views."""
    other = House(os.path.join(options.before, ".build/release/samverkan"), port=PORT + 10, cluster_settings=house.cluster_settings, settings={"SAMVERKAN_HOME": options.before})
    with other:
        load(other, options.municipalities, options.years, more=True)
        for scope, name in ((["--municipality", "1495"], "bi_one"), (["--district", "vastra-skaraborg"], "bi_all")):
            password = other.run("bi-login", "add", name, *scope, "--state-dir", other.state).stdout.split()[-1]
            with other.administrator() as admin:
                admin.execute("update access.bi_login set municipality_codes = '{2000}' where login_name = 'bi_one'")
            login = psycopg.connect(host="127.0.0.1", port=other.database_port(), dbname="samverkan", user=name, password=password, autocommit=True)
            login.execute("set statement_timeout = '40s'")
            identifier = login.execute("select atgard_id from bi.atgard where kommunkod = '2000' limit 1").fetchone()[0]
            for kind, query in BEFORE.items():
                try:
                    ms = [timed(login, query.format(id=identifier))]
                    # What takes seconds isn't asked for again.
                    while len(ms) < 5 and ms[0] < 5000:
                        ms.append(timed(login, query.format(id=identifier)))
                    line("before", f"{name:24}", f"{kind:16}", f"{statistics.median(ms):9.2f} ms")
                except psycopg.Error as error:
                    line("before", f"{name:24}", f"{kind:16}", str(error).splitlines()[0])
            login.close()


# Speed

def speed(house, options):
    """From the answer to a report until a login sees it, and the report's own time with the publisher at work and without."""
    name, password = house.make_bi_login("--country")
    bi = house.bi_administrator(autocommit=True)
    while bi.execute("select count(*) from publisher.position p where position((select making::text from publisher.scope where is_country) in p.scopes) > 0").fetchone()[0] < house_municipalities(house):
        time.sleep(0.5)
    measures, years = measures_of(house, "m.municipality_code between '2000' and '2999'")
    times = {}
    for round in range(3):
        for which in ("with", "without"):
            if which == "without":
                bi.execute("update publisher.renewal set leader = 'nobody', leased_until = clock_timestamp() + interval '1 hour'")
            else:
                bi.execute("update publisher.renewal set leased_until = clock_timestamp()")
                time.sleep(2)
            writers = Writers(house, measures, 34)
            writers.years = years
            seen = {}
            with writers:
                login = psycopg.connect(host="127.0.0.1", port=house.database_port(), dbname="samverkan_bi", user=name, password=password, autocommit=True)
                last, until = None, time.monotonic() + options.seconds
                while time.monotonic() < until and which == "with":
                    rows = login.execute("select uppfoljning_id, registrerad from fakta_uppfoljning where registrerad > %s", [last or "2026-09-01"]).fetchall()
                    now = time.monotonic()
                    for identifier, _ in rows:
                        seen.setdefault(identifier, now)
                    if rows:
                        # Of two that come at once the later may be seen first: look back a little.
                        last = max(recorded for _, recorded in rows) - datetime.timedelta(seconds=15)
                    time.sleep(0.05)
                if which == "without":
                    time.sleep(options.seconds)
            if which == "with":
                end = time.monotonic() + 10
                while time.monotonic() < end and writers.seen.keys() - seen.keys():
                    for identifier, in login.execute("select uppfoljning_id from fakta_uppfoljning where registrerad > %s", [last or "2026-09-01"]).fetchall():
                        seen.setdefault(identifier, time.monotonic())
                    time.sleep(0.05)
                delays = [seen[i] - ended for i, ended in writers.seen.items() if i in seen]
                missing = len(writers.seen) - len(delays)
                p99 = percentile(delays, 0.99)
                line("speed", f"round {round + 1}", f"{len(delays) / options.seconds:.0f} reports a second over {len(writers.tokens)} municipalities: visible after p50 {percentile(delays, 0.5):.2f} s, p99 {p99:.2f} s, "
                     f"most {max(delays):.2f} s, {missing} never")
                if p99 > 5 or missing:
                    fault(f"visible after p99 {p99:.2f} s, {missing} never")
            login.close()
            times.setdefault(which, []).append(statistics.median(writers.times) * 1000)
    line("speed", "a report's own time, medians of rounds:", *(f"{which} the publisher {', '.join(f'{ms:.1f}' for ms in found)} ms" for which, found in times.items()))
    bi.close()


# Overview

def overview(options, settings):
    """What a district's overview of six municipalities costs alone with one year and two, and beside all others with twenty: milliseconds of whole answers."""
    sizes = [(6, 1), (6, 2), (options.municipalities, options.years)]
    houses = [House(options.program, port=PORT + 20 * n, cluster_settings=settings) for n in range(len(sizes))]
    times = {size: [] for size in sizes}
    with contextlib.ExitStack() as stack:
        for house, (municipalities, years) in zip(houses, sizes):
            stack.enter_context(house)
            load(house, municipalities, years, more=True)
            with house.administrator() as admin:
                admin.execute("set session_replication_role = replica; insert into app.police_district (district_code, name, region_name) values ('exempel', 'Exempel', 'Exempel')")
                for table in ("municipality", "agreement", "plan_summary"):
                    admin.execute(f"update app.{table} set district_code = 'exempel' where municipality_code not between '2000' and '2005'")
            with house.administrator(autocommit=True) as admin:
                admin.execute("vacuum full analyze app.plan_summary, app.agreement, app.municipality")
                admin.execute("checkpoint")
        tokens = [house.token("head-of-district") for house in houses]
        for round in range(options.rounds * 30):
            for house, token, size in zip(houses, tokens, sizes):
                began = time.perf_counter()
                status, _, body = house.request("GET", "/districts/vastra-skaraborg/overview", token)
                if round >= 20:
                    times[size].append((time.perf_counter() - began) * 1000)
                shown = json.loads(body)["totals"] if status == 200 else body
                if status != 200 or shown["municipalities"] != 6 or shown["measures"]["total"] != 180:
                    fault(f"the overview of {size} shows {status} {shown}")
    medians = [statistics.median(times[size]) for size in sizes]
    for size, ms in zip(sizes, medians):
        line("overview", f"six of {size[0]} municipalities, {size[1]} years", f"{ms:.2f} ms", *(f"{ms / other:.2f}" for other in medians))


# Statements and harm

def statements(house, options):
    import attack_sql
    from attack import Report
    from scene import Scene, viewers

    report = Report()
    scene = Scene(house, random.Random(options.seed)).build()
    attack_sql.attack(house, scene, report, random.Random(f"{options.seed} sql"), options.statements, [viewer for viewer in viewers() if viewer.side == "bi"])
    for section, text in report.findings:
        fault(f"{section}: {text}")
    for section, what, count, note in report.lines:
        line("statements", f"{what:20}", count, note)
    line("statements", f"{report.statements} statements as {report.logins} BI logins, {len(scene.canaries)} canaries, {report.values} foreign values, {report.changes} foreign changes")


def harm(house, options):
    """What one login can do to others, and what ends it."""
    name, password = house.make_bi_login("--municipality", "1495")
    connect = lambda: psycopg.connect(host="127.0.0.1", port=house.database_port(), dbname="samverkan_bi", user=name, password=password, autocommit=True)
    many = []
    try:
        for _ in range(10):
            many.append(connect())
        fault("a login has ten connections")
    except psycopg.OperationalError as error:
        line("harm", "connections", f"{len(many)}, then: {str(error).splitlines()[-1].strip()}")
    for connection in many:
        connection.close()
    tried = {
        "temporary files": "select count(*) from (select a.datum, repeat(md5(b.datum::text), 60) as x from dim_datum a, dim_datum b order by x) y",
        "memory": "select length(repeat('x', 1000000000)), length(repeat('y', 1000000000))",
        "large array": "select array_length(array_agg(a.datum), 1) from dim_datum a, dim_datum b limit 1",
        "time": "select count(*) from dim_datum a, dim_datum b, dim_datum c",
        "locks": "begin; lock table fakta_atgard in access share mode; select 1",
        "exclusive lock": "begin; lock table fakta_atgard in exclusive mode",
        "advisory lock": "select pg_advisory_lock(1)", "write": "create table x (a integer)", "log": "select pg_logical_emit_message(false, 'x', repeat('y', 1000))",
        "own role": "alter role current_user set temp_file_limit = -1",
        "sequence of names": "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname !~ '^(pg_|information)'",
    }
    for what, statement in tried.items():
        began = time.monotonic()
        with connect() as connection:
            connection.execute("set statement_timeout = '20s'")
            try:
                for part in statement.split("; "):
                    connection.execute(part)
                told = "let through"
            except psycopg.Error as error:
                told = str(error).splitlines()[0]
        line("harm", f"{what:18}", f"{told} ({time.monotonic() - began:.1f} s)")
    # The watch ends what lifts its own limit; beside it the service answers.
    began, ends = time.monotonic(), []

    def long():
        try:
            with connect() as connection:
                connection.execute("set statement_timeout = 0")
                connection.execute(tried["time"])
        except psycopg.Error as error:
            ends.append((time.monotonic() - began, str(error).splitlines()[0]))

    threads = [threading.Thread(target=long) for _ in range(4)]
    for thread in threads:
        thread.start()
    waits, token = [], house.token("reader", "1494")
    while any(thread.is_alive() for thread in threads) and time.monotonic() < began + 120:
        asked = time.monotonic()
        status, _, _ = house.request("GET", "/municipalities/1494/action-plans?limit=5", token if time.monotonic() < began + 240 else None)
        waits.append(time.monotonic() - asked)
        if status != 200:
            fault(f"the service answers {status} beside four long statements")
        time.sleep(0.2)
    if len(ends) < 4:
        fault(f"only {len(ends)} of 4 long statements were ended")
    line("harm", "four without a limit", f"ended after {', '.join(f'{s:.0f}' for s, _ in ends)} s ({ends[0][1] if ends else ''}); the service beside them p50 {percentile(waits, .5) * 1000:.0f} ms, "
         f"most {max(waits) * 1000:.0f} ms")


PARTS = {"clients": clients, "kills": kills, "harm": harm, "statements": statements, "speed": speed, "scale": scale, "overview": overview}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=30)
    parser.add_argument("--years", type=int, default=20)
    parser.add_argument("--municipalities", type=int, default=290)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--statements", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--before", help="a checkout with a release build of a version with views in the service's database")
    parser.add_argument("--dbt", default=shutil.which("dbt"), help="the program of dbt-postgres 1.9.1 with dbt-core 1.9.10")
    parser.add_argument("--superset", default=shutil.which("superset"), help="the program of apache-superset 6.1.0, with rich, cachetools, Flask-Caching 2.3.1 and psycopg2-binary")
    options = parser.parse_args()
    random.seed(options.seed)
    big = "shared_buffers = 1GB\nmax_wal_size = 4GB"
    for name, part in PARTS.items():
        if options.only and name not in options.only:
            continue
        began = time.monotonic()
        if part is overview:
            overview(options, big)
            say(f"{name}: {time.monotonic() - began:.0f} s")
            continue
        with House(options.program, port=PORT, cluster_settings=big if name in ("speed", "scale") else "") as house:
            if name == "speed":
                load(house, options.municipalities, 2)
            part(house, options)
        say(f"{name}: {time.monotonic() - began:.0f} s")
    print(f"bi: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
