"""Reads the database for BI as analysts' tools do: SQLAlchemy with pandas, ODBC, and ADBC with polars.

usage: bi_clients.py PROGRAM — runs the service on the demo in a cluster of its own. Each client must list the views of its login's scope
and no others, know their columns' types, read all rows of all of them, and get the same numbers as plain SQL.
"""
import base64, datetime, decimal, os, sys, warnings

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "deploy", "trials"))

from house import House

QUESTION = """select d.ar, u.enhet, sum(u.antal) as summa, count(*) as antal, max(u.datum) as senast, bool_or(u.ungefarligt) as ungefar
    from fakta_uppfoljning u join dim_datum d using (datum) where u.antal is not null group by 1, 2 order by 1, 2"""


class Login:
    """A BI login of a scope, and what it is to see."""

    def __init__(self, house, *scope):
        self.name, self.password = house.make_bi_login(*scope)
        self.port = house.database_port()
        with house.bi_administrator(autocommit=True) as bi:
            self.scope = bi.execute("select scope from publisher.login where login_name = %s", [self.name]).fetchone()[0]
            views = [view for view, in bi.execute("select viewname from pg_views where schemaname = %s order by 1", [self.scope])]
            self.rows = {view: bi.execute(f"select count(*) from {self.scope}.{view}").fetchone()[0] for view in views}
            bi.execute(f"set search_path = {self.scope}")
            self.answer = bi.execute(QUESTION).fetchall()
        require(self.rows["fakta_atgard"] > 5 and len(self.rows) > 20 and self.answer, f"{self.scope} has too little to tell by: {self.rows}")

    @property
    def url(self):
        return f"postgresql://{self.name}:{self.password}@127.0.0.1:{self.port}/samverkan_bi"


def require(holds, what):
    if not holds:
        raise SystemExit(f"bi_clients: {what}")


def same(client, login, found, answer):
    require(found == login.rows, f"{client} of {login.scope} reads {found}, there are {login.rows}")
    require(answer == login.answer, f"{client} of {login.scope} answers {answer}, plain SQL {login.answer}")


def sqlalchemy(login):
    """The inspector's lists, and every view as pandas takes it."""
    import pandas
    import sqlalchemy as sa

    engine = sa.create_engine(login.url.replace("postgresql://", "postgresql+psycopg://"))
    inspector = sa.inspect(engine)
    schema = inspector.default_schema_name
    require(schema == login.scope and inspector.get_table_names() == [], f"SQLAlchemy begins in {schema}, tables {inspector.get_table_names()}")
    kinds, found = {}, {}
    for view in sorted(inspector.get_view_names()):
        columns = inspector.get_columns(view)
        require(all(column["comment"] for column in columns), f"SQLAlchemy sees no comment on a column of {view}")
        kinds[view] = {column["name"]: type(column["type"]).__name__ for column in columns}
        found[view] = len(pandas.read_sql(sa.text(f"select * from {view}"), engine))
    odd = {kind for view in kinds.values() for kind in view.values()} - {"VARCHAR", "TEXT", "DATE", "TIMESTAMP", "BOOLEAN", "INTEGER", "NUMERIC"}
    require(not odd, f"SQLAlchemy makes {odd} of some columns")
    with engine.connect() as connection:
        answer = [tuple(row) for row in connection.execute(sa.text(QUESTION))]
    frame = pandas.read_sql(sa.text("select * from fakta_atgard"), engine, parse_dates=["forfaller"])
    require(str(frame["forfaller"].dtype).startswith("datetime64") and frame["sen"].dtype == bool, f"pandas takes {frame.dtypes}")
    same("SQLAlchemy", login, found, answer)
    engine.dispose()
    return len(found)


