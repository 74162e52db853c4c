#!/usr/bin/env bash
# psqlODBC, the JDBC driver and ADBC list tables and columns that a login has no right to, each unless told otherwise, ADBC always.
#
# What surprises: a login with USAGE on one schema only, and SELECT on its views only, is expected to see that schema in a tool's list of tables:
# information_schema shows it just that. The drivers ask pg_class instead, without a look at rights, so that a tool shows everything that others have,
# by name, and the error comes when it is opened: with a schema for each tenant the list is as long as there are tenants, and names them. psqlODBC leaves
# out what can't be read with AB=0x10 in the connection string, and JDBC with hideUnprivilegedObjects=true; ADBC has no such switch. SQLAlchemy's
# inspector lists what is in the schema that it is asked for, also one without USAGE.
#
# Seen with PostgreSQL 15 of Debian 12, psqlODBC 13.02, JDBC 42.5.5, adbc-driver-postgresql 1.13.0, SQLAlchemy 2.1.9; a login that may read one
# view of two schemas with a view and a table each (so 1 would be right):
#     information_schema 1, ODBC 4, ODBC with AB=0x10 1, JDBC 4, JDBC with hideUnprivilegedObjects 1, ADBC 4, SQLAlchemy in the other schema 1
# Fails when that changes.
# Needs Debian's postgresql, odbc-postgresql, unixodbc, libpostgresql-jdbc-java, default-jdk-headless and python3-venv, and a user other than root for the
# server (here: postgres).
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as_postgres() { if [ "$(id -u)" = 0 ]; then (cd / && setpriv --reuid postgres --regid postgres --clear-groups "$@"); else "$@"; fi; }
finish() {
    as_postgres "$bin/pg_ctl" -D "$work/data" -m immediate -s stop 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
/usr/bin/python3 -m venv "$work/python"
"$work/python/bin/pip" install -q 'pyodbc==5.5.0' 'adbc-driver-postgresql==1.13.0' 'pyarrow==26.0.1' 'SQLAlchemy==2.1.9' 'psycopg[binary]==3.3.9'
chmod 755 "$work"
mkdir "$work/data"
[ "$(id -u)" != 0 ] || chown postgres "$work/data"
as_postgres "$bin/initdb" -D "$work/data" -U finding --locale=C -E UTF8 -A trust --no-sync >/dev/null
as_postgres "$bin/pg_ctl" -D "$work/data" -s -w -o "-p 27447 -c listen_addresses=127.0.0.1 -c unix_socket_directories=" -l /dev/null start
psql -X -q -h 127.0.0.1 -p 27447 -U finding postgres <<'SQL'
create role reader login;
create schema own; create table own.t (a integer); create view own.v as select a from own.t;
create schema other; create table other.t (a integer); create view other.v as select a from other.t;
grant usage on schema own to reader; grant select on own.v to reader;
SQL
cat >"$work/List.java" <<'JAVA'
import java.sql.*;
public class List {
    public static void main(String[] a) throws Exception {
        try (Connection c = DriverManager.getConnection(a[0], "reader", "");
             ResultSet t = c.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "VIEW"})) {
            int n = 0;
            while (t.next()) n++;
            System.out.println(n);
        }
    }
}
JAVA
jdbc() { java -cp /usr/share/java/postgresql.jar "$work/List.java" "jdbc:postgresql://127.0.0.1:27447/postgres$1"; }
cat >"$work/finding.py" <<'PYTHON'
import adbc_driver_postgresql.dbapi, psycopg, pyodbc, sqlalchemy

system = ("pg_catalog", "information_schema", "pg_toast")
url = "postgresql://reader@127.0.0.1:27447/postgres"
with psycopg.connect(url) as c:
    print("information_schema", c.execute("select count(*) from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')").fetchone()[0])
for name, more in (("ODBC", ""), ("ODBC with AB=0x10", "AB=0x10;")):
    with pyodbc.connect("Driver={PostgreSQL Unicode};Server=127.0.0.1;Port=27447;Database=postgres;Uid=reader;" + more) as c:
        print(name, len([row for row in c.cursor().tables() if row.table_schem not in system]))
with adbc_driver_postgresql.dbapi.connect(url) as c:
    catalogs = c.adbc_get_objects(depth="tables").read_all().to_pylist()
    print("ADBC", sum(len(s["db_schema_tables"]) for k in catalogs for s in k["catalog_db_schemas"] or [] if s["db_schema_name"] not in system))
inspector = sqlalchemy.inspect(sqlalchemy.create_engine(url.replace("://", "+psycopg://")))
print("SQLAlchemy in the other schema", len(inspector.get_view_names("other")))
PYTHON
{
    "$work/python/bin/python" "$work/finding.py"
    echo "JDBC $(jdbc '')"
    echo "JDBC with hideUnprivilegedObjects $(jdbc '?hideUnprivilegedObjects=true')"
} >"$work/seen"
cat "$work/seen"
diff - "$work/seen" <<'SEEN'
information_schema 1
ODBC 4
ODBC with AB=0x10 1
ADBC 4
SQLAlchemy in the other schema 1
JDBC 4
JDBC with hideUnprivilegedObjects 1
SEEN
