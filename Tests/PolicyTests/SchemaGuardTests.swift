import Foundation
import Postgres
import TestSupport
import Testing

/// The rules of isolation that the catalog can show. Each query finds what breaks a rule; it must find nothing in the
/// schema as it is, and find the fault that is planted for it.
@Suite struct SchemaGuardTests {
    struct Rule: Sendable, CustomTestStringConvertible {
        let name: String
        /// Rows are violations, the first column says of what.
        let violations: Statement
        /// SQL that breaks the rule, run by the superuser.
        let fault: String
        /// What the violation is called.
        let finds: String

        var testDescription: String { self.name }
    }

    private static let logins =
        "('samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator', 'samverkan_bi', 'samverkan_publisher')"

    static let rules: [Rule] = [
        Rule(
            name: "every table has row-level security, forced",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
                """,
            fault: "alter table app.cause no force row level security", finds: "app.cause"),
        Rule(
            name:
                "primary and unique keys, and indexes, of tenant tables start with municipality_code, or with the district for its overview",
            violations: """
                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'app' and c.relname not in ('police_district', 'term') and coalesce((
                    select a.attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]), '') <> 'municipality_code'
                  and i.indexrelid::regclass::text not in ('app.plan_summary_of_district', 'app.agreement_in_force', 'app.agreement_that_goes_on')
                """,
            fault: "create index planted on app.measure (text)", finds: "app.planted"),
        Rule(
            name: "foreign keys between tenant tables start with municipality_code on both sides",
            violations: """
                select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                join pg_class f on f.oid = k.confrelid
                where k.contype = 'f' and n.nspname = 'app' and f.relname <> 'police_district'
                  and ((select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'municipality_code'
                    or (select attname from pg_attribute where attrelid = k.confrelid and attnum = k.confkey[1]) <> 'municipality_code')
                """,
            fault: """
                create unique index on app.measure (measure_id);
                alter table app.cause add column planted uuid constraint planted references app.measure (measure_id)
                """, finds: "planted"),
        Rule(
            name:
                "no login and no definer is superuser, bypasses row-level security, owns anything or may become another",
            violations: """
                select r.rolname from pg_roles r
                where r.rolname like 'samverkan%' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
                union all
                select r.rolname from pg_roles r join pg_auth_members m on m.member = r.oid
                where r.rolname in ('samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator', 'samverkan_access',
                    'samverkan_audit', 'samverkan_lock', 'samverkan_bi', 'samverkan_publisher')
                union all
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and pg_get_userbyid(c.relowner) <> 'samverkan_owner'
                """,
            fault: "grant samverkan_owner to samverkan_police", finds: "samverkan_police"),
        Rule(
            name: "only the four server logins and the publisher log in; owner and definers never do",
            violations: """
                select r.rolname from pg_roles r where r.rolname like 'samverkan%' and r.rolcanlogin
                  and r.rolname not in ('samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator', 'samverkan_publisher')
                """,
            fault: "alter role samverkan_lock login", finds: "samverkan_lock"),
        Rule(
            name: "nothing is granted to PUBLIC",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
                where n.nspname in ('app', 'access', 'audit') and a.grantee = 0
                union all
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                    aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                where n.nspname in ('app', 'access', 'audit') and a.grantee = 0
                union all
                select n.nspname from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
                where n.nspname in ('app', 'access', 'audit', 'extensions', 'migrator', 'public') and a.grantee = 0
                union all
                select d.datname from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                where d.datname = current_database() and a.grantee = 0
                union all
                select at.attname from pg_attribute at join pg_class c on c.oid = at.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(at.attacl) a
                where n.nspname in ('app', 'access', 'audit') and a.grantee = 0
                """,
            fault: "grant temporary on database test_placeholder to public", finds: "test_placeholder"),
        Rule(
            name:
                "REFERENCES, TRUNCATE, TRIGGER and whole-table INSERT or UPDATE are granted to no login; DELETE on parts of drafts only",
            violations: """
                select n.nspname || '.' || c.relname || ' ' || a.privilege_type from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                    aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
                where n.nspname in ('app', 'access', 'audit') and r.rolname in \(unsafeSQL: logins) and a.privilege_type <> 'SELECT'
                  and not (a.privilege_type = 'DELETE' and r.rolname = 'samverkan_municipality' and (c.relname in ('responsible_party', 'contact', 'meeting_attendance', 'meeting_decision', 'body_meeting', 'word_template')
                        or exists (select from pg_policy d where d.polrelid = c.oid and d.polcmd = 'd' and pg_get_expr(d.polqual, d.polrelid) ~ 'state = ''(draft|previewed)''')
                        or exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'admit' and (t.tgtype & 8) <> 0)))
                """,
            fault: "grant delete on app.follow_up to samverkan_municipality", finds: "app.follow_up DELETE"),
        Rule(
            name: "no login may update municipality_code, or reference a column",
            violations: """
                select c.relname || '.' || at.attname from pg_attribute at join pg_class c on c.oid = at.attrelid join pg_namespace n on n.oid = c.relnamespace,
                    aclexplode(at.attacl) a join pg_roles r on r.oid = a.grantee
                where n.nspname in ('app', 'access', 'audit') and r.rolname in \(unsafeSQL: logins)
                  and ((a.privilege_type = 'UPDATE' and at.attname = 'municipality_code') or a.privilege_type = 'REFERENCES')
                """,
            fault: "grant update (municipality_code) on app.import to samverkan_municipality",
            finds: "import.municipality_code"),
        Rule(
            name: "each policy is permissive, names its readers, and there is one per table, reader and command",
            violations: """
                select schemaname || '.' || tablename || ' ' || policyname from pg_policies
                where schemaname in ('app', 'access', 'audit') and (permissive <> 'PERMISSIVE' or 'public' = any (roles))
                union all
                select p.schemaname || '.' || p.tablename from (
                    select schemaname, tablename, unnest(roles) as reader, cmd from pg_policies where schemaname in ('app', 'access', 'audit')) p
                group by p.schemaname, p.tablename, p.reader, p.cmd having count(*) > 1
                """,
            fault: "create policy planted on app.cause for select using (true)", finds: "app.cause planted"),
        Rule(
            name: "no policy is open to a login without asking for its context",
            violations: """
                select schemaname || '.' || tablename || ' ' || policyname from pg_policies, unnest(roles) as reader
                where schemaname in ('app', 'access', 'audit') and reader in \(unsafeSQL: logins) and reader <> 'samverkan_publisher'
                  and coalesce(qual, '') || coalesce(with_check, '') !~ 'access\\.'
                """,
            fault: "create policy planted on app.import for select to samverkan_police using (true)",
            finds: "app.import planted"),
        Rule(
            name: "BI logins cannot come here, and the publisher reads no setting",
            violations: """
                select 'samverkan_bi' where has_database_privilege('samverkan_bi', current_database(), 'connect')
                union all
                select n.nspname from pg_namespace n where n.nspname in ('app', 'access', 'audit') and has_schema_privilege('samverkan_bi', n.oid, 'usage')
                union all
                select schemaname || '.' || tablename from pg_policies
                where 'samverkan_publisher' = any (roles) and (qual ~ 'current_setting' or qual ~ 'access\\.')
                """,
            fault: "grant connect on database test_placeholder to samverkan_bi", finds: "samverkan_bi"),
        Rule(
            name: "views run with the reader's rights, behind a barrier",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind = 'v'
                  and not (coalesce(c.reloptions, '{}') @> array['security_invoker=true', 'security_barrier=true'])
                """,
            fault:
                "create view app.planted as select a.municipality_code, a.title from app.priority_area a",
            finds: "app.planted"),
        Rule(
            name: "no materialized view, sequence or foreign table where a login may look",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind in ('m', 'S', 'f')
                """,
            fault: "create materialized view app.planted as select 1 as a", finds: "app.planted"),
        Rule(
            name: "definer functions have a pinned search_path and belong to a definer role",
            violations: """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname in ('app', 'access', 'audit') and p.prosecdef
                  and (coalesce(p.proconfig, '{}') = '{}' or not exists (select from unnest(p.proconfig) s where s = 'search_path=pg_catalog, pg_temp')
                    or pg_get_userbyid(p.proowner) not in ('samverkan_access', 'samverkan_audit', 'samverkan_lock'))
                """,
            fault: "create function app.planted() returns integer language sql security definer as 'select 1'",
            finds: "app.planted()"),
        Rule(
            name: "the context is asked for once a statement, in a subselect",
            violations: """
                select tablename || ' ' || policyname from pg_policies where schemaname in ('app', 'access', 'audit')
                  and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), 'SELECT (\\(|access\\.)', '', 'g') ~ 'access\\.(field|has_entered|municipality|district|role|may|coordinated_municipality|visible_[a-z]+)\\('
                """,
            fault:
                "drop policy municipality_reads on app.cause; create policy municipality_reads on app.cause for select to samverkan_municipality using (municipality_code = access.municipality())",
            finds: "cause municipality_reads"),
        Rule(
            name:
                "context functions are STABLE, and but for definers SQL that stands in policies itself and PARALLEL SAFE",
            violations: """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname = 'access' and p.proname not in ('enter', 'enter_feed') and p.prorettype <> 'trigger'::regtype
                  and (p.provolatile <> 's' or not p.prosecdef and p.proname <> 'schema_version'
                    and (p.proparallel <> 's' or p.prolang <> (select oid from pg_language where lanname = 'sql') or p.proconfig is not null))
                """,
            fault: "alter function access.municipality() immutable", finds: "access.municipality()"),
        Rule(
            name: "no login may create anything",
            violations: """
                select r.rolname || ' in ' || n.nspname from pg_roles r, pg_namespace n
                where r.rolname in ('samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator', 'samverkan_bi', 'samverkan_publisher',
                    'samverkan_access', 'samverkan_audit', 'samverkan_lock')
                  and n.nspname in ('app', 'access', 'audit', 'public', 'extensions', 'migrator') and has_schema_privilege(r.oid, n.oid, 'create')
                union all
                select r.rolname || ' temporary' from pg_roles r where r.rolname in \(unsafeSQL: logins) and has_database_privilege(r.oid, current_database(), 'temporary')
                """,
            fault: "grant create on schema app to samverkan_bi", finds: "samverkan_bi in app"),
        Rule(
            name:
                "nobody but its definer reads the server's key",
            violations: """
                select r.rolname || ' ' || t from pg_roles r, unnest(array['access.server_key']) t
                where r.rolname in \(unsafeSQL: logins) and has_any_column_privilege(r.oid, t, 'select')
                """,
            fault: "grant select on access.server_key to samverkan_police", finds: "samverkan_police access.server_key"),
        Rule(
            name: "the context's parameter is a superuser's to set, and samverkan_access's, whom no login can act as",
            violations: """
                select 'anyone' from pg_settings s where s.name = 'backtrace_functions' and (s.context <> 'superuser' or s.setting <> '')
                union all
                select r.rolname from pg_roles r where not r.rolsuper and r.rolname <> 'samverkan_access'
                  and (has_parameter_privilege(r.oid, 'backtrace_functions', 'set') or has_parameter_privilege(r.oid, 'backtrace_functions', 'alter system') or r.rolcanlogin and pg_has_role(r.oid, 'samverkan_access', 'member'))
                union all
                select coalesce(a.grantee::regrole::text, 'public') from pg_parameter_acl p, aclexplode(p.paracl) a
                where p.parname = 'backtrace_functions' and a.privilege_type = 'SET' and a.grantee <> 'samverkan_access'::regrole
                  and not exists (select from pg_roles r where r.oid = a.grantee and r.rolsuper)
                """,
            fault: "grant set on parameter backtrace_functions to samverkan_publisher", finds: "samverkan_publisher"),
        Rule(
            name: "no function but access.enter writes a setting, and no other of its definer's names the context's",
            violations: """
                select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname in ('app', 'access', 'audit') and p.proname <> 'enter'
                  and (p.prosrc ~* 'set_config|set (local )?backtrace' or exists (select from unnest(p.proconfig) c where c like 'backtrace%')
                    or p.prosecdef and p.prosrc like '%backtrace_functions%')
                """,
            fault: """
                create function access.planted(p text) returns text language sql security definer set search_path = pg_catalog, pg_temp
                    as $$ select set_config('backtrace_functions', p, true) $$
                """, finds: "access.planted(text)"),
        Rule(
            name: "nobody reads what else a session has prepared or left open through PostgreSQL's views",
            violations: """
                select r.rolname || ' ' || t from pg_roles r, unnest(array['pg_prepared_statements', 'pg_cursors']) t
                where r.rolname in \(unsafeSQL: logins) and has_any_column_privilege(r.oid, 'pg_catalog.' || t, 'select')
                """,
            fault: "grant select on pg_catalog.pg_cursors to public", finds: "samverkan_police pg_cursors"),
        Rule(
            name:
                "no right to write documents, to see drafts or to read the log can be had by another login than its own",
            violations: """
                select k.may || ' ' || k.issuer_kind || ' ' || k.place from access.known_right k
                where (k.may in ('content.write', 'report.any', 'report.own', 'log.read') and (k.issuer_kind, k.place) <> ('municipality', 'municipality'))
                   or (k.may in ('content.read', 'comment.read', 'comment.write') and k.place <> 'municipality')
                   or (k.may in ('problem.write', 'report.police', 'signature.police', 'proposal.comment', 'round.propose', 'dispatch.receive') and k.issuer_kind <> 'district')
                   or (k.may = 'district.read' and (k.issuer_kind, k.place) <> ('district', 'district'))
                   or (k.may = 'tenants.read' and k.issuer_kind <> 'operator')
                   or k.may not in ('content.read', 'content.write', 'comment.read', 'comment.write', 'report.any', 'report.own', 'report.police',
                        'log.read', 'problem.write', 'signature.police', 'proposal.comment', 'round.propose', 'dispatch.receive', 'district.read', 'tenants.read')
                """,
            fault:
                "insert into access.known_right (issuer_kind, place, may, meaning) values ('district', 'district', 'content.read', 'x')",
            finds: "content.read district district"),
        Rule(
            name: "a role has rights of its own issuer and place only",
            violations: """
                select x.role || ' ' || x.may from access.role_right x
                where not exists (select from access.role r join access.known_right k on k.issuer_kind = r.issuer_kind and k.place = r.place
                    where r.role = x.role and k.may = x.may)
                """,
            fault: """
                alter table access.role_right drop constraint role_right_issuer_kind_place_may_fkey, drop constraint role_right_role_issuer_kind_place_fkey;
                insert into access.role_right (role, issuer_kind, place, may) values ('headOfDistrict', 'municipality', 'municipality', 'content.write')
                """, finds: "headOfDistrict content.write"),
        Rule(
            name: "nobody but the owner writes roles and rights, and no login reads them",
            violations: """
                select r.rolname || ' ' || t from pg_roles r, unnest(array['access.role', 'access.known_right', 'access.role_right']) t
                where r.rolname like 'samverkan%' and r.rolname <> 'samverkan_owner'
                  and (has_any_column_privilege(r.oid, t, 'insert, update, references') or has_table_privilege(r.oid, t, 'delete, truncate, trigger')
                    or (r.rolname in \(unsafeSQL: logins) and has_any_column_privilege(r.oid, t, 'select')))
                """,
            fault: "grant insert (role, issuer_kind, place, may) on access.role_right to samverkan_access",
            finds: "samverkan_access access.role_right"),
        Rule(
            name: "BI logins have no right on any table, and the police don't read who recorded",
            violations: """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind = 'r' and has_any_column_privilege('samverkan_bi', c.oid, 'select, insert, update, references')
                union all
                select 'recorded_by' where has_column_privilege('samverkan_police', 'app.follow_up', 'recorded_by', 'select')
                """,
            fault: "grant select (title) on app.priority_area to samverkan_bi", finds: "priority_area"),
        Rule(
            name:
                "the publisher reads what is established only: of each document by its state, of what hangs below it by the document",
            violations: """
                select tablename || ' ' || policyname from pg_policies
                where 'samverkan_publisher' = any (roles) and tablename not in ('municipality', 'municipality_district', 'population', 'police_district', 'term')
                  and (cmd <> 'SELECT' or qual !~ case when tablename in ('agreement', 'plan_summary', 'promise', 'report') then 'state'
                    else 'FROM app\\.(plan_summary|promise|report|responsibility|unplanned_work) ' end)
                """,
            fault: "create policy planted on app.import for select to samverkan_publisher using (true)",
            finds: "import planted"),
        Rule(
            name:
                "the publisher may write nothing, and read no contact, signature, import, comment, log or who recorded or prepared",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind = 'r'
                  and (has_any_column_privilege('samverkan_publisher', c.oid, 'insert, update, references') or has_table_privilege('samverkan_publisher', c.oid, 'delete')
                    or (n.nspname <> 'app' or c.relname in ('contact', 'adopted_contact', 'signature', 'import', 'comment', 'attachment', 'meeting', 'group_member', 'search_entry'))
                      and has_any_column_privilege('samverkan_publisher', c.oid, 'select'))
                union all
                select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'app' and c.relkind = 'r' and a.attnum > 0 and a.attname ~ '(_by|contact_id|_reason)$' and a.attname <> 'adopted_by'
                  and has_column_privilege('samverkan_publisher', c.oid, a.attnum, 'select')
                """,
            fault: "grant select (recorded_by) on app.follow_up to samverkan_publisher", finds: "follow_up.recorded_by"),
        Rule(
            name: "every policy for the police begins with the municipalities they may see anything of",
            violations: """
                select tablename || ' ' || policyname from pg_policies, unnest(roles) as reader
                where schemaname = 'app' and cmd = 'SELECT' and tablename not in ('police_district', 'term')
                  and reader = 'samverkan_police' and tablename not in ('municipality', 'contact') and qual !~ '^\\(\\(municipality_code = ANY \\(\\( SELECT access.visible_municipalities'
                  and qual !~ '^\\(+\\s*CASE\\s+WHEN \\(municipality_code >= \\( SELECT access.visible_from'
                """,
            fault:
                "drop policy police_reads on app.cause; create policy police_reads on app.cause for select to samverkan_police using ((municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.action_plan p))",
            finds: "cause police_reads"),
        Rule(
            name:
                "what is seen between the first and the last municipality is seen with a document that is held to the list of them",
            violations: """
                select tablename || ' ' || policyname from pg_policies
                where schemaname = 'app' and roles = '{samverkan_police}' and qual ~ '^\\(+\\s*CASE\\s+WHEN \\(municipality_code >= \\( SELECT access.visible_from'
                  and case when tablename in ('plan_summary', 'agreement') then qual !~ 'district.read.*OR \\(municipality_code = ANY \\(\\( SELECT access.visible_municipalities'
                    else qual !~ 'app.(plan_summary|agreement|promise|promise_outcome|report|responsibility) ' end
                """,
            fault: """
                drop policy police_reads on app.agreement; create policy police_reads on app.agreement for select to samverkan_police
                    using (case when municipality_code >= (select access.visible_from()) then municipality_code <= (select access.visible_until()) end
                        and state not in ('draft', 'withdrawn') and district_code = (select access.district()))
                """,
            finds: "agreement police_reads"),
        Rule(
            name: "what is seen by its plan looks at the summaries of those municipalities only",
            violations: """
                select tablename || ' ' || policyname from pg_policies
                where not 'samverkan_publisher' = any (roles) and qual ~ 'plan_summary' and qual !~ 'plan_summary p\\s+WHERE \\(\\(p.municipality_code >= \\( SELECT access.visible_from[^)]*\\) AS visible_from\\)\\) AND \\(p.municipality_code <= \\( SELECT access.visible_until'
                """,
            fault:
                "drop policy police_reads on app.cause; create policy police_reads on app.cause for select to samverkan_police using (municipality_code = any ((select access.visible_municipalities())::text[]) and (municipality_code, plan_id) in (select p.municipality_code, p.plan_id from app.plan_summary p))",
            finds: "cause police_reads"),
        Rule(
            name: "what a definer reads for a rule it reads after row-level security has spoken",
            violations: """
                select t.tgrelid::regclass || ' ' || t.tgname from pg_trigger t join pg_proc p on p.oid = t.tgfoid
                where not t.tgisinternal and p.prosecdef and (t.tgtype & 2) = 2
                """,
            fault:
                "create trigger planted before insert on app.cause for each row execute function app.admit_plan_part()",
            finds: "app.cause planted"),
        Rule(
            name: "every tenant table is audited, every log refuses change",
            violations: """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname = 'app' and c.relkind = 'r' and c.relname not in ('measure_status', 'responsibility_status', 'plan_summary', 'search_entry')
                  and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'audit' and t.tgenabled = 'O')
                union all
                select 'audit.change' where not exists (select from pg_trigger t where t.tgrelid = 'audit.change'::regclass and t.tgname = 'append_only')
                """,
            fault: "alter table app.promise disable trigger audit", finds: "promise"),
        Rule(
            name: "nobody holds advisory locks, exports snapshots or writes large objects: they share what all need",
            violations: """
                select p.oid::regprocedure::text from pg_proc p
                where p.pronamespace = 'pg_catalog'::regnamespace and has_function_privilege('public', p.oid, 'execute')
                  and (p.proname ~ '^pg_(try_)?advisory_(xact_)?lock' or p.proname in ('pg_export_snapshot', 'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_open', 'lo_put', 'lowrite', 'lo_truncate', 'lo_truncate64', 'lo_import', 'lo_export'))
                """,
            fault: "grant execute on function pg_try_advisory_xact_lock_shared(integer, integer) to public",
            finds: "pg_try_advisory_xact_lock_shared(integer,integer)"),
        Rule(
            name: "nobody reads what else a session has prepared or left open",
            violations: """
                select p.oid::regprocedure::text || ' ' || r.rolname from pg_proc p, pg_roles r
                where p.pronamespace = 'pg_catalog'::regnamespace and p.proname in ('pg_prepared_statement', 'pg_cursor')
                  and r.rolname in \(unsafeSQL: logins) and has_function_privilege(r.oid, p.oid, 'execute')
                """,
            fault: "grant execute on function pg_cursor() to samverkan_bi", finds: "pg_cursor() samverkan_bi"),
        Rule(
            name: "nobody but the owner writes in plpgsql",
            violations: """
                select r.rolname from pg_roles r where r.rolname in \(unsafeSQL: logins) and has_language_privilege(r.oid, 'plpgsql', 'usage')
                """,
            fault: "grant usage on language plpgsql to public", finds: "samverkan_police"),
        Rule(
            name: "each login has a limit of temporary files, and no settings but those that migrate gives",
            violations: """
                select r.rolname from pg_roles r left join pg_db_role_setting s on s.setrole = r.oid
                    and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
                where r.rolname in ('samverkan_municipality', 'samverkan_police', 'samverkan_public', 'samverkan_operator')
                  and (s.setconfig is distinct from array['temp_file_limit=1GB'] or s.setdatabase <> 0)
                """,
            fault: "alter role samverkan_police set default_transaction_read_only = on", finds: "samverkan_police"),
        Rule(
            name: "no login comes into the cluster's other databases, from where it would share the same locks",
            violations: """
                select d.datname from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
                where d.datname in ('postgres', 'template1') and a.grantee = 0 and a.privilege_type = 'CONNECT'
                """,
            fault: "grant connect on database postgres to public", finds: "postgres"),
        Rule(
            name: "every table has a Swedish name in its comment",
            violations: """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('app', 'access', 'audit') and c.relkind in ('r', 'v') and obj_description(c.oid, 'pg_class') is null
                """,
            fault: "comment on table app.population is null", finds: "app.population"),
    ]

    @Test("The schema keeps the rule", arguments: rules)
    func theSchemaKeepsTheRule(_ rule: Rule) async throws {
        let database = try await TestCluster.shared.value.database()
        let found = try database.administrator().run([rule.violations])[0].compactMap { $0[0] }
        #expect(found == [])
    }

    /// The same query finds the fault it is there for. Roles belong to the whole cluster, so all in one transaction.
    @Test("The rule finds the planted fault", arguments: rules)
    func theRuleFindsThePlantedFault(_ rule: Rule) async throws {
        let database = try await TestCluster.shared.value.database()
        let connection = try database.administrator()
        try connection.run(
            unsafeScript: "begin; " + rule.fault.replacingOccurrences(of: "test_placeholder", with: database.name))
        let found = try connection.run([rule.violations])[0].compactMap { $0[0] }
        try connection.run(unsafeScript: "rollback")
        #expect(
            found.contains(rule.finds.replacingOccurrences(of: "test_placeholder", with: database.name)),
            "found \(found)")
    }
}