def odbc(login):
    """What ODBC's catalog functions list, and every view. Without AB=0x10 the driver lists what the login has no right to, too."""
    import pyodbc

    pyodbc.pooling = False
    connection = pyodbc.connect("Driver={PostgreSQL Unicode};" + f"Server=127.0.0.1;Port={login.port};Database=samverkan_bi;Uid={login.name};Pwd={login.password};AB=0x10")
    cursor = connection.cursor()
    listed = [(row.table_schem, row.table_name) for row in cursor.tables() if row.table_schem not in ("pg_catalog", "information_schema")]
    require({schema for schema, _ in listed} == {login.scope}, f"ODBC lists {listed}")
    found = {}
    for _, view in sorted(listed):
        columns = [row.column_name for row in cursor.columns(table=view, schema=login.scope)]
        rows = cursor.execute(f'select * from "{view}"').fetchall()
        require(columns == [column[0] for column in cursor.description], f"ODBC lists other columns of {view}: {columns}")
        found[view] = len(rows)
        # Views have no keys, and the driver says so without an error.
        require(list(cursor.primaryKeys(table=view, schema=login.scope)) == [], f"ODBC sees a key of {view}")
    kinds = {column[0]: column[1] for column in cursor.execute("select forfaller, planerat_antal, polisen_ansvarar, ar, atgard from fakta_atgard").description}
    require(kinds["forfaller"] is datetime.date and kinds["planerat_antal"] is decimal.Decimal and kinds["ar"] is int and kinds["atgard"] is str,
            f"ODBC takes {kinds}")
    # The driver of Debian gives boolean as a character unless BoolsAsChar=0 stands in the address.
    answer = [tuple(row) for row in cursor.execute(QUESTION.replace("bool_or(u.ungefarligt)", "bool_or(u.ungefarligt)::integer"))]
    same("ODBC", login, found, [(*row[:-1], bool(row[-1])) for row in answer])
    connection.close()
    return len(found)


def adbc(login):
    """Arrow's own driver, what it lists, and every view as polars takes it."""
    import adbc_driver_postgresql.dbapi as driver
    import polars

    connection = driver.connect(login.url)
    listed = []
    for catalog in connection.adbc_get_objects(depth="tables", catalog_filter="samverkan_bi").read_all().to_pylist():
        for schema in catalog["catalog_db_schemas"] or []:
            for table in schema["db_schema_tables"] or []:
                if schema["db_schema_name"] not in ("pg_catalog", "information_schema"):
                    listed.append((schema["db_schema_name"], table["table_name"]))
    found = {}
    # ADBC lists what stands in pg_class, of whatever scope; what can be read is the login's own.
    for view in sorted(name for schema, name in listed if schema == login.scope):
        frame = polars.read_database(f"select * from {view}", connection)
        found[view] = len(frame)
    frame = polars.read_database("select forfaller, polisen_ansvarar, ar, atgard, planerat_antal from fakta_atgard", connection)
    kinds = {name: str(kind) for name, kind in frame.schema.items()}
    require(kinds["forfaller"] == "Date" and kinds["polisen_ansvarar"] == "Boolean" and kinds["ar"] == "Int32" and kinds["atgard"] == "String", f"polars takes {kinds}")
    cursor = connection.cursor()
    cursor.execute(QUESTION)
    # numeric is text to this driver, since Arrow's decimals have one scale for a column.
    answer = [(row[0], row[1], decimal.Decimal(row[2]), *row[3:]) for row in cursor.fetchall()]
    same("ADBC", login, found, answer)
    cursor.close()
    connection.close()
    return len(found)


def csv_over_http(house, login):
    """Every view as a file, as Power Query's and Excel's Web connectors fetch it, in pandas."""
    import io
    import pandas

    found = {}
    authorization = "Basic " + base64.b64encode(f"{login.name}:{login.password}".encode()).decode()
    for view in login.rows:
        status, headers, body = house.request("GET", f"/bi/{view}", headers={"Authorization": authorization})
        require(status == 200 and headers["content-type"].startswith("text/csv"), f"{view} over HTTP: {status} {body[:200]}")
        found[view] = len(pandas.read_csv(io.BytesIO(body), dtype={"kommunkod": str}))
    require(found == login.rows, f"files of {login.scope} have {found}, there are {login.rows}")
    return len(found)


def main(program):
    warnings.filterwarnings("ignore")
    with House(program) as house:
        for scope in (["--municipality", "1495"], ["--district", "vastra-skaraborg"], ["--country"]):
            login = Login(house, *scope)
            counts = {client.__name__: client(login) for client in (sqlalchemy, odbc, adbc)}
            counts["csv_over_http"] = csv_over_http(house, login)
            require(set(counts.values()) == {len(login.rows)}, f"{login.scope}: {counts}")
            print(f"bi_clients: {login.scope}: {len(login.rows)} views, {sum(login.rows.values())} rows by " + ", ".join(counts))


if __name__ == "__main__":
    main(sys.argv[1])
