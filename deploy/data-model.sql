-- docs/data-model.md: each table with its Swedish name, its columns and what they refer to; and the domain's words.
select '# Data model

Every table, as `deploy/renew` reads it from the database: its Swedish name is its comment. A key in **bold** is the primary key; → is what a column
refers to; `?` is a column that may be empty. Who reads and writes what stands beside each policy in `sql/current`.';
with content (schema, place, title) as (
    values ('app', 1, 'Content of municipalities'), ('access', 2, 'Who may enter'), ('audit', 3, 'The change log')
), tables as (
    select c.oid, n.nspname as schema, c.relname as name, obj_description(c.oid, 'pg_class') as comment
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('app', 'access', 'audit')
), columns as (
    select t.oid, string_agg(
        '| ' || case when a.attnum = any (k.conkey) then '**' || a.attname || '**' else a.attname end || case when a.attnotnull then '' else ' ?' end
        || ' | ' || format_type(a.atttypid, a.atttypmod)
        || ' | ' || coalesce((
            select string_agg(distinct '→ ' || f.confrelid::regclass, ', ' order by '→ ' || f.confrelid::regclass) from pg_constraint f
            where f.conrelid = t.oid and f.contype = 'f' and f.conkey[cardinality(f.conkey)] = a.attnum), '') || ' |',
        E'\n' order by a.attnum) as rows
    from tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
    group by t.oid
)
select E'\n## ' || c.title || ' (`' || c.schema || '`)' || string_agg(
    E'\n\n### ' || t.name || E'\n\n' || t.comment || E'.\n\n| column | type | refers to |\n|---|---|---|\n' || l.rows, '' order by t.name collate "C")
from content c join tables t on t.schema = c.schema join columns l on l.oid = t.oid
group by c.schema, c.place, c.title order by c.place;
select E'\n## Words (`app.term`)\n\n| kind | word | in Swedish | what can be done |\n|---|---|---|---|\n' || string_agg(
    '| ' || kind || ' | ' || term || ' | ' || swedish || ' | ' || array_to_string(acts, ', ') || ' |', E'\n' order by kind collate "C", place)
from app.term;
select E'\n## Rights of roles (`access.role_right`)\n\n| right | what it means | whose |\n|---|---|---|\n' || string_agg(
    '| ' || r.may || ' | ' || r.meaning || ' | ' || r.roles || ' |', E'\n' order by r.may collate "C", r.meaning, r.roles)
from (
    select k.may, k.meaning, string_agg(x.role, ', ' order by x.role collate "C") as roles
    from access.known_right k join access.role_right x on x.may = k.may and x.issuer_kind = k.issuer_kind and x.place = k.place
    group by k.may, k.meaning
) r;
