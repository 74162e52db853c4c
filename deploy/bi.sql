-- docs/bi.md: the views that a BI login sees, out of their comments. After star.sql with the schemas star and data_star.
select '# BI

What analysts read: views in a database of its own, which holds copies of what is established and nothing else: no drafts, no names of contacts, no log.
A login sees the municipalities or the district that it is made for, and all of that without limits: its `search_path` is the schema of its scope, with
plain tables below the views, so that filters, joins and sums are as fast as without any isolation.

The views are the contract: a column keeps its name, its type and its meaning; what changes comes as a new version of the view beside the old one. They
make a star: facts (`fakta_…`) hold what is counted, dimensions (`dim_…`) what it is counted by. From each fact there is one way to each dimension, over
the column of the same name (`forfaller`, `skickad` and `publicerat` go to `dim_datum`). Only the plan that holds for a year has measures, and only reports that count
stand in `fakta_uppfoljning`, so counting rows and summing columns gives the right number. `tema`, `status` and dates have no empty values to join by.

What is established in the service is here within seconds (`uppdaterad` says until when). A day''s end renews what depends on the day.

## psql, or any tool that speaks PostgreSQL

The operator''s `samverkan bi-login add` prints a login, a password and an address, as `postgresql://bi_…@host:5432/samverkan_bi`. Nothing else has to be set.

    select d.ar, d.kvartal, u.enhet, sum(u.antal)
    from fakta_uppfoljning u join dim_datum d using (datum)
    where u.antal is not null group by 1, 2, 3 order by 1, 2, 3;

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
            where k.contype = 'f' and k.conrelid = t.attrelid and k.conkey = array[t.attnum]), '') || ' |', E'\n' order by a.attnum) as rows
    from pg_attribute a
    left join pg_attribute t on t.attrelid = to_regclass('data_star.' || v.name) and t.attname = a.attname
    where a.attrelid = v.oid and a.attnum > 0
) l;
