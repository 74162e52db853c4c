-- docs/bi.md: the views that a BI login sees, out of their comments. After star.sql with the schemas star and data_star.
select '# BI

What analysts read: views in a database of its own, which holds copies of what is established and nothing else: no drafts, no names of contacts, no log.
A login sees the municipalities, the districts or the country that it is made for, and all of that without limits: its `search_path` is the schema of its scope, with
plain tables below the views, so that filters, joins and sums are as fast as without any isolation.

The views are the contract, version 1: a column keeps its name, its place, its type and its meaning. What is new comes behind the others; what means something
else comes as a view of its own beside the old one (`fakta_atgard_v2`), which stays for a year at least. They
make a star: facts (`fakta_…`) hold what is counted, dimensions (`dim_…`) what it is counted by. From each fact there is one way to each dimension, over
the column of the same name (`forfaller`, `skickad` and `publicerat` go to `dim_datum`). Only the plan that holds for a year has measures, and only reports that count
stand in `fakta_uppfoljning`, so counting rows and summing columns gives the right number. `tema`, `status` and dates have no empty values to join by.

What is established in the service is here within seconds (`uppdaterad` says until when). A day''s end renews what depends on the day.

## psql, or any tool that speaks PostgreSQL

The operator''s `samverkan bi-login add` prints a login, a password and an address, as `postgresql://bi_…@host:5432/samverkan_bi`. Nothing else has to be set.

    select d.ar, d.kvartal, u.enhet, sum(u.antal)
    from fakta_uppfoljning u join dim_datum d using (datum)
    where u.antal is not null group by 1, 2, 3 order by 1, 2, 3;

## Power BI

Get data, *PostgreSQL database*: the server and database of the address, *Import*, and under *Database* the login and its password. Of the views that the navigator lists
take those of the login''s own schema (`kommun_…`, `omrade_…`, `landet`). Then *Manage relationships*: from each fact to each dimension over the column that
stands in the last column of the tables below, many to one, one direction; there is never a second way, so none has to be inactive. `dim_datum` is the date table
(*Mark as date table*, `datum`). `brygga_ansvar` stands between `fakta_atgard` and `dim_ansvarig`: let it filter in both directions where a page is by
who is responsible, and count `distinct` measures there.

Where the network lets no database through, each view is a file at a fixed address, with the same login (*Basic*) and the same rows:

    let
        Source = Csv.Document(
            Web.Contents("https://samverkan.example", [RelativePath = "samverkan/v1/bi/fakta_atgard"]),
            [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
        Named = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
        Typed = Table.TransformColumnTypes(Named, {{"ar", Int64.Type}, {"forfaller", type date}, {"planerat_antal", type number}}, "en-US")
    in
        Typed

`kommunkod` stays text, or 0114 becomes 114. A file breaks off when it isn''t read within a minute, and two of a login are sent at once. Neither Power BI nor Excel itself has been tried: what their connectors
are built on has (Npgsql''s questions about types, ODBC, files over HTTPS).

## Excel

*Data*, *From web*, the address of a view with `?delimiter=semicolon` behind it, *Basic* with the login and its password: a Swedish Excel takes the decimal commas as they are. Or *From
other sources*, *ODBC* with psqlODBC: write `AB=0x10` into the connection string (in the dialogue *Extra Opts*), since the driver lists tables that a login has no right to, too.
A pivot table over several views goes by *Data model*, with the relationships of Power BI.

## Superset

*Settings*, *Database connections*, PostgreSQL, the address as SQLAlchemy URI (`postgresql+psycopg2://bi_…:password@host:5432/samverkan_bi`); then a dataset of each view of the
login''s schema. Charts join nothing by themselves: write a virtual dataset, as the query above, or one for each question. Row limits and caching are Superset''s own.

## Other tools

SQLAlchemy with pandas, psqlODBC, JDBC, ADBC with polars and R with dbplyr read all views; SQLAlchemy, psqlODBC, ADBC and the files are tried with every change. Views have no
declared keys: the last column below says what goes where. To ADBC `numeric` is text, and to psqlODBC `boolean` a character (`BoolsAsChar=0` changes it).

## The views';
with v as (
    select c.oid, c.relname as name, obj_description(c.oid, 'pg_class') as comment,
        case when c.relname like 'dim%' then 1 when c.relname like 'fakta%' or c.relname like 'brygga%' then 2 else 3 end as part
    from pg_class c where c.relnamespace = 'star'::regnamespace and c.relkind = 'v'
)
select string_agg(E'\n### ' || v.name || E'\n\n' || v.comment || E'.\n\n| column | type | what it says | goes to |\n|---|---|---|---|\n' || l.rows, E'\n' order by v.part, v.name collate "C")
from v cross join lateral (
    select string_agg('| ' || a.attname || case when t.attnotnull or t.attname is null then '' else ' ?' end || ' | ' || format_type(a.atttypid, a.atttypmod) || ' | '
        || col_description(v.oid, a.attnum) || ' | ' || coalesce((
            select replace(k.confrelid::regclass::text, 'data_star.', '') from pg_constraint k
            where k.contype = 'f' and k.conrelid = t.attrelid and k.conkey = array[t.attnum]), (
            -- What the view takes out of an array has no key; it goes where its name does.
            select d.relname from pg_class d join pg_attribute k on k.attrelid = d.oid and k.attname = a.attname
            where t.attndims > 0 and d.relnamespace = 'data_star'::regnamespace and d.relname = 'dim_' || a.attname), '') || ' |', E'\n' order by a.attnum) as rows
    from pg_attribute a
    left join pg_attribute t on t.attrelid = to_regclass('data_star.' || v.name) and t.attname = a.attname
    where a.attrelid = v.oid and a.attnum > 0
) l;
