"""SQL that somebody could try who has got hold of a login of the service: every table, column, function, setting and catalog
one by one, and statements put together at random. None is meant to succeed with what is not the login's own."""

from scene import CODES, OWN_IDS

# Kinds whose success is no finding by itself: they reach no row. They are counted, so that a change shows.
COUNTED = ("own login", "advisory lock", "table lock", "prepared statement", "temporary object", "large object", "notification", "setting")


class Statements:
    def __init__(self, random, admin, ids, login, is_bi=False):
        self.random, self.ids = random, ids
        schemas = "n.nspname !~ '^(pg_|information_schema)'" if is_bi else "n.nspname in ('app', 'access', 'audit')"
        self.schema = "publisher" if is_bi else "app"
        self.tables, self.granted = {}, {"select": {}, "insert": {}, "update": {}}
        for name, column, kind in admin.execute(f"""
                select n.nspname || '.' || c.relname, a.attname, a.atttypid::regtype::text
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where {schemas} and c.relkind in ('r', 'p', 'v', 'm') order by 1, a.attnum"""):
            self.tables.setdefault(name, []).append((f'"{column}"', kind))
        # What the login has rights on is tried most: the rest is refused before any policy is asked.
        for right, name, column in admin.execute(f"""
                select r.privilege, n.nspname || '.' || c.relname, a.attname
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                cross join (values ('select'), ('insert'), ('update')) r (privilege)
                where {schemas} and c.relkind in ('r', 'p', 'v', 'm') and has_column_privilege(%s, c.oid, a.attnum, r.privilege)
                order by 1, 2, a.attnum""", [login]):
            self.granted[right].setdefault(name, []).append(next(c for c in self.tables[name] if c[0] == f'"{column}"'))
        self.keys = dict(admin.execute(f"""
            select n.nspname || '.' || c.relname, array(select '"' || a.attname || '"' from unnest(i.indkey::smallint[]) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k)
            from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where i.indisprimary and {schemas}"""))
        self.functions = admin.execute(f"""
            select n.nspname || '.' || p.proname, array(select t::regtype::text from unnest(p.proargtypes) t), coalesce(p.proargnames, '{{}}')
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {schemas} order by 1, 2""").fetchall()
        # Where a scope is the first there may be none but the publisher's.
        self.callable = [f for f in self.functions if admin.execute("select has_function_privilege(%s, %s, 'execute')",
            [login, f"{f[0]}({', '.join(f[1])})"]).fetchone()[0]]
        self.settings = [name for name, in admin.execute("select name from pg_settings order by 1")] + ["role", "session_authorization"]
        self.roles = [name for name, in admin.execute("select rolname from pg_roles where rolname !~ '^pg_' order by 1")] + ["pg_read_all_data", "pg_write_all_data",
            "pg_monitor", "none", "default"]
        self.catalogs = [name for name, in admin.execute("""
            select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'v') order by 1""")]
        self.kinds = {
            "select": (self.select, 30), "copy": (self.copy, 5), "cursor": (self.cursor, 4), "explain": (self.explain, 4), "insert": (self.insert, 12),
            "update": (self.update, 9), "delete": (self.delete, 6), "merge": (self.merge, 2), "function": (self.call, 10), "setting": (self.setting, 5),
            "context": (self.context, 6), "role": (self.role, 4), "do block": (self.block, 4), "prepared statement": (self.prepared, 2),
            "temporary object": (self.temporary, 2), "definition": (self.definition, 4), "advisory lock": (self.advisory, 1), "table lock": (self.lock, 2),
            "catalog": (self.catalog, 4), "file": (self.file, 3), "large object": (self.large_object, 2), "notification": (self.notification, 1),
            "own login": (self.own_login, 1), "cast": (self.cast, 4),
        }

    # Which ones

    def walk(self):
        """Every table, column, function, setting, role and catalog, in order."""
        for table, columns in self.tables.items():
            yield "select", f"select * from {table}"
            yield "copy", f"copy (select * from {table}) to stdout"
            yield "select", f"select count(*), min(t::text), max(t::text) from {table} t"
            for column, kind in columns:
                yield "select", f"select {column} from {table}"
                yield "select", f"select string_agg(distinct {column}::text, ' ') from {table} where {column}::text ~ 'kanarie'"
        for index in range(len(self.functions)):
            yield "function", self.call(index)
        for relation in self.catalogs:
            yield "catalog", f"select * from {relation}"
        for name in self.settings:
            yield "setting", self.setting(name)
        for name in self.roles:
            yield "role", self.role(name)

    def any(self):
        """One at random, with its kind."""
        kind = self.random.choices(list(self.kinds), [weight for _, weight in self.kinds.values()])[0]
        return kind, self.kinds[kind][0]()

    # Parts

    def table(self, right="select"):
        """A table and columns of it; mostly those that the login has the right on."""
        tables = self.granted[right] if self.granted[right] and self.random.random() < 0.85 else self.tables
        name = self.random.choice(list(tables))
        return name, tables[name]

    def star(self, table, columns):
        return "*" if len(columns) == len(self.tables[table]) else ", ".join(name for name, _ in columns)

    def column(self, columns):
        return self.random.choice(columns)[0]

    def code(self):
        return self.random.choice(CODES)

    def id(self):
        return self.random.choice(self.ids)

    def value(self, kind, column=""):
        """A literal of a type that could stand in a column."""
        random = self.random
        if column in ('"municipality_code"', '"kommunkod"'):
            return f"'{self.code()}'"
        if random.random() < 0.05:
            return "null"
        if kind == "uuid":
            return f"'{self.id()}'::uuid"
        if kind == "uuid[]":
            return f"array['{self.id()}','{self.id()}']::uuid[]"
        if kind in ("json", "jsonb"):
            return random.choice([f"""'[{{"measure":"{self.id()}","period_start":"2020-05-01","period_end":"2020-05-02","party":"{self.id()}"}}]'::{kind}""",
                f"'[\"{self.id()}\"]'::{kind}", f"'{{}}'::{kind}"])
        if kind == "boolean":
            return random.choice(["true", "false"])
        if kind in ("integer", "bigint", "numeric", "smallint"):
            return random.choice(["0", "1", "2", "99", "-1", "2147483647"]) + f"::{kind}"
        if kind == "date":
            return random.choice(["'2020-05-01'::date", "current_date", "'infinity'::date"])
        if kind == "timestamp with time zone":
            return "now()"
        if kind == "bytea":
            return random.choice(["sha256('x')", "'%PDF-1.7'::bytea"])
        if kind == "bytea[]":
            return "array[sha256('x')]"
        if kind == "text[]":
            return f"array['x', '{self.code()}']"
        if kind.startswith("app."):
            return f"(select x from {kind} x limit 1)"
        if kind == "text":
            return random.choice([f"'{self.code()}'", "'x'", "'draft'", "'adopted'", "'established'", "'signed'", "'plan'", "'agreement'", "'picture'", "'party'", "'done'",
                                  "'vastra-skaraborg'", "'municipality'", "'police'", f"'development:municipality:{self.code()}'", "'coordinator'"])
        return f"null::{kind}"

    def condition(self, columns):
        random = self.random
        column, kind = random.choice(columns)
        return random.choice([
            f"{columns[0][0]}::text = '{self.code()}'", f"{column} = {self.value(kind, column)}", f"{column}::text like 'kanarie%'", f"{column} is not null",
            f"{columns[0][0]}::text = '{self.code()}' and {column}::text::integer = 1", f"1 / (case when {column}::text ~ 'kanarie' then 0 else 1 end) = 1",
            f"({columns[0][0]}, {column}) > ('{self.code()}', {self.value(kind, column)})", f"{columns[0][0]}::text <> '1495'", "true"])

    # Reading

    def select(self):
        random = self.random
        (t, columns), (u, others) = self.table(), self.table()
        c, d, e = self.column(columns), self.column(columns), self.column(others)
        first, second, where = columns[0][0], others[0][0], self.condition(columns)
        star, u_star = self.star(t, columns), self.star(u, others)
        return random.choice([
            f"select {star} from {t} where {where}",
            f"select {c} from {t} order by {d} desc, {c}::text collate \"C\" offset {random.randrange(3)}",
            f"select {c}, count(*), max({d}::text) from {t} group by {c} having count(*) > 0",
            f"select {c}, {d}, count(*) from {t} group by cube ({c}, {d})",
            f"select string_agg({c}::text, ',' order by {d}) from {t} where {where}",
            f"select json_agg(t), array_agg(t::text) from {t} t",
            f"select to_jsonb(t) -> 'text', row_to_json(t), jsonb_path_query(to_jsonb(t), '$.*') from {t} t",
            f"select json_object_agg({c}::text, {d}) from {t} where {c} is not null",
            f"select query_to_xml('select {star} from {t}', true, false, ''), table_to_xml('{t}', true, false, '')",
            "select schema_to_xml('app', true, false, '')",
            f"select first_value({c}) over w, lag({d}) over w, row_number() over w from {t} window w as (order by {c}::text)",
            f"select distinct on ({c}) {star} from {t} order by {c} desc nulls last",
            f"select {star} from {t} where ({first}, {c}) is distinct from (null, null) and {where}",
            f"select {star} from {t} where {c} = any (select {c} from {t}) or exists (select from {u} where {self.condition(others)})",
            f"select (select string_agg({e}::text, ' ') from {u} b where b.{second}::text = a.{first}::text) from {t} a",
            f"select a.*, b.* from {t} a join {u} b on b.{second}::text = a.{first}::text limit 200",
            f"select a.*, b.* from {t} a full join {u} b on b.{second}::text = a.{first}::text and b.{e}::text = a.{c}::text limit 200",
            f"select a.*, b.* from {t} a cross join lateral (select {u_star} from {u} x where x.{second}::text >= a.{first}::text limit 2) b limit 200",
            f"select {c}::text from {t} union all select {e}::text from {u}",
            f"select {c}::text from {t} except select {e}::text from {u} union select {e}::text from {u} intersect select {e}::text from {u}",
            f"select {star} from {t} for {random.choice(['update', 'share', 'no key update', 'key share'])} {random.choice(['', 'skip locked', 'nowait'])}",
            f"with x as materialized (select {star} from {t}), y as not materialized (select * from x where {where}) select * from x, y limit 100",
            f"with recursive r (n, v) as (select 1, max({c}::text) from {t} union all select n + 1, v from r where n < 3) select * from r",
            f"select ctid, xmin, xmax, tableoid::regclass, {star} from {t} where ctid = '(0,{random.randrange(1, 9)})'",
            f"select {star} from {t} tablesample system (100)",
            f"table {t}",
            f"select t.{c}, t from only {t} t where {where}",
            f"values ((select string_agg(t::text, ';') from {t} t))",
            f"select * from json_populate_recordset(null::{t}, (select json_agg(x) from {t} x))",
            f"select regexp_matches({c}::text, 'kanarie.*', 'g') from {t}",
            f"select {c}::text::{random.choice(['integer', 'uuid', 'date', 'jsonb', 'inet', 'xml'])} from {t} where {first}::text = '{self.code()}'",
            f"select ts_stat('select to_tsvector({c}::text) from {t}'), to_tsvector({c}::text) from {t}",
            f"select percentile_disc(0.5) within group (order by {c}::text), mode() within group (order by {d}::text) from {t}",
            f"select count(*) filter (where {where}), bool_or({c}::text ~ 'kanarie') from {t}",
            f"select {c} into strict_copy from {t}",
        ])

    def copy(self):
        t, columns = self.table()
        star = self.star(t, columns)
        return self.random.choice([
            f"copy {t} to stdout", f"copy (select {star} from {t} where {self.condition(columns)}) to stdout (format csv, header)",
            f"copy {t} ({self.column(columns)}) to stdout (format binary)",
            f"copy (insert into {t} select {star} from {t} returning *) to stdout", f"copy {t} from stdin", f"copy (delete from {t} returning *) to stdout",
        ])

    def cursor(self):
        t, columns = self.table()
        star = self.star(t, columns)
        return self.random.choice([
            f"declare k cursor with hold for select {star} from {t}; commit; fetch all k; close k",
            f"declare k scroll cursor for select {star} from {t} where {self.condition(columns)}; move last k; fetch backward 3 k; fetch first k",
            f"declare k cursor for select {star} from {t} for update; fetch k; update {t} set {self.column(columns)} = default where current of k",
            f"declare k cursor for select {star} from {t}; fetch 1 k; delete from {t} where current of k; fetch all k",
            f"declare k no scroll cursor with hold for select {self.column(columns)} from {t}; rollback; fetch all k",
        ])

    def explain(self):
        inner = self.random.choice([self.select, self.update, self.delete, self.insert])()
        return f"explain ({self.random.choice(['analyze, verbose', 'verbose, settings', 'analyze, buffers, format json', 'costs off'])}) {inner}"

    def catalog(self):
        name = self.random.choice(self.catalogs)
        return self.random.choice([
            f"select * from {name}", f"select x::text from {name} x where x::text ~ 'kanarie'", f"select json_agg(x) from {name} x",
            "select * from pg_stats where schemaname = 'app'", "select starelid::regclass, stavalues1::text from pg_statistic",
            "select query, application_name from pg_stat_activity",
            "select * from pg_prepared_statements", "select * from pg_locks", "select * from pg_stats_ext", "select * from pg_cursors", "select * from pg_stat_user_tables",
            "select relname, reltuples from pg_class where relname ~ '^[a-z]'", "select rolname, rolpassword from pg_authid", "select * from pg_shadow",
            "select * from pg_hba_file_rules", "select * from pg_file_settings", "select name, setting from pg_settings", "select * from pg_stat_statements",
            "select polname, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid) from pg_policy", "select * from pg_replication_slots",
            "select pg_get_functiondef(oid) from pg_proc where proname = 'enter'", "select * from pg_user_mappings", "select * from pg_stat_progress_copy"])

    def file(self):
        t, _ = self.table()
        return self.random.choice([
            "select pg_read_file('postgresql.conf')", "select pg_read_binary_file('/etc/passwd')", "select * from pg_ls_dir('.')", "select pg_stat_file('base')",
            "select * from pg_ls_waldir()",
            f"copy {t} to '/tmp/kommunens.csv'", f"copy {t} from '/etc/passwd'", f"copy {t} from program 'cat /etc/passwd'",
            f"copy (select * from {t}) to program 'cat > /dev/null'",
            "select lo_import('/etc/passwd')", "select pg_current_logfile()", f"select pg_relation_filepath('{t}')",
            "select * from dblink('dbname=samverkan', 'select 1') as x (y integer)",
            "load 'dblink'", "create extension dblink", "create extension postgres_fdw", "create extension file_fdw", "create extension adminpack",
            "select pg_file_write('x', 'y', false)", "select * from pg_logical_slot_get_changes('x', null, null)", "select pg_export_snapshot()", "checkpoint",
            "select pg_reload_conf()", "select pg_switch_wal()"])

    # Changing

    def insert(self):
        random = self.random
        t, columns = self.table("insert")
        # Without its own id a copied row is a new one.
        own_id = OWN_IDS.get(t.split(".")[1], t.split(".")[1] + "_id")
        chosen = [columns[0]] + [c for c in columns[1:] if random.random() < (0.5 if c[0] == f'"{own_id}"' else 0.95)]
        names = ", ".join(name for name, _ in chosen)
        values = ", ".join(self.value(kind, name) for name, kind in chosen)
        copied = ", ".join(f"'{self.code()}'" if name == '"municipality_code"' else name for name, _ in chosen)
        c = self.column(columns)
        source = random.choice([f"values ({values})", f"values ({values})", f"select {names} from {t}", f"select {copied} from {t} limit 1",
            f"select {copied} from {t} where {self.condition(columns)}"])
        key = ", ".join(self.keys.get(t, [columns[0][0]]))
        conflict = random.choice(["", "", "on conflict do nothing", f"on conflict ({key}) do update set {c} = excluded.{c}",
            f"on conflict ({key}) do update set {c} = {t.split('.')[1]}.{c}"])
        statement = f"insert into {t} ({names}) {random.choice(['', 'overriding system value '])}{source} {conflict} {random.choice(['', 'returning *'])}"
        return statement if random.random() < 0.8 or not statement.endswith("*") else f"with x as ({statement}) select * from x"

    def update(self):
        random = self.random
        (t, columns), (u, others) = self.table("update"), self.table()
        # The tenant's code is no column to set, but the one to look for.
        columns = [self.tables[t][0], *columns]
        (c, kind), d = random.choice(columns[1:]), self.column(columns)
        return random.choice([
            f"update {t} set {c} = {self.value(kind, c)} where {self.condition(columns)} returning *",
            f"update {t} set {c} = {self.value(kind, c)}",
            f"update {t} set {c} = {c} where {self.condition(columns)} returning {d}",
            f"update {t} set {columns[0][0]} = '{self.code()}' returning *",
            f"update {t} t set {c} = {self.value(kind, c)} from {u} u where u.{others[0][0]}::text = t.{columns[0][0]}::text returning u.*, t.*",
            f"update {t} set ({c}, {d}) = (select {c}, {d} from {t} where {self.condition(columns)} limit 1) returning *",
            f"with x as (update {t} set {c} = {self.value(kind, c)} returning *) select * from x union all select * from x",
        ])

    def delete(self):
        t, columns = self.table()
        u, others = self.table()
        return self.random.choice([
            f"delete from {t} where {self.condition(columns)} returning *", f"delete from {t}", f"delete from {t} where {columns[0][0]}::text = '{self.code()}'",
            f"delete from {t} t using {u} u where u.{others[0][0]}::text = t.{columns[0][0]}::text returning u.*", f"truncate {t} cascade",
            f"with x as (delete from {t} returning *) select * from x"])

    def merge(self):
        t, columns = self.table()
        c, kind = self.random.choice(columns)
        return (f"merge into {t} t using (select 1 as one) u on t.{columns[0][0]}::text = '{self.code()}' when matched then "
                + self.random.choice(["delete", f"update set {c} = {self.value(kind, c)}", "do nothing"]))

    # Functions, settings, roles

    def call(self, index=None):
        name, kinds, names = self.functions[index] if index is not None else self.random.choice(self.callable if self.callable and self.random.random() < 0.8 else self.functions)
        arguments = ", ".join(f"'{self.code()}'" if n < len(names) and names[n] == "p_municipality" else self.value(kind) for n, kind in enumerate(kinds))
        return self.random.choice([f"select {name}({arguments})", f"select * from {name}({arguments})", f"select ({name}({arguments}))::text, {name}({arguments})"])

    def cast(self):
        t, columns = self.table()
        name, kinds, _ = self.random.choice(self.functions)
        return self.random.choice([
            f"select '{t}'::regclass::oid, row_security_active('{t}'), pg_relation_size('{t}')", f"select '{name}'::regproc::oid",
            f"select to_regprocedure('{name}({', '.join(kinds)})')::text",
            f"select null::{t}, (null::{t}).*", f"select ('(1494,{self.id()})')::{t}", f"select row('1494', '{self.id()}')::{t}",
            f"select has_table_privilege('postgres', '{t}', 'select')",
            f"select pg_get_viewdef('{t}'), pg_get_userbyid(10), obj_description('{t}'::regclass)",
            f"select {self.value('text')}::{self.random.choice(['regrole', 'regnamespace', 'regtype', 'xid', 'oid', 'pg_lsn'])}",
            f"select currtid2('{t}', '(0,1)')", f"select pg_column_size(t), hashtext(t::text) from {t} t",
            f"select format('%s', t), concat(t), quote_literal(t::text) from {t} t",
            f"select array_to_string(array(select {self.column(columns)}::text from {t}), ' ')",
            f"select ('{{{self.code()}}}'::text[])[1]::{self.random.choice(['uuid', 'integer', 'json'])}"])

    def setting(self, name=None):
        name = name or self.random.choice(self.settings)
        value = self.random.choice(["on", "off", "0", "1", "-1", "postgres", "samverkan_owner", "replica", "debug5", "app, pg_catalog", "", "default"])
        t, _ = self.table()
        quoted = ".".join(f'"{part}"' for part in name.split("."))
        return self.random.choice([
            f"set {quoted} to {'default' if value == 'default' else repr(value)}; select * from {t}",
            f"select set_config('{name}', '{value}', {self.random.choice(['true', 'false'])}); select * from {t}",
            f"show {quoted}; reset {quoted}; select * from {t}", f"set local {quoted} to {'default' if value == 'default' else repr(value)}; select * from {t}",
            f"update pg_settings set setting = '{value}' where name = '{name}'; select * from {t}"])

    def context(self):
        """A context forged, kept, mended or entered anew."""
        random, (t, columns) = self.random, self.table()
        code, role = self.code(), random.choice(["coordinator", "auditor", "headOfDistrict", "operator", "municipalOfficer"])
        hexadecimal = "0" + role.encode().hex()
        forged = random.choice([f"0,{code},,,{hexadecimal},,,,,0__content_read__content_write__log_read__", f"0,,{code},0766173747261,{hexadecimal},,,,,0__report_police__", "0,",
            "kanin", f"0,{code}"])
        key = random.choice(["", "0" * 64, "00"])
        name = "backtrace_functions"
        return random.choice([
            f"select set_config('{name}', '{forged}', {random.choice(['true', 'false'])}); select * from {t}",
            f"set {name} = '{forged}'; select * from {t}", f"reset {name}; select * from {t}", f"set local {name} to default; select * from {t}",
            f"select set_config('{name}', replace(current_setting('{name}'), '1495', '{code}'), true); select * from {t}",
            f"update pg_settings set setting = '{forged}' where name = '{name}'; select * from {t}",
            f"savepoint a; set local {name} = '{forged}'; rollback to a; set local {name} = '{forged}'; select * from {t} where {self.condition(columns)}",
            f"alter role current_user set {name} = '{forged}'; select * from {t}", f"alter database samverkan set {name} = '{forged}'; select * from {t}",
            f"grant set on parameter {name} to current_user; set {name} = '{forged}'; select * from {t}",
            f"create function pg_temp.f() returns void language sql set {name} = '{forged}' as 'select 1'; select pg_temp.f(); select * from {t}",
            f"commit; begin; select * from {t}; commit; select * from {t}",
            f"select access.enter('{key}', 'development:municipality:{code}', 'coordinator', 'x', '{code}', null); select * from {t}",
            f"select access.enter(k, 'development:municipality:{code}', 'coordinator', 'x,{code}', '{code}', null) from (values (current_setting('{name}')), ('')) s (k)",
            f"discard plans; deallocate all; reset all; select * from {t}",
            f"select access.field(9), access.municipality(), access.visible_municipalities(), current_setting('{name}'); select * from {t} where {columns[0][0]}::text = '{code}'",
            f"set transaction isolation level serializable; select * from {t}",
            f"set constraints all deferred; delete from {t} where {columns[0][0]}::text = '{code}' returning *"])

    def role(self, name=None):
        name = name or self.random.choice(self.roles)
        quoted = name if name in ("none", "default") else f'"{name}"'
        t, columns = self.table()
        then = self.random.choice([f"select * from {t}", f"update {t} set {self.column(columns)} = default", f"delete from {t} returning *",
            "select session_user, current_user"])
        return self.random.choice([f"set role {quoted}; {then}", f"set local role {quoted}; {then}", f"set session authorization {quoted}; {then}",
            f"select set_config('role', '{name}', false); {then}",
                                   f"grant {quoted} to current_user; {then}", f"alter role {quoted} superuser", f"reset session authorization; set role {quoted}; {then}"])

    def own_login(self):
        """What PostgreSQL lets every login do with itself. It would last, and hit everybody who comes by that login."""
        return self.random.choice(["drop owned by current_user", "alter role current_user set statement_timeout = 1", "alter role current_user password 'x'",
                                   "alter role current_user in database samverkan set search_path = pg_temp", "alter role current_user nologin"])

    # What would stay in the session or the database

    def block(self):
        t, columns = self.table()
        c = self.column(columns)
        inner = self.random.choice([self.select, self.update, self.delete, self.insert, self.call])().replace("$$", "")
        return self.random.choice([
            f"do $$ declare r record; begin for r in execute 'select * from {t}' loop raise notice '%', r; end loop; end $$",
            f"do $$ begin execute $q${inner}$q$; exception when others then raise notice '% %', sqlerrm, sqlstate; end $$",
            f"do $$ declare v text; d text; begin insert into {t} ({columns[0][0]}) values ('{self.code()}'); exception when others then get stacked diagnostics v = message_text, d = pg_exception_detail; raise notice '% %', v, d; end $$",
            f"do $$ begin perform set_config('backtrace_functions', '0,{self.code()},', true); raise exception '%', (select string_agg({c}::text, ' ') from {t}); end $$",
            f"do language plpgsql $$ begin update {t} set {c} = {c} where {columns[0][0]}::text = '{self.code()}'; if found then raise notice 'changed'; end if; end $$"])

    def prepared(self):
        t, columns = self.table()
        return self.random.choice([
            f"prepare p as select * from {t}; execute p; deallocate p",
            f"prepare p (text) as delete from {t} where {columns[0][0]}::text = $1 returning *; execute p ('{self.code()}')",
            f"prepare p as select * from {t}; select access.enter('x', null, null, null, '{self.code()}', null); execute p"])

    def temporary(self):
        t, columns = self.table()
        return self.random.choice([
            f"create temp table kept as select * from {t}; select * from kept", f"create temp view seen as select * from {t}; select * from seen",
            "create function pg_temp.f(text) returns boolean language plpgsql cost 0.0001 as 'begin raise notice ''%'', $1; return true; end'",
            f"create temp table measure (like {t}); select * from {t}", "set search_path = pg_temp, app; create temp table agreement (x text)"])

    def definition(self):
        t, columns = self.table()
        name, kinds, _ = self.random.choice(self.functions)
        return self.random.choice([
            f"create view app.seen as select * from {t}", f"create or replace view access.seen as select * from {t}",
            f"create function app.f() returns setof {t} language sql security definer as 'select * from {t}'",
            f"create table access.kept as select * from {t}", f"create materialized view audit.kept as select * from {t}", f"alter table {t} disable row level security",
            f"alter table {t} no force row level security",
            f"alter table {t} owner to current_user", f"alter table {t} disable trigger all", f"drop table {t} cascade", f"drop policy municipality_reads on {t}",
            f"create policy all_read on {t} using (true)", f"alter policy municipality_reads on {t} using (true)", f"grant select on {t} to public",
            f"grant all on all tables in schema app to current_user",
            f"revoke all on {t} from samverkan_owner", f"create trigger mine before insert on {t} for each row execute function audit.record()",
            f"create rule mine as on select to {t} do instead select 1",
            f"alter function {name}({', '.join(kinds)}) security definer", f"drop function {name}({', '.join(kinds)}) cascade",
            f"create index on {t} (({self.column(columns)}::text))", f"create statistics on {columns[0][0]}, {columns[-1][0]} from {t}",
            f"comment on table {t} is 'x'", f"security label on table {t} is 'x'", "create schema mine", "create role mine superuser", "create database mine",
            "alter database samverkan set row_security = off", "alter system set row_security = off",
            "create operator app.=== (leftarg = text, rightarg = text, function = texteq)", "create publication all_of_it for all tables",
            "create event trigger mine on ddl_command_start execute function audit.refuse()", "create language c",
            "create server mine foreign data wrapper postgres_fdw", "reassign owned by samverkan_owner to current_user",
            "alter default privileges grant select on tables to public", f"vacuum {t}", f"analyze {t}", f"cluster {t}", f"reindex table {t}"])

    def advisory(self):
        number = self.random.randrange(1, 9)
        return self.random.choice([f"select pg_advisory_lock({number})", f"select pg_try_advisory_lock({number}), pg_advisory_unlock_all()",
            f"select pg_advisory_xact_lock({number})", f"select pg_try_advisory_xact_lock_shared({number}, 1)"])

    def lock(self):
        t, _ = self.table()
        mode = self.random.choice(["access share", "row share", "row exclusive", "share update exclusive", "share", "share row exclusive", "exclusive", "access exclusive"])
        return f"lock table {t} in {mode} mode nowait"

    def large_object(self):
        return self.random.choice(["select lo_create(0)", "select lo_creat(-1)", "select lo_from_bytea(0, 'x')", "select lo_get(oid) from pg_largeobject_metadata",
            "select * from pg_largeobject",
                                   "select lo_put(1, 0, 'x')", "select lo_open(1, 393216)", "select lo_unlink(oid) from pg_largeobject_metadata",
                                   "select lo_export(1, '/tmp/x')"])

    def notification(self):
        return self.random.choice(["listen samverkan; notify samverkan, 'x'", "select pg_notify('samverkan', 'x')", "listen \"*\"; unlisten *",
            "select pg_listening_channels(), pg_notification_queue_usage()"])
