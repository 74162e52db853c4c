CREATE SCHEMA access;
COMMENT ON SCHEMA access IS 'Vem som får komma in, som vad, och till när någon väntar på svaret';
CREATE SCHEMA app;
COMMENT ON SCHEMA app IS 'Kommunernas innehåll: varje tabell börjar med kommunkoden';
CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Ändringslogg som bara kan växa';
CREATE SCHEMA extensions;
CREATE COLLATION app.swedish (provider = icu, locale = 'sv');
COMMENT ON COLLATION app.swedish IS 'Svensk bokstavsordning';
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA extensions;
COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';
CREATE FUNCTION access.actor() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.complete_grant() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.complete_grants() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.coordinated_municipality() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.district() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.field(p_place integer) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.follow_merge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.has_entered() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.held_grants() RETURNS TABLE(role text, municipality_code text, district_code text, responsible_party_ids uuid[], reports boolean, signs boolean, seen_district_code text)
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION access.issuer() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.may(p_right text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.municipality() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.packed(p_text text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.reports() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.responsible_parties() RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.role() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.schema_version() RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
COMMENT ON FUNCTION access.schema_version() IS 'Schemats version: den senaste migreringens namn';
CREATE FUNCTION access.subject() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.unpacked(p_field text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.visible_from() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.visible_municipalities() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION access.visible_until() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.acknowledge_report(p_municipality text, p_report uuid, p_on date, p_by text, p_number text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.add_months(p_day date, p_months integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.added_quantity(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.admit_agreement_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_approval() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_comment() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_dispatch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_follow_up() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_indicator_value() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_picture_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_picture_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_plan_basis() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_plan_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_prolongation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_promise() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_promise_outcome() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_promise_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_report() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_report_decision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_report_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_responsibility() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_revision() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_round() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_signature() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.admit_unplanned_work() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.adopt_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.approvers(p_promisor text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_agreement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_dispatch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean DEFAULT true) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_picture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_report() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.begin_round_proposal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_agreement_v3(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_annexes_v2(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_annexes_v3(p_municipality text, p_agreement uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_plan_v2(p_municipality text, p_plan uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_promise_v2(p_municipality text, p_promise uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_report(p_municipality text, p_report uuid) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.canonical_report_v1(p_municipality text, p_report uuid) RETURNS text
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb, p_whose boolean DEFAULT false) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.count_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.count_status(p_municipality text, p_plan uuid, p_was text, p_status text, p_latest_on date, p_latest_party uuid, p_unit text, p_quantity numeric, p_approximate boolean) RETURNS void
    LANGUAGE plpgsql
    AS …;
CREATE FUNCTION app.count_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE TABLE app.plan_summary (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    district_code text NOT NULL,
    agreement_state text NOT NULL,
    state text NOT NULL,
    year integer NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    adopted_on date,
    revises_plan_id uuid,
    measures integer DEFAULT 0 NOT NULL,
    not_started integer DEFAULT 0 NOT NULL,
    ongoing integer DEFAULT 0 NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    partly_done integer DEFAULT 0 NOT NULL,
    not_done integer DEFAULT 0 NOT NULL,
    cancelled integer DEFAULT 0 NOT NULL,
    police_measures integer DEFAULT 0 NOT NULL,
    latest_on date,
    quantities jsonb DEFAULT '{}'::jsonb NOT NULL,
    due_on date[] DEFAULT '{}'::date[] NOT NULL,
    due_measures integer[] DEFAULT '{}'::integer[] NOT NULL,
    version integer NOT NULL,
    is_answered boolean NOT NULL,
    mark uuid DEFAULT gen_random_uuid() NOT NULL,
    party_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    contact_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    themes jsonb DEFAULT '[]'::jsonb NOT NULL,
    police_party_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL
);
ALTER TABLE ONLY app.plan_summary FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.plan_summary IS 'Handlingsplanen i siffror (härledd): läge, antal åtgärder efter status, mängder och dagar';
CREATE FUNCTION app.counted_plan(p_municipality text, p_plan uuid) RETURNS SETOF app.plan_summary
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.counted_plans(p_municipality text, p_plan uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.counted_themes(p_municipality text, p_plan uuid, p_end date) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.day_before(p_day date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.deadlines() RETURNS TABLE(municipality_code text, kind text, key text, due_on date, due_at time without time zone, starts_on date, text text, about text, about_id uuid, parent_id uuid, is_open boolean, is_assumed boolean)
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.derive_has_indicators() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.uuidv7() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE TABLE app.follow_up (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    follow_up_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid,
    corrects_follow_up_id uuid,
    period_start date NOT NULL,
    period_end date NOT NULL,
    status text,
    text text,
    reason text,
    quantity numeric,
    unit text,
    approximate boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    lineage_id uuid NOT NULL,
    transferred_from_id uuid,
    CONSTRAINT follow_up_check CHECK ((period_end >= period_start)),
    CONSTRAINT follow_up_check1 CHECK ((corrects_follow_up_id <> follow_up_id)),
    CONSTRAINT follow_up_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT follow_up_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT follow_up_reason_required CHECK (((status <> ALL (ARRAY['notDone'::text, 'partlyDone'::text, 'cancelled'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT follow_up_status_check CHECK ((status = ANY (ARRAY['notStarted'::text, 'ongoing'::text, 'done'::text, 'partlyDone'::text, 'notDone'::text, 'cancelled'::text]))),
    CONSTRAINT follow_up_text_check CHECK ((text <> ''::text)),
    CONSTRAINT follow_up_unit_check CHECK ((unit <> ''::text)),
    CONSTRAINT follow_up_withdrawal CHECK (((status IS NOT NULL) OR ((corrects_follow_up_id IS NOT NULL) AND (reason IS NOT NULL) AND (text IS NULL) AND (quantity IS NULL))))
);
ALTER TABLE ONLY app.follow_up FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.follow_up IS 'Uppföljning: skrivs en gång, kan rättas av en senare';
CREATE FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.derive_problem_ids() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.derive_status() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.derived_status(p_statuses text[]) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.discard(p_kind text, p_municipality text, p_id uuid, p_expected integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.discard_import(p_municipality text, p_import uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.drop_party_names() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.due_measures(p_municipality text, p_plan uuid, p_end date, OUT due_on date[], OUT due_measures integer[]) RETURNS record
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.easter(p_year integer) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.establish_picture() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.first_recorded_at(p_municipality text, p_corrects uuid, p_recorded_at timestamp with time zone) RETURNS timestamp with time zone
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.forget_party_names() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.generate_report(p_municipality text, p_report uuid, p_expected integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.go_on(p_new app.follow_up) RETURNS boolean
    LANGUAGE plpgsql
    AS …;
CREATE FUNCTION app.grown(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.guard_action_plan() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_agreement() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_dispatch() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_import_state() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_party() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_picture() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_prolongation() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_promise() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.guard_report() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.hold_proposal(p_kind text, p_municipality text, p_id uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.is_day_off(p_day date) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.is_open_year(p_municipality text, p_plan uuid) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.is_version(p_version integer, p_expected integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_adopted_name() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_attachment_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_district() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_former_name() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_party_name(p_municipality text, p_party uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_rounds_within() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.keep_search_entry() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.last_workday(p_day date) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.make_rounds(p_municipality text, p_plan uuid, p_pattern text, p_days integer, p_last_days integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) RETURNS boolean
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE TABLE app.measure (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid NOT NULL,
    cause_id uuid,
    "position" integer NOT NULL,
    lineage_id uuid DEFAULT app.uuidv7() NOT NULL,
    text text NOT NULL,
    planned_follow_up text,
    target text,
    schedule text,
    notes text,
    starts_on date,
    ends_on date,
    quantity numeric,
    unit text,
    CONSTRAINT measure_dates CHECK ((ends_on >= starts_on)),
    CONSTRAINT measure_position_check CHECK (("position" > 0)),
    CONSTRAINT measure_quantity CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT measure_text_check CHECK ((text <> ''::text)),
    CONSTRAINT measure_unit_check CHECK ((unit <> ''::text))
);
ALTER TABLE ONLY app.measure FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.measure IS 'Åtgärd; behåller sin härstamning (lineage) från år till år';
CREATE FUNCTION app.measure_content(p_measure app.measure) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.member_name(p_column text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.move_commentaries(p_municipality text, p_report uuid, p_plan uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.name_key(p_name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.notice_day(p_end date, p_notice integer) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.party_now(p_municipality text, p_party uuid) RETURNS TABLE(party_id uuid, name text, kind text, form text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.permitted_acts(p_kind text, p_state text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.plan_approvers(p_municipality text, p_plan uuid) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.plan_changes(p_municipality text, p_plan uuid, p_against uuid DEFAULT NULL::uuid) RETURNS TABLE(lineage_id uuid, change text, measure_id uuid, revised_measure_id uuid, text text, fields jsonb, reason text, place integer)
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.possible_transitions(p_kind text, p_state text) RETURNS text[]
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.problem_successors(p_municipality text, p_picture uuid) RETURNS TABLE(was_id uuid, now_id uuid)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) RETURNS date
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.promise_versions(p_municipality text, p_promise uuid) RETURNS uuid[]
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.proposal_acts(p_kind text, p_state text, p_promisor text, p_approved text[], p_returned_by text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.refuse_discarding(p_kind text, p_state text, p_version integer) RETURNS boolean
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.refuse_parts(p_missing jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.rename_contact() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.rename_party(p_municipality text, p_party uuid, p_name text, p_expected integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.rename_responsibility() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.renew_feed(p_secret_sha256 bytea) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_acts(p_municipality text, p_report uuid, p_state text) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_content(p_municipality text, p_plan uuid) RETURNS jsonb
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_document_v1(p_frame jsonb) RETURNS text
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_follow_ups(p_municipality text, p_lineage uuid, p_plans uuid[]) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_form() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.report_indicator_v1(p_indicator jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_indicators(p_municipality text, p_plan uuid, p_area uuid, p_until date) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_number_v1(p_number numeric) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.report_statuses(p_now text[], p_before text[]) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_sums_v1(p_sums jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_unplanned_work(p_municipality text, p_plan uuid, p_plans uuid[], p_area uuid) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.report_work_v1(p_work jsonb) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_drop_reason() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_own_indicator_lineage() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_own_lineage() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_round(p_municipality text, p_measure uuid, p_round uuid, p_start date, p_end date) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_row(p_count bigint, p_sqlstate text DEFAULT 'SV404'::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) RETURNS void
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.require_unused() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.revise_promise(p_municipality text, p_promise uuid, p_new uuid, p_start date, p_end date, p_reason text, p_prolongs boolean) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.revise_report(p_municipality text, p_report uuid, p_new uuid, p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE TABLE app.search_entry (
    municipality_code text NOT NULL,
    kind text NOT NULL,
    entry_key text NOT NULL,
    entry_id uuid NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    area_id uuid,
    measure_id uuid,
    promise_id uuid,
    report_id uuid,
    party_id uuid,
    year integer,
    text text NOT NULL,
    vector tsvector NOT NULL,
    CONSTRAINT search_entry_kind_check CHECK ((kind ~ '^[a-z][A-Za-z]+$'::text)),
    CONSTRAINT search_entry_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.search_entry FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.search_entry IS 'Sökord: varje text som kan hittas, härledd av raden som den hör till';
CREATE FUNCTION app.search_entry_of(p_kind text, p_id text, p_more text, p_columns text[], p_row jsonb) RETURNS app.search_entry
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.search_query(p_text text) RETURNS TABLE(query tsquery, years integer[], stems text[])
    LANGUAGE plpgsql IMMUTABLE ROWS 1 PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.search_stems(p_words text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.search_vector(p_text text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.search_words(p_text text, p_compounds boolean) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.signed_form() RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.speaks_for(p_party uuid, p_kind text) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
CREATE FUNCTION app.spoken_for(p_municipality text, p_measure uuid) RETURNS jsonb
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_attachment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_comment() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_follow_up() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_import() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_recorder() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_signature() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.stamp_word_template() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.standing_plan(p_municipality text, p_plan uuid) RETURNS uuid
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.star_documents(p_municipality text, p_plans uuid[], p_agreements uuid[], p_duties boolean) RETURNS TABLE(kind text, document_id uuid, district_codes text[])
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
CREATE FUNCTION app.star_of_agreement(p_municipality text, p_agreement uuid) RETURNS TABLE(tabell text, rader json)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
CREATE FUNCTION app.star_of_duties(p_municipality text) RETURNS TABLE(tabell text, rader json)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.star_of_municipality(p_municipality text) RETURNS TABLE(tabell text, rader json)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
CREATE FUNCTION app.star_of_municipality_document(p_municipality text) RETURNS TABLE(tabell text, rader json)
    LANGUAGE sql STABLE PARALLEL RESTRICTED
    AS …;
CREATE FUNCTION app.star_of_plan(p_municipality text, p_plan uuid, p_lineages uuid[] DEFAULT NULL::uuid[]) RETURNS TABLE(tabell text, rader json)
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.status_kind(p_kind text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.statutory_duties(p_municipality text) RETURNS TABLE(place integer, duty text, paragraph text, met_by text, met_on date, about text, about_id uuid, due_on date, status text)
    LANGUAGE plpgsql STABLE PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.summarise_changed_plans() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.summarise_plan() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.summarise_plans(p_municipality text, p_plans uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.summarise_plans_below() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.swedish(p_kind text, p_term text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.take_over_rounds(p_municipality text, p_plan uuid, p_proposal uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS …;
CREATE FUNCTION app.transfer_follow_up(p_municipality text, p_lineage uuid, p_follow_up uuid, p_withdrawal uuid, p_new uuid, p_measure uuid, p_party uuid, p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.void_signatures() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION app.withdraw_prolongation() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.changed_documents(p_municipality text, p_sequence bigint, p_hash text) RETURNS TABLE(is_whole boolean, plan_ids uuid[], agreement_ids uuid[], has_duties boolean, lineages uuid[])
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.digested(p_row jsonb, p_personal text[], p_salts bytea[]) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.heads() RETURNS TABLE(municipality_code text, sequence bigint, hash text)
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.link_hash(p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamp with time zone, p_issuer text, p_subject text, p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb) RETURNS bytea
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.record() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE FUNCTION audit.refuse() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS …;
CREATE TEXT SEARCH DICTIONARY app.swedish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'swedish' );
CREATE TEXT SEARCH CONFIGURATION app.swedish_words (
    PARSER = pg_catalog."default" );
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR asciiword WITH app.swedish_stem;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR word WITH app.swedish_stem;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR hword_part WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR hword_asciipart WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR asciihword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR hword WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION app.swedish_words
    ADD MAPPING FOR uint WITH simple;
CREATE TABLE access.calendar_feed (
    issuer text NOT NULL,
    subject text NOT NULL,
    name text NOT NULL,
    secret_sha256 bytea,
    revoked_sha256 bytea,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT calendar_feed_revoked_sha256_check CHECK ((octet_length(revoked_sha256) = 32)),
    CONSTRAINT calendar_feed_secret_sha256_check CHECK ((octet_length(secret_sha256) = 32))
);
ALTER TABLE ONLY access.calendar_feed FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.calendar_feed IS 'Kalenderadress: en persons hemliga adress till sina tidsfrister';
CREATE TABLE access.caller_grant (
    grant_id uuid DEFAULT app.uuidv7() NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    role text NOT NULL,
    municipality_code text,
    district_code text,
    responsible_party_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    valid_from date DEFAULT CURRENT_DATE NOT NULL,
    valid_until date,
    place text GENERATED ALWAYS AS (
CASE
    WHEN (municipality_code IS NOT NULL) THEN 'municipality'::text
    WHEN (district_code IS NOT NULL) THEN 'district'::text
    ELSE 'service'::text
END) STORED NOT NULL,
    issuer_kind text,
    issuer_district_code text,
    has_parties boolean DEFAULT false NOT NULL,
    rights text,
    CONSTRAINT caller_grant_check CHECK ((valid_until >= valid_from)),
    CONSTRAINT caller_grant_check1 CHECK (((municipality_code IS NULL) OR (district_code IS NULL))),
    CONSTRAINT caller_grant_rights_check CHECK ((rights ~ '^0__[a-z_]*__$'::text)),
    CONSTRAINT caller_grant_subject_check CHECK ((subject <> ''::text))
);
ALTER TABLE ONLY access.caller_grant FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.caller_grant IS 'Behörighet: vem (utfärdare och identitet) som får komma in, i vilken roll och var';
CREATE TABLE access.idempotency_key (
    municipality_code text NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    made text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_key_key_check CHECK (((char_length(key) >= 1) AND (char_length(key) <= 255))),
    CONSTRAINT idempotency_key_made_check CHECK ((char_length(made) <= 20000))
);
ALTER TABLE ONLY access.idempotency_key FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.idempotency_key IS 'Nycklar som gör att en upprepad begäran inte skapar något en gång till';
CREATE TABLE access.issuer (
    issuer text NOT NULL,
    kind text NOT NULL,
    municipality_code text,
    district_code text,
    CONSTRAINT issuer_check CHECK (((kind = 'municipality'::text) = (municipality_code IS NOT NULL))),
    CONSTRAINT issuer_check1 CHECK (((kind = 'district'::text) = (district_code IS NOT NULL))),
    CONSTRAINT issuer_issuer_check CHECK ((issuer <> ''::text)),
    CONSTRAINT issuer_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'district'::text, 'operator'::text])))
);
ALTER TABLE ONLY access.issuer FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.issuer IS 'Utfärdare av intyg (OpenID Connect): vems användare den talar för';
CREATE TABLE access.known_right (
    issuer_kind text NOT NULL,
    place text NOT NULL,
    may text NOT NULL,
    meaning text NOT NULL,
    CONSTRAINT known_right_may_check CHECK ((may ~ '^[a-z]+\.[a-z]+$'::text)),
    CONSTRAINT known_right_meaning_check CHECK ((meaning <> ''::text))
);
ALTER TABLE ONLY access.known_right FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.known_right IS 'Rättighet: vem som alls kan ha den, och vad den betyder';
CREATE TABLE access.role (
    role text NOT NULL,
    issuer_kind text NOT NULL,
    place text NOT NULL,
    has_parties boolean DEFAULT false NOT NULL,
    CONSTRAINT role_check CHECK (((NOT has_parties) OR ((issuer_kind = 'municipality'::text) AND (place = 'municipality'::text)))),
    CONSTRAINT role_check1 CHECK ((((((issuer_kind = 'municipality'::text) AND (place = 'municipality'::text)) OR ((issuer_kind = 'district'::text) AND (place = 'municipality'::text))) OR ((issuer_kind = 'district'::text) AND (place = 'district'::text))) OR ((issuer_kind = 'operator'::text) AND (place = 'service'::text)))),
    CONSTRAINT role_issuer_kind_check CHECK ((issuer_kind = ANY (ARRAY['municipality'::text, 'district'::text, 'operator'::text]))),
    CONSTRAINT role_place_check CHECK ((place = ANY (ARRAY['municipality'::text, 'district'::text, 'service'::text]))),
    CONSTRAINT role_role_check CHECK ((role ~ '^[a-z][A-Za-z]{1,62}$'::text))
);
ALTER TABLE ONLY access.role FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.role IS 'Roll: vems användare som kan ha den, var den gäller och om den gäller vissa ansvariga';
CREATE TABLE access.role_right (
    role text NOT NULL,
    issuer_kind text NOT NULL,
    place text NOT NULL,
    may text NOT NULL
);
ALTER TABLE ONLY access.role_right FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.role_right IS 'Vad en roll får göra';
CREATE TABLE access.server_key (
    only_row boolean DEFAULT true NOT NULL,
    sha256 bytea NOT NULL,
    CONSTRAINT server_key_only_row_check CHECK (only_row)
);
ALTER TABLE ONLY access.server_key FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE access.server_key IS 'Avtryck av nyckeln som servern visar för att släppas in';
CREATE TABLE app.action_plan (
    municipality_code text NOT NULL,
    plan_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid NOT NULL,
    picture_id uuid,
    year integer NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    introduction text,
    notes text,
    state text DEFAULT 'draft'::text NOT NULL,
    adopted_by text,
    adopted_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    prepared_by text,
    revises_plan_id uuid,
    closed_on date,
    registration_number text,
    decision_body text,
    decision_date date,
    decision_paragraph text,
    external_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    reopening_reason text,
    return_reason text,
    returned_by text,
    is_answered boolean DEFAULT false NOT NULL,
    has_indicators boolean DEFAULT false NOT NULL,
    is_exchanged boolean DEFAULT false NOT NULL,
    withdrawal_reason text,
    CONSTRAINT action_plan_adopted CHECK (((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text, 'withdrawn'::text])) = (adopted_on IS NULL))),
    CONSTRAINT action_plan_adopted_by CHECK (((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text, 'withdrawn'::text])) = (adopted_by IS NULL))),
    CONSTRAINT action_plan_closed CHECK (((state = 'closed'::text) = (closed_on IS NOT NULL))),
    CONSTRAINT action_plan_decision_body_check CHECK ((decision_body <> ''::text)),
    CONSTRAINT action_plan_decision_paragraph_check CHECK ((decision_paragraph <> ''::text)),
    CONSTRAINT action_plan_external_references_check CHECK ((jsonb_typeof(external_references) = 'array'::text)),
    CONSTRAINT action_plan_period CHECK ((period_end >= period_start)),
    CONSTRAINT action_plan_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT action_plan_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT action_plan_reopening_reason_check CHECK ((reopening_reason <> ''::text)),
    CONSTRAINT action_plan_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT action_plan_returned_by_check CHECK ((returned_by = ANY (ARRAY['municipality'::text, 'police'::text]))),
    CONSTRAINT action_plan_state CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text, 'adopted'::text, 'closed'::text, 'superseded'::text, 'withdrawn'::text]))),
    CONSTRAINT action_plan_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text)),
    CONSTRAINT action_plan_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawal_reason IS NOT NULL))),
    CONSTRAINT action_plan_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);
ALTER TABLE ONLY app.action_plan FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.action_plan IS 'Handlingsplan (5 § lag 2023:196), ett år inom en överenskommelse';
CREATE TABLE app.adopted_contact (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    adopted_contact_id uuid DEFAULT app.uuidv7() NOT NULL,
    contact_id uuid NOT NULL,
    name text,
    CONSTRAINT adopted_contact_name_check CHECK ((name <> ''::text))
);
ALTER TABLE ONLY app.adopted_contact FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.adopted_contact IS 'Kontaktpersonens namn som det var när planen fastställdes';
CREATE TABLE app.agreement (
    municipality_code text NOT NULL,
    agreement_id uuid DEFAULT app.uuidv7() NOT NULL,
    district_code text NOT NULL,
    title text NOT NULL,
    parties text[] DEFAULT '{}'::text[] NOT NULL,
    purpose text,
    scope text,
    outside_scope text,
    period_start date NOT NULL,
    period_end date,
    effective_end date,
    state text DEFAULT 'draft'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    prepared_by text,
    predecessor_id uuid,
    return_reason text,
    termination_reason text,
    registration_number text,
    decision_body text,
    decision_date date,
    decision_paragraph text,
    external_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    replaced_by_id uuid,
    notice_months integer,
    tacit_prolongation_months integer,
    is_exchanged boolean DEFAULT false NOT NULL,
    withdrawal_reason text,
    CONSTRAINT agreement_decision_body_check CHECK ((decision_body <> ''::text)),
    CONSTRAINT agreement_decision_paragraph_check CHECK ((decision_paragraph <> ''::text)),
    CONSTRAINT agreement_external_references_check CHECK ((jsonb_typeof(external_references) = 'array'::text)),
    CONSTRAINT agreement_not_its_own_predecessor CHECK ((predecessor_id <> agreement_id)),
    CONSTRAINT agreement_notice_months_check CHECK (((notice_months >= 0) AND (notice_months <= 60))),
    CONSTRAINT agreement_period CHECK ((period_end >= period_start)),
    CONSTRAINT agreement_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT agreement_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT agreement_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT agreement_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'signed'::text, 'terminated'::text, 'withdrawn'::text]))),
    CONSTRAINT agreement_tacit_prolongation CHECK (((tacit_prolongation_months IS NULL) OR ((notice_months IS NOT NULL) AND (period_end IS NOT NULL)))),
    CONSTRAINT agreement_tacit_prolongation_months_check CHECK (((tacit_prolongation_months >= 1) AND (tacit_prolongation_months <= 120))),
    CONSTRAINT agreement_termination_reason_check CHECK ((termination_reason <> ''::text)),
    CONSTRAINT agreement_title_check CHECK (((title <> ''::text) AND (char_length(title) <= 500))),
    CONSTRAINT agreement_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text)),
    CONSTRAINT agreement_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawal_reason IS NOT NULL))),
    CONSTRAINT agreement_within_period CHECK ((effective_end >= period_start))
);
ALTER TABLE ONLY app.agreement FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.agreement IS 'Samverkansöverenskommelse mellan kommunen och det lokalpolisområde som undertecknar';
CREATE TABLE app.agreement_section (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    "position" integer NOT NULL,
    heading text NOT NULL,
    text text NOT NULL,
    CONSTRAINT agreement_section_position_check CHECK (("position" > 0))
);
ALTER TABLE ONLY app.agreement_section FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.agreement_section IS 'Överenskommelsens löpande text, avsnitt för avsnitt';
CREATE TABLE app.answered_problem (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    answered_problem_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid,
    cause_id uuid,
    picture_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    CONSTRAINT answered_by_one CHECK ((num_nonnulls(area_id, cause_id) = 1))
);
ALTER TABLE ONLY app.answered_problem FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.answered_problem IS 'Problem i lägesbilden som ett område eller en orsak svarar mot';
CREATE TABLE app.approval (
    municipality_code text NOT NULL,
    approval_id uuid DEFAULT app.uuidv7() NOT NULL,
    plan_id uuid,
    promise_id uuid,
    outcome_id uuid,
    party text NOT NULL,
    answer text DEFAULT 'approved'::text NOT NULL,
    answered_on date NOT NULL,
    name text,
    title text,
    body text,
    place text,
    outside_system boolean DEFAULT false NOT NULL,
    reason text,
    holds boolean DEFAULT true NOT NULL,
    version integer,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    content_sha256 bytea,
    form text,
    CONSTRAINT approval_answer_check CHECK ((answer = ANY (ARRAY['approved'::text, 'returned'::text]))),
    CONSTRAINT approval_body_check CHECK ((body <> ''::text)),
    CONSTRAINT approval_content_sha256_check CHECK ((octet_length(content_sha256) = 32)),
    CONSTRAINT approval_form_check CHECK ((form ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT approval_has_form CHECK (((form IS NULL) = (content_sha256 IS NULL))),
    CONSTRAINT approval_name_check CHECK ((name <> ''::text)),
    CONSTRAINT approval_of_one CHECK ((num_nonnulls(plan_id, promise_id, outcome_id) = 1)),
    CONSTRAINT approval_party_check CHECK ((party = ANY (ARRAY['municipality'::text, 'police'::text]))),
    CONSTRAINT approval_place_check CHECK ((place <> ''::text)),
    CONSTRAINT approval_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT approval_return_reason CHECK (((answer = 'returned'::text) = (reason IS NOT NULL))),
    CONSTRAINT approval_title_check CHECK ((title <> ''::text))
);
ALTER TABLE ONLY app.approval FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.approval IS 'Godkännande eller återlämnande av det som föreslagits; med namn ett undertecknande';
CREATE TABLE app.attachment (
    municipality_code text NOT NULL,
    attachment_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    follow_up_id uuid,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    report_id uuid,
    CONSTRAINT attachment_check CHECK ((sha256 = sha256(content))),
    CONSTRAINT attachment_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760))),
    CONSTRAINT attachment_content_is_its_type CHECK (
CASE media_type
    WHEN 'application/pdf'::text THEN (SUBSTRING(content FROM 1 FOR 5) = '\x255044462d'::bytea)
    WHEN 'image/png'::text THEN (SUBSTRING(content FROM 1 FOR 8) = '\x89504e470d0a1a0a'::bytea)
    ELSE (SUBSTRING(content FROM 1 FOR 3) = '\xffd8ff'::bytea)
END),
    CONSTRAINT attachment_file_name_check CHECK (((file_name <> ''::text) AND (char_length(file_name) <= 200))),
    CONSTRAINT attachment_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
    CONSTRAINT attachment_of_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id, follow_up_id, report_id) = 1))
);
ALTER TABLE ONLY app.attachment ALTER COLUMN content SET STORAGE EXTERNAL;
ALTER TABLE ONLY app.attachment FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.attachment IS 'Bilaga: inskannat original, protokoll, enkätrapport';
CREATE TABLE app.body (
    municipality_code text NOT NULL,
    body_id uuid DEFAULT app.uuidv7() NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    ended_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT body_kind_check CHECK ((kind = ANY (ARRAY['municipalExecutive'::text, 'policeDistrictManagement'::text, 'municipalAssembly'::text]))),
    CONSTRAINT body_name_check CHECK ((name <> ''::text))
);
ALTER TABLE ONLY app.body FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.body IS 'Organ som tar emot redovisningar: kommunstyrelsen eller en annan nämnd, lokalpolisområdets ledning, kommunfullmäktige';
CREATE TABLE app.body_meeting (
    municipality_code text NOT NULL,
    body_id uuid NOT NULL,
    held_on date NOT NULL,
    held_at time without time zone,
    papers_on date,
    CONSTRAINT body_meeting_check CHECK ((papers_on <= held_on))
);
ALTER TABLE ONLY app.body_meeting FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.body_meeting IS 'Organets sammanträde, och sista dag för handlingar till det';
CREATE TABLE app.cause (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    cause_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    problem_ids uuid[],
    CONSTRAINT cause_position_check CHECK (("position" > 0)),
    CONSTRAINT cause_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.cause FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.cause IS 'Orsak inom ett prioriterat område';
CREATE TABLE app.comment (
    municipality_code text NOT NULL,
    comment_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    about text,
    text text NOT NULL,
    written_by text DEFAULT ''::text NOT NULL,
    written_as text DEFAULT ''::text NOT NULL,
    written_at timestamp with time zone DEFAULT now() NOT NULL,
    resolved_by text,
    resolved_at timestamp with time zone,
    on_proposal boolean DEFAULT false NOT NULL,
    CONSTRAINT comment_about_check CHECK (((about <> ''::text) AND (char_length(about) <= 200))),
    CONSTRAINT comment_check CHECK (((resolved_by IS NULL) = (resolved_at IS NULL))),
    CONSTRAINT comment_on_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id) = 1)),
    CONSTRAINT comment_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.comment FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.comment IS 'Kommentar till ett utkast, tills den är åtgärdad';
CREATE TABLE app.contact (
    municipality_code text NOT NULL,
    contact_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid NOT NULL,
    name text NOT NULL,
    ended_on date,
    email text,
    name_apart uuid,
    CONSTRAINT contact_email CHECK (((email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text) AND (char_length(email) <= 254))),
    CONSTRAINT contact_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);
ALTER TABLE ONLY app.contact FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.contact IS 'Kontaktperson hos en ansvarig';
CREATE TABLE app.dropped_measure (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    lineage_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    reason text NOT NULL,
    CONSTRAINT dropped_measure_reason_check CHECK ((reason <> ''::text))
);
ALTER TABLE ONLY app.dropped_measure FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.dropped_measure IS 'Åtgärd som en revidering inte tog med, och varför';
CREATE TABLE app.duty_fulfilment (
    municipality_code text NOT NULL,
    fulfilment_id uuid DEFAULT app.uuidv7() NOT NULL,
    duty text NOT NULL,
    title text NOT NULL,
    body text,
    met_on date NOT NULL,
    registration_number text,
    link text,
    ended_on date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT duty_fulfilment_body_check CHECK ((body <> ''::text)),
    CONSTRAINT duty_fulfilment_duty_check CHECK ((duty = ANY (ARRAY['situationalPicture'::text, 'actionPlan'::text, 'pictureUpdate'::text, 'planFollowUp'::text, 'writtenAgreement'::text, 'council'::text, 'coordination'::text, 'information'::text, 'assemblyReport'::text]))),
    CONSTRAINT duty_fulfilment_link_check CHECK ((link ~* '^https?://'::text)),
    CONSTRAINT duty_fulfilment_period CHECK ((ended_on >= met_on)),
    CONSTRAINT duty_fulfilment_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT duty_fulfilment_title_check CHECK ((title <> ''::text))
);
ALTER TABLE ONLY app.duty_fulfilment FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.duty_fulfilment IS 'Handling eller uppgift utanför tjänsten som en lagstadgad skyldighet uppfylls genom (lag 2023:196)';
CREATE TABLE app.group_member (
    municipality_code text NOT NULL,
    member_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text,
    role text,
    organisation text NOT NULL,
    member_from date NOT NULL,
    member_to date,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT group_member_is_someone CHECK ((num_nonnulls(name, role) > 0)),
    CONSTRAINT group_member_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200))),
    CONSTRAINT group_member_organisation_check CHECK (((organisation <> ''::text) AND (char_length(organisation) <= 200))),
    CONSTRAINT group_member_period CHECK ((member_to >= member_from)),
    CONSTRAINT group_member_role_check CHECK (((role <> ''::text) AND (char_length(role) <= 200)))
);
ALTER TABLE ONLY app.group_member FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.group_member IS 'Ledamot i BRÅ-gruppen: en person eller en roll hos en organisation';
CREATE TABLE app.import (
    municipality_code text NOT NULL,
    import_id uuid DEFAULT app.uuidv7() NOT NULL,
    file_name text NOT NULL,
    media_type text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    preview json NOT NULL,
    state text DEFAULT 'previewed'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    confirmed_at timestamp with time zone,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    CONSTRAINT import_check CHECK ((sha256 = sha256(content))),
    CONSTRAINT import_confirmed CHECK (((state = 'confirmed'::text) = (confirmed_at IS NOT NULL))),
    CONSTRAINT import_content_check CHECK ((octet_length(content) <= 10485760)),
    CONSTRAINT import_file_name_check CHECK ((file_name <> ''::text)),
    CONSTRAINT import_media_type CHECK ((media_type = ANY (ARRAY['text/plain'::text, 'text/markdown'::text, 'text/csv'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text, 'application/vnd.oasis.opendocument.text'::text, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'::text, 'application/pdf'::text]))),
    CONSTRAINT import_state_check CHECK ((state = ANY (ARRAY['previewed'::text, 'confirmed'::text])))
);
ALTER TABLE ONLY app.import FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.import IS 'Import: dokumentet som det kom, dess kontrollsumma och förslaget som lästes ur det';
CREATE TABLE app.indicator (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    indicator_id uuid DEFAULT app.uuidv7() NOT NULL,
    area_id uuid,
    "position" integer DEFAULT 10000 NOT NULL,
    lineage_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text NOT NULL,
    unit text NOT NULL,
    source text,
    direction text NOT NULL,
    baseline numeric,
    baseline_on date,
    target numeric,
    CONSTRAINT indicator_baseline CHECK (((baseline_on IS NULL) OR (baseline IS NOT NULL))),
    CONSTRAINT indicator_baseline_check CHECK (((baseline >= (0)::numeric) AND (baseline < '1000000000000'::numeric))),
    CONSTRAINT indicator_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text]))),
    CONSTRAINT indicator_name_check CHECK ((name <> ''::text)),
    CONSTRAINT indicator_position_check CHECK (("position" > 0)),
    CONSTRAINT indicator_source_check CHECK ((source <> ''::text)),
    CONSTRAINT indicator_target_check CHECK (((target >= (0)::numeric) AND (target < '1000000000000'::numeric))),
    CONSTRAINT indicator_unit_check CHECK ((unit <> ''::text))
);
ALTER TABLE ONLY app.indicator FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.indicator IS 'Indikator: vad som visar om arbetet hjälper';
CREATE TABLE app.indicator_value (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    indicator_id uuid NOT NULL,
    lineage_id uuid NOT NULL,
    value_id uuid DEFAULT app.uuidv7() NOT NULL,
    corrects_value_id uuid,
    measured_on date NOT NULL,
    value numeric NOT NULL,
    text text,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT indicator_value_text_check CHECK ((text <> ''::text)),
    CONSTRAINT indicator_value_value_check CHECK (((value >= (0)::numeric) AND (value < '1000000000000'::numeric)))
);
ALTER TABLE ONLY app.indicator_value FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.indicator_value IS 'Indikatorns värde en dag';
CREATE TABLE app.measure_status (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    status text NOT NULL,
    stated_status text,
    follow_up_count integer NOT NULL,
    latest_follow_up_id uuid NOT NULL,
    latest_party_id uuid,
    latest_status text NOT NULL,
    latest_on date NOT NULL,
    latest_text text,
    latest_recorded_at timestamp with time zone NOT NULL,
    quantities jsonb DEFAULT '[]'::jsonb NOT NULL
);
ALTER TABLE ONLY app.measure_status FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.measure_status IS 'Åtgärdens läge och senaste uppföljning (härledd)';
CREATE TABLE app.meeting (
    municipality_code text NOT NULL,
    meeting_id uuid DEFAULT app.uuidv7() NOT NULL,
    held_on date NOT NULL,
    place text,
    notes text,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT meeting_notes_check CHECK ((notes <> ''::text)),
    CONSTRAINT meeting_place_check CHECK ((place <> ''::text))
);
ALTER TABLE ONLY app.meeting FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.meeting IS 'Möte i BRÅ-gruppen';
CREATE TABLE app.meeting_attendance (
    municipality_code text NOT NULL,
    meeting_id uuid NOT NULL,
    member_id uuid NOT NULL
);
ALTER TABLE ONLY app.meeting_attendance FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.meeting_attendance IS 'Närvarande vid mötet';
CREATE TABLE app.meeting_decision (
    municipality_code text NOT NULL,
    meeting_id uuid NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    agreement_id uuid,
    picture_id uuid,
    plan_id uuid,
    CONSTRAINT meeting_decision_on_one CHECK ((num_nonnulls(agreement_id, picture_id, plan_id) <= 1)),
    CONSTRAINT meeting_decision_position_check CHECK (("position" > 0)),
    CONSTRAINT meeting_decision_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.meeting_decision FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.meeting_decision IS 'Beslut vid mötet, och handlingen det gäller';
CREATE TABLE app.municipality (
    municipality_code text NOT NULL,
    name text NOT NULL,
    district_code text NOT NULL,
    group_label text DEFAULT 'BRÅ-gruppen'::text NOT NULL,
    plan_label text DEFAULT 'handlingsplan'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT municipality_group_label_check CHECK ((group_label <> ''::text)),
    CONSTRAINT municipality_municipality_code_check CHECK ((municipality_code ~ '^[0-9]{4}$'::text)),
    CONSTRAINT municipality_name_check CHECK ((name <> ''::text)),
    CONSTRAINT municipality_plan_label_check CHECK ((plan_label <> ''::text))
);
ALTER TABLE ONLY app.municipality FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.municipality IS 'Kommun (SCB:s kommunkod), dess lokalpolisområde och dess namn på grupp och plan';
CREATE TABLE app.municipality_district (
    municipality_code text NOT NULL,
    valid_from date NOT NULL,
    district_code text NOT NULL
);
ALTER TABLE ONLY app.municipality_district FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.municipality_district IS 'Kommunens lokalpolisområde genom åren';
CREATE TABLE app.police_district (
    district_code text NOT NULL,
    name text NOT NULL,
    region_name text NOT NULL,
    CONSTRAINT police_district_district_code_check CHECK ((district_code ~ '^[a-z][a-z0-9-]{1,62}$'::text)),
    CONSTRAINT police_district_name_check CHECK ((name <> ''::text)),
    CONSTRAINT police_district_region_name_check CHECK ((region_name <> ''::text))
);
ALTER TABLE ONLY app.police_district FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.police_district IS 'Lokalpolisområde med sin polisregion';
CREATE TABLE app.population (
    municipality_code text NOT NULL,
    year integer NOT NULL,
    inhabitants integer NOT NULL,
    CONSTRAINT population_inhabitants_check CHECK (((inhabitants >= 1) AND (inhabitants <= 9999999))),
    CONSTRAINT population_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);
ALTER TABLE ONLY app.population FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.population IS 'Kommunens folkmängd den 31 december';
CREATE TABLE app.priority_area (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    area_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    title text NOT NULL,
    description text,
    theme text,
    problem_ids uuid[],
    CONSTRAINT priority_area_position_check CHECK (("position" > 0)),
    CONSTRAINT priority_area_theme CHECK ((theme = ANY (ARRAY['narcotics'::text, 'violence'::text, 'domesticViolence'::text, 'youth'::text, 'propertyCrime'::text, 'fraud'::text, 'traffic'::text, 'publicEnvironment'::text, 'neighbourhoodWatch'::text, 'extremism'::text, 'safety'::text, 'other'::text]))),
    CONSTRAINT priority_area_title_check CHECK ((title <> ''::text))
);
ALTER TABLE ONLY app.priority_area FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.priority_area IS 'Prioriterat område';
CREATE TABLE app.problem (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    problem_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    text text NOT NULL,
    predecessor_id uuid,
    CONSTRAINT problem_position_check CHECK (("position" > 0)),
    CONSTRAINT problem_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.problem FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.problem IS 'Problem i lägesbilden';
CREATE TABLE app.problem_source (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    problem_id uuid NOT NULL,
    source_id uuid NOT NULL
);
ALTER TABLE ONLY app.problem_source FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.problem_source IS 'Vilka källor ett problem stöder sig på';
CREATE TABLE app.prolongation (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    prolongation_id uuid DEFAULT app.uuidv7() NOT NULL,
    effective_end date,
    reason text,
    state text DEFAULT 'proposed'::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT prolongation_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT prolongation_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'signed'::text, 'withdrawn'::text])))
);
ALTER TABLE ONLY app.prolongation FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.prolongation IS 'Förlängning av en överenskommelse: en egen handling som undertecknas';
CREATE TABLE app.promise (
    municipality_code text NOT NULL,
    promise_id uuid DEFAULT app.uuidv7() NOT NULL,
    agreement_id uuid NOT NULL,
    "position" integer NOT NULL,
    promisor text NOT NULL,
    text text,
    state text DEFAULT 'draft'::text NOT NULL,
    prepared_by text,
    version integer DEFAULT 1 NOT NULL,
    period_start date,
    period_end date,
    predecessor_id uuid,
    revision_reason text,
    return_reason text,
    returned_by text,
    published_on date,
    withdrawn_on date,
    withdrawal_reason text,
    CONSTRAINT promise_has_text CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (text IS NOT NULL))),
    CONSTRAINT promise_period CHECK ((period_end >= period_start)),
    CONSTRAINT promise_period_whole CHECK (((period_start IS NULL) = (period_end IS NULL))),
    CONSTRAINT promise_position_check CHECK (("position" > 0)),
    CONSTRAINT promise_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT promise_promisor_check CHECK ((promisor = ANY (ARRAY['municipality'::text, 'police'::text, 'joint'::text]))),
    CONSTRAINT promise_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT promise_returned_by_check CHECK ((returned_by = ANY (ARRAY['municipality'::text, 'police'::text]))),
    CONSTRAINT promise_revision_reason_check CHECK ((revision_reason <> ''::text)),
    CONSTRAINT promise_state CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text, 'published'::text, 'withdrawn'::text, 'superseded'::text]))),
    CONSTRAINT promise_text_check CHECK ((text <> ''::text)),
    CONSTRAINT promise_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text))
);
ALTER TABLE ONLY app.promise FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.promise IS 'Medborgarlöfte: vad kommunen, polisen eller båda lovar';
CREATE TABLE app.promise_measure (
    municipality_code text NOT NULL,
    promise_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    agreement_id uuid NOT NULL,
    plan_id uuid NOT NULL
);
ALTER TABLE ONLY app.promise_measure FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.promise_measure IS 'Åtgärd som ett medborgarlöfte hålls genom';
CREATE TABLE app.promise_outcome (
    municipality_code text NOT NULL,
    promise_id uuid NOT NULL,
    outcome_id uuid DEFAULT app.uuidv7() NOT NULL,
    corrects_outcome_id uuid,
    period_start date NOT NULL,
    period_end date NOT NULL,
    verdict text NOT NULL,
    text text NOT NULL,
    reason text,
    quantity numeric,
    unit text,
    approximate boolean DEFAULT false NOT NULL,
    state text DEFAULT 'proposed'::text NOT NULL,
    return_reason text,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT promise_outcome_check CHECK ((period_end >= period_start)),
    CONSTRAINT promise_outcome_check1 CHECK (((state = 'returned'::text) = (return_reason IS NOT NULL))),
    CONSTRAINT promise_outcome_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric))),
    CONSTRAINT promise_outcome_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT promise_outcome_reason_required CHECK (((verdict <> ALL (ARRAY['partlyFulfilled'::text, 'notFulfilled'::text])) OR (reason IS NOT NULL))),
    CONSTRAINT promise_outcome_return_reason_check CHECK ((return_reason <> ''::text)),
    CONSTRAINT promise_outcome_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'approved'::text, 'returned'::text]))),
    CONSTRAINT promise_outcome_text_check CHECK ((text <> ''::text)),
    CONSTRAINT promise_outcome_unit CHECK (((quantity IS NULL) OR (unit IS NOT NULL))),
    CONSTRAINT promise_outcome_unit_check CHECK ((unit <> ''::text)),
    CONSTRAINT promise_outcome_verdict_check CHECK ((verdict = ANY (ARRAY['fulfilled'::text, 'partlyFulfilled'::text, 'notFulfilled'::text, 'tooEarly'::text])))
);
ALTER TABLE ONLY app.promise_outcome FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.promise_outcome IS 'Utfall av ett medborgarlöfte, med omdöme';
CREATE TABLE app.remembered_decision (
    municipality_code text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    decision jsonb NOT NULL,
    decided_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT remembered_decision_kind_check CHECK ((kind = ANY (ARRAY['column'::text, 'split'::text, 'merge'::text]))),
    CONSTRAINT remembered_decision_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);
ALTER TABLE ONLY app.remembered_decision FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.remembered_decision IS 'Beslut om kolumner och ansvariga vid import, som föreslås nästa gång';
CREATE TABLE app.report (
    municipality_code text NOT NULL,
    report_id uuid DEFAULT app.uuidv7() NOT NULL,
    plan_id uuid NOT NULL,
    title text NOT NULL,
    proposed_decision text,
    commentary text,
    next_year text,
    prepared_by text,
    state text DEFAULT 'draft'::text NOT NULL,
    content jsonb DEFAULT '{}'::jsonb NOT NULL,
    generated_at timestamp with time zone DEFAULT now() NOT NULL,
    sent_on date,
    sent_at timestamp with time zone,
    to_district boolean DEFAULT false NOT NULL,
    content_sha256 bytea,
    form text,
    predecessor_id uuid,
    revision_reason text,
    withdrawn_on date,
    withdrawal_reason text,
    registration_number text,
    external_references jsonb DEFAULT '[]'::jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT report_commentary_check CHECK ((commentary <> ''::text)),
    CONSTRAINT report_content_sha256_check CHECK ((octet_length(content_sha256) = 32)),
    CONSTRAINT report_external_references_check CHECK ((jsonb_typeof(external_references) = 'array'::text)),
    CONSTRAINT report_form_check CHECK ((form ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT report_next_year_check CHECK ((next_year <> ''::text)),
    CONSTRAINT report_prepared_by_check CHECK ((prepared_by <> ''::text)),
    CONSTRAINT report_proposed_decision_check CHECK ((proposed_decision <> ''::text)),
    CONSTRAINT report_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT report_revision_reason_check CHECK ((revision_reason <> ''::text)),
    CONSTRAINT report_sent CHECK ((((state = 'draft'::text) = (sent_on IS NULL)) AND ((sent_on IS NULL) = (sent_at IS NULL)))),
    CONSTRAINT report_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'superseded'::text, 'withdrawn'::text]))),
    CONSTRAINT report_title_check CHECK ((title <> ''::text)),
    CONSTRAINT report_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text)),
    CONSTRAINT report_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawal_reason IS NOT NULL)))
);
ALTER TABLE ONLY app.report FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.report IS 'Redovisning av en handlingsplan till dem som beslutar om arbetet';
CREATE TABLE app.report_commentary (
    municipality_code text NOT NULL,
    report_id uuid NOT NULL,
    area_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    area_title text NOT NULL,
    text text NOT NULL,
    CONSTRAINT report_commentary_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.report_commentary FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.report_commentary IS 'Kommentar till ett område i en redovisning';
CREATE TABLE app.report_decision (
    municipality_code text NOT NULL,
    report_id uuid NOT NULL,
    decision_id uuid DEFAULT app.uuidv7() NOT NULL,
    body text NOT NULL,
    decided_on date NOT NULL,
    paragraph text,
    outcome text NOT NULL,
    text text,
    attachment_id uuid,
    recorded_at timestamp with time zone DEFAULT now() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT report_decision_body_check CHECK ((body <> ''::text)),
    CONSTRAINT report_decision_outcome_check CHECK ((outcome = ANY (ARRAY['decided'::text, 'remittedBack'::text, 'postponed'::text, 'handedOn'::text]))),
    CONSTRAINT report_decision_paragraph_check CHECK ((paragraph <> ''::text)),
    CONSTRAINT report_decision_text_check CHECK ((text <> ''::text))
);
ALTER TABLE ONLY app.report_decision FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.report_decision IS 'Vad ett organ beslutade om en redovisning';
CREATE TABLE app.report_dispatch (
    municipality_code text NOT NULL,
    report_id uuid NOT NULL,
    dispatch_id uuid DEFAULT app.uuidv7() NOT NULL,
    body_id uuid NOT NULL,
    body_kind text,
    body_name text,
    sent_on date,
    received_on date,
    received_by text,
    is_acknowledged boolean DEFAULT false NOT NULL,
    registration_number text,
    attachment_id uuid,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT report_dispatch_body_kind_check CHECK ((body_kind = ANY (ARRAY['municipalExecutive'::text, 'policeDistrictManagement'::text, 'municipalAssembly'::text]))),
    CONSTRAINT report_dispatch_received CHECK (((sent_on IS NOT NULL) OR (num_nonnulls(received_on, received_by, registration_number, attachment_id) = 0))),
    CONSTRAINT report_dispatch_received_by_check CHECK ((received_by <> ''::text)),
    CONSTRAINT report_dispatch_registration_number_check CHECK ((registration_number <> ''::text)),
    CONSTRAINT report_dispatch_sent CHECK ((num_nulls(sent_on, body_kind, body_name) = ANY (ARRAY[0, 3])))
);
ALTER TABLE ONLY app.report_dispatch FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.report_dispatch IS 'Mottagare av en redovisning: när den skickades, togs emot och diariefördes';
CREATE TABLE app.report_text (
    municipality_code text NOT NULL,
    report_id uuid NOT NULL,
    form text NOT NULL,
    sha256 bytea NOT NULL,
    text text NOT NULL,
    CONSTRAINT report_text_check CHECK ((sha256 = sha256(convert_to(text, 'UTF8'::name)))),
    CONSTRAINT report_text_form_check CHECK ((form ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT report_text_sha256_check CHECK ((octet_length(sha256) = 32))
);
ALTER TABLE ONLY app.report_text FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.report_text IS 'Redovisningens text så som den skickades';
CREATE TABLE app.reporting_round (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    round_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    answers_from date NOT NULL,
    answers_until date NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT reporting_round_answers CHECK ((answers_until >= answers_from)),
    CONSTRAINT reporting_round_answers_after_start CHECK ((answers_from >= period_start)),
    CONSTRAINT reporting_round_name_check CHECK ((name <> ''::text)),
    CONSTRAINT reporting_round_period CHECK ((period_end >= period_start))
);
ALTER TABLE ONLY app.reporting_round FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.reporting_round IS 'Uppföljningstillfälle: vilka dagar det frågas om, och när svaren lämnas';
CREATE TABLE app.responsibility (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    party_id uuid NOT NULL,
    contact_id uuid,
    "position" integer NOT NULL,
    lead boolean DEFAULT false NOT NULL,
    adopted_contact_id uuid,
    adopted_name text,
    CONSTRAINT responsibility_adopted_name_check CHECK ((adopted_name <> ''::text)),
    CONSTRAINT responsibility_position_check CHECK (("position" > 0))
);
ALTER TABLE ONLY app.responsibility FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.responsibility IS 'Ansvar: vem som svarar för åtgärden, med högst en kontaktperson';
CREATE TABLE app.responsibility_status (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    measure_id uuid NOT NULL,
    party_id uuid NOT NULL,
    status text NOT NULL
);
ALTER TABLE ONLY app.responsibility_status FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.responsibility_status IS 'Varje ansvarigs senaste besked om en åtgärd (härledd)';
CREATE TABLE app.responsible_party (
    municipality_code text NOT NULL,
    party_id uuid DEFAULT app.uuidv7() NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    form text NOT NULL,
    ended_on date,
    version integer DEFAULT 1 NOT NULL,
    merged_into_id uuid,
    name_apart uuid,
    CONSTRAINT responsible_party_form_check CHECK ((form = ANY (ARRAY['organisation'::text, 'unit'::text, 'role'::text, 'group'::text]))),
    CONSTRAINT responsible_party_kind_check CHECK ((kind = ANY (ARRAY['municipality'::text, 'police'::text, 'joint'::text, 'external'::text]))),
    CONSTRAINT responsible_party_merged_into_itself CHECK ((merged_into_id <> party_id)),
    CONSTRAINT responsible_party_name_check CHECK (((name <> ''::text) AND (char_length(name) <= 200)))
);
ALTER TABLE ONLY app.responsible_party FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.responsible_party IS 'Ansvarig: organisation, enhet, roll eller grupp';
CREATE TABLE app.round_proposal (
    municipality_code text NOT NULL,
    proposal_id uuid DEFAULT app.uuidv7() NOT NULL,
    district_code text NOT NULL,
    year integer NOT NULL,
    text text,
    rounds jsonb NOT NULL,
    proposed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT round_proposal_rounds_check CHECK ((jsonb_typeof(rounds) = 'array'::text)),
    CONSTRAINT round_proposal_some CHECK ((rounds <> '[]'::jsonb)),
    CONSTRAINT round_proposal_text_check CHECK ((text <> ''::text)),
    CONSTRAINT round_proposal_year_check CHECK (((year >= 1990) AND (year <= 2200)))
);
ALTER TABLE ONLY app.round_proposal FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.round_proposal IS 'Lokalpolisområdets förslag till uppföljningstillfällen';
CREATE TABLE app.signature (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    signature_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    party text NOT NULL,
    name text NOT NULL,
    title text DEFAULT ''::text NOT NULL,
    body text,
    place text,
    signed_on date,
    prolongation_id uuid,
    outside_system boolean DEFAULT false NOT NULL,
    attachment_id uuid,
    recorded_by text,
    recorded_at timestamp with time zone,
    content_sha256 bytea,
    annexes_sha256 bytea,
    form text,
    CONSTRAINT signature_form_check CHECK ((form ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT signature_has_form CHECK (((form IS NULL) = (content_sha256 IS NULL))),
    CONSTRAINT signature_name_check CHECK ((name <> ''::text)),
    CONSTRAINT signature_outside_has_original CHECK (((NOT outside_system) OR (attachment_id IS NOT NULL))),
    CONSTRAINT signature_party_check CHECK ((party = ANY (ARRAY['municipality'::text, 'police'::text]))),
    CONSTRAINT signature_position_check CHECK (("position" > 0))
);
ALTER TABLE ONLY app.signature FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.signature IS 'Undertecknande: den som undertecknar för kommunen eller polisen; utan datum ännu inte undertecknad';
COMMENT ON COLUMN app.signature.form IS 'Formen som det undertecknade skrevs i när dess kontrollsumma räknades';
CREATE TABLE app.signed_text (
    municipality_code text NOT NULL,
    agreement_id uuid NOT NULL,
    sha256 bytea NOT NULL,
    form text NOT NULL,
    text text NOT NULL,
    CONSTRAINT signed_text_form_check CHECK ((form ~ '^v[1-9][0-9]*$'::text)),
    CONSTRAINT signed_text_is_its_digest CHECK ((sha256 = sha256(convert_to(text, 'UTF8'::name)))),
    CONSTRAINT signed_text_sha256_check CHECK ((octet_length(sha256) = 32))
);
ALTER TABLE ONLY app.signed_text FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.signed_text IS 'Det som undertecknades, ord för ord, som dess kontrollsumma räknades på';
CREATE TABLE app.situational_picture (
    municipality_code text NOT NULL,
    picture_id uuid DEFAULT app.uuidv7() NOT NULL,
    district_code text NOT NULL,
    title text NOT NULL,
    summary text,
    state text DEFAULT 'draft'::text NOT NULL,
    established_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    established_by text,
    predecessor_id uuid,
    is_exchanged boolean DEFAULT false NOT NULL,
    withdrawal_reason text,
    CONSTRAINT situational_picture_established CHECK (((state = ANY (ARRAY['draft'::text, 'withdrawn'::text])) = (established_on IS NULL))),
    CONSTRAINT situational_picture_established_by CHECK (((state <> 'draft'::text) OR (established_by IS NULL))),
    CONSTRAINT situational_picture_established_by_check CHECK ((established_by <> ''::text)),
    CONSTRAINT situational_picture_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'established'::text, 'superseded'::text, 'withdrawn'::text]))),
    CONSTRAINT situational_picture_title_check CHECK ((title <> ''::text)),
    CONSTRAINT situational_picture_withdrawal_reason_check CHECK ((withdrawal_reason <> ''::text)),
    CONSTRAINT situational_picture_withdrawn CHECK (((state = 'withdrawn'::text) = (withdrawal_reason IS NOT NULL)))
);
ALTER TABLE ONLY app.situational_picture FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.situational_picture IS 'Lägesbild (4 § lag 2023:196): kartläggning, annan information och analys';
CREATE TABLE app.source (
    municipality_code text NOT NULL,
    picture_id uuid NOT NULL,
    source_id uuid DEFAULT app.uuidv7() NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    dated_on date,
    CONSTRAINT source_kind_check CHECK ((kind = ANY (ARRAY['statistics'::text, 'localMapping'::text, 'survey'::text, 'safetyWalk'::text, 'citizenDialogue'::text, 'staffDialogue'::text, 'est'::text, 'earlierWork'::text, 'other'::text]))),
    CONSTRAINT source_position_check CHECK (("position" > 0)),
    CONSTRAINT source_title_check CHECK ((title <> ''::text))
);
ALTER TABLE ONLY app.source FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.source IS 'Källa till lägesbilden';
CREATE TABLE app.term (
    kind text NOT NULL,
    term text NOT NULL,
    place smallint NOT NULL,
    swedish text NOT NULL,
    acts text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT term_kind_check CHECK ((kind ~ '^[A-Z][A-Za-z]+$'::text)),
    CONSTRAINT term_place_check CHECK ((place > 0)),
    CONSTRAINT term_swedish_check CHECK ((swedish <> ''::text)),
    CONSTRAINT term_term_check CHECK ((term <> ''::text))
);
ALTER TABLE ONLY app.term FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.term IS 'Ord: statusar, teman, slag och handlingar med sina svenska benämningar, och vad en status tillåter';
CREATE TABLE app.unplanned_work (
    municipality_code text NOT NULL,
    plan_id uuid NOT NULL,
    area_id uuid NOT NULL,
    unplanned_work_id uuid DEFAULT app.uuidv7() NOT NULL,
    party_id uuid NOT NULL,
    corrects_unplanned_work_id uuid,
    period_start date NOT NULL,
    period_end date NOT NULL,
    text text NOT NULL,
    quantity numeric,
    unit text,
    approximate boolean DEFAULT false NOT NULL,
    recorded_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    recorded_by text DEFAULT ''::text NOT NULL,
    CONSTRAINT unplanned_work_check CHECK ((corrects_unplanned_work_id <> unplanned_work_id)),
    CONSTRAINT unplanned_work_period CHECK ((period_end >= period_start)),
    CONSTRAINT unplanned_work_quantity_check CHECK (((quantity >= (0)::numeric) AND (quantity < '1000000000000'::numeric) AND (scale(quantity) <= 6))),
    CONSTRAINT unplanned_work_text_check CHECK ((text <> ''::text)),
    CONSTRAINT unplanned_work_unit_check CHECK ((unit <> ''::text))
);
ALTER TABLE ONLY app.unplanned_work FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.unplanned_work IS 'Arbete inom ett område som ingen åtgärd i planen nämner; skrivs en gång';
CREATE TABLE app.word_template (
    municipality_code text NOT NULL,
    file_name text NOT NULL,
    content bytea NOT NULL,
    sha256 bytea NOT NULL,
    changed_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT word_template_check CHECK ((sha256 = sha256(content))),
    CONSTRAINT word_template_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 2097152))),
    CONSTRAINT word_template_file_name_check CHECK ((file_name <> ''::text))
);
ALTER TABLE ONLY app.word_template FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE app.word_template IS 'Kommunens Wordmall: hur dess handlingar ser ut som Word-filer';
CREATE TABLE audit.chain_head (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    previous_hash bytea
);
ALTER TABLE ONLY audit.chain_head FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE audit.chain_head IS 'Kedjans senaste länk för varje kommun';
CREATE TABLE audit.change (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    actor_issuer text,
    actor_subject text,
    actor_name text,
    actor_role text,
    table_name text NOT NULL,
    action text NOT NULL,
    label text NOT NULL,
    before jsonb,
    after jsonb,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT change_action_check CHECK ((action = ANY (ARRAY['insert'::text, 'update'::text, 'delete'::text])))
);
ALTER TABLE ONLY audit.change FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE audit.change IS 'Ändringslogg: vem, när, vad, före och efter; kan bara växa';
CREATE TABLE audit.personal_value (
    municipality_code text NOT NULL,
    sequence bigint NOT NULL,
    side text NOT NULL,
    column_name text NOT NULL,
    salt bytea NOT NULL,
    value text NOT NULL,
    CONSTRAINT personal_value_side_check CHECK ((side = ANY (ARRAY['before'::text, 'after'::text])))
);
ALTER TABLE ONLY audit.personal_value FORCE ROW LEVEL SECURITY;
COMMENT ON TABLE audit.personal_value IS 'Personuppgifter i ändringsloggen, skilda från kedjan så att de kan gallras';
ALTER TABLE ONLY access.calendar_feed
    ADD CONSTRAINT calendar_feed_pkey PRIMARY KEY (issuer, subject);
ALTER TABLE ONLY access.calendar_feed
    ADD CONSTRAINT calendar_feed_secret_sha256_key UNIQUE (secret_sha256);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_issuer_subject_municipality_code_district_code_key UNIQUE NULLS NOT DISTINCT (issuer, subject, municipality_code, district_code);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_pkey PRIMARY KEY (grant_id);
ALTER TABLE ONLY access.idempotency_key
    ADD CONSTRAINT idempotency_key_used PRIMARY KEY (municipality_code, issuer, subject, key);
ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_pkey PRIMARY KEY (issuer);
ALTER TABLE ONLY access.known_right
    ADD CONSTRAINT known_right_pkey PRIMARY KEY (issuer_kind, place, may);
ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (role);
ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_pkey PRIMARY KEY (role, may);
ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_role_issuer_kind_place_key UNIQUE (role, issuer_kind, place);
ALTER TABLE ONLY access.role
    ADD CONSTRAINT role_role_place_key UNIQUE (role, place);
ALTER TABLE ONLY access.server_key
    ADD CONSTRAINT server_key_pkey PRIMARY KEY (only_row);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_of_agreement UNIQUE (municipality_code, agreement_id, plan_id);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_of_picture UNIQUE (municipality_code, plan_id, picture_id);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_pkey PRIMARY KEY (municipality_code, plan_id);
ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_once UNIQUE (municipality_code, plan_id, contact_id);
ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_pkey PRIMARY KEY (municipality_code, adopted_contact_id);
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_pkey PRIMARY KEY (municipality_code, agreement_id);
ALTER TABLE ONLY app.agreement_section
    ADD CONSTRAINT agreement_section_pkey PRIMARY KEY (municipality_code, agreement_id, "position");
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_signed_periods_overlap EXCLUDE USING gist (municipality_code WITH =, daterange(period_start, effective_end, '[]'::text) WITH &&) WHERE ((state = ANY (ARRAY['signed'::text, 'terminated'::text])));
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_once UNIQUE NULLS NOT DISTINCT (municipality_code, plan_id, area_id, cause_id, problem_id);
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_pkey PRIMARY KEY (municipality_code, plan_id, answered_problem_id);
ALTER TABLE ONLY app.approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (municipality_code, approval_id);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_of_agreement UNIQUE (municipality_code, agreement_id, attachment_id);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_of_report UNIQUE (municipality_code, report_id, attachment_id);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_pkey PRIMARY KEY (municipality_code, attachment_id);
ALTER TABLE ONLY app.body_meeting
    ADD CONSTRAINT body_meeting_pkey PRIMARY KEY (municipality_code, body_id, held_on);
ALTER TABLE ONLY app.body
    ADD CONSTRAINT body_pkey PRIMARY KEY (municipality_code, body_id);
ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_pkey PRIMARY KEY (municipality_code, plan_id, cause_id);
ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_within_area UNIQUE (municipality_code, plan_id, area_id, cause_id);
ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_pkey PRIMARY KEY (municipality_code, comment_id);
ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_municipality_code_party_id_contact_id_key UNIQUE (municipality_code, party_id, contact_id);
ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_pkey PRIMARY KEY (municipality_code, contact_id);
ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_pkey PRIMARY KEY (municipality_code, plan_id, lineage_id);
ALTER TABLE ONLY app.duty_fulfilment
    ADD CONSTRAINT duty_fulfilment_pkey PRIMARY KEY (municipality_code, fulfilment_id);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_id UNIQUE (municipality_code, follow_up_id);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, follow_up_id);
ALTER TABLE ONLY app.group_member
    ADD CONSTRAINT group_member_pkey PRIMARY KEY (municipality_code, member_id);
ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_pkey PRIMARY KEY (municipality_code, import_id);
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_by_id UNIQUE (municipality_code, indicator_id);
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_lineage_once UNIQUE (municipality_code, plan_id, lineage_id);
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_pkey PRIMARY KEY (municipality_code, plan_id, indicator_id);
ALTER TABLE ONLY app.indicator_value
    ADD CONSTRAINT indicator_value_corrected_once UNIQUE (municipality_code, plan_id, indicator_id, corrects_value_id);
ALTER TABLE ONLY app.indicator_value
    ADD CONSTRAINT indicator_value_pkey PRIMARY KEY (municipality_code, plan_id, indicator_id, value_id);
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_with_lineage UNIQUE (municipality_code, plan_id, indicator_id, lineage_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_lineage UNIQUE (municipality_code, plan_id, measure_id, lineage_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_lineage_once UNIQUE (municipality_code, plan_id, lineage_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_municipality_code_measure_id_key UNIQUE (municipality_code, measure_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_pkey PRIMARY KEY (municipality_code, plan_id, measure_id);
ALTER TABLE ONLY app.measure_status
    ADD CONSTRAINT measure_status_pkey PRIMARY KEY (municipality_code, plan_id, measure_id);
ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_pkey PRIMARY KEY (municipality_code, meeting_id, member_id);
ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_pkey PRIMARY KEY (municipality_code, meeting_id, "position");
ALTER TABLE ONLY app.meeting
    ADD CONSTRAINT meeting_pkey PRIMARY KEY (municipality_code, meeting_id);
ALTER TABLE ONLY app.municipality_district
    ADD CONSTRAINT municipality_district_pkey PRIMARY KEY (municipality_code, valid_from);
ALTER TABLE ONLY app.municipality
    ADD CONSTRAINT municipality_pkey PRIMARY KEY (municipality_code);
ALTER TABLE ONLY app.plan_summary
    ADD CONSTRAINT plan_summary_pkey PRIMARY KEY (municipality_code, plan_id);
ALTER TABLE ONLY app.police_district
    ADD CONSTRAINT police_district_pkey PRIMARY KEY (district_code);
ALTER TABLE ONLY app.population
    ADD CONSTRAINT population_pkey PRIMARY KEY (municipality_code, year);
ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_pkey PRIMARY KEY (municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_position UNIQUE (municipality_code, plan_id, "position") DEFERRABLE;
ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_of_picture UNIQUE (municipality_code, picture_id, problem_id);
ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_pkey PRIMARY KEY (municipality_code, problem_id);
ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_position UNIQUE (municipality_code, picture_id, "position") DEFERRABLE;
ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_pkey PRIMARY KEY (municipality_code, picture_id, problem_id, source_id);
ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_municipality_code_agreement_id_prolongation_id_key UNIQUE (municipality_code, agreement_id, prolongation_id);
ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_pkey PRIMARY KEY (municipality_code, prolongation_id);
ALTER TABLE ONLY app.promise_measure
    ADD CONSTRAINT promise_measure_pkey PRIMARY KEY (municipality_code, promise_id, measure_id);
ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_municipality_code_agreement_id_position_key UNIQUE (municipality_code, agreement_id, "position");
ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_of_agreement UNIQUE (municipality_code, agreement_id, promise_id);
ALTER TABLE ONLY app.promise_outcome
    ADD CONSTRAINT promise_outcome_by_id UNIQUE (municipality_code, outcome_id);
ALTER TABLE ONLY app.promise_outcome
    ADD CONSTRAINT promise_outcome_pkey PRIMARY KEY (municipality_code, promise_id, outcome_id);
ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_pkey PRIMARY KEY (municipality_code, promise_id);
ALTER TABLE ONLY app.remembered_decision
    ADD CONSTRAINT remembered_decision_pkey PRIMARY KEY (municipality_code, kind, name);
ALTER TABLE ONLY app.report_commentary
    ADD CONSTRAINT report_commentary_pkey PRIMARY KEY (municipality_code, report_id, area_id);
ALTER TABLE ONLY app.report_decision
    ADD CONSTRAINT report_decision_by_id UNIQUE (municipality_code, decision_id);
ALTER TABLE ONLY app.report_decision
    ADD CONSTRAINT report_decision_pkey PRIMARY KEY (municipality_code, report_id, decision_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_by_id UNIQUE (municipality_code, dispatch_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_once UNIQUE (municipality_code, report_id, body_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_pkey PRIMARY KEY (municipality_code, report_id, dispatch_id);
ALTER TABLE ONLY app.report
    ADD CONSTRAINT report_pkey PRIMARY KEY (municipality_code, report_id);
ALTER TABLE ONLY app.report_text
    ADD CONSTRAINT report_text_pkey PRIMARY KEY (municipality_code, report_id);
ALTER TABLE ONLY app.reporting_round
    ADD CONSTRAINT reporting_round_by_id UNIQUE (municipality_code, round_id);
ALTER TABLE ONLY app.reporting_round
    ADD CONSTRAINT reporting_round_pkey PRIMARY KEY (municipality_code, plan_id, round_id);
ALTER TABLE ONLY app.reporting_round
    ADD CONSTRAINT reporting_rounds_overlap EXCLUDE USING gist (municipality_code WITH =, plan_id WITH =, daterange(period_start, period_end, '[]'::text) WITH &&);
ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, party_id);
ALTER TABLE ONLY app.responsibility_status
    ADD CONSTRAINT responsibility_status_pkey PRIMARY KEY (municipality_code, plan_id, measure_id, party_id);
ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_pkey PRIMARY KEY (municipality_code, party_id);
ALTER TABLE ONLY app.round_proposal
    ADD CONSTRAINT round_proposal_pkey PRIMARY KEY (municipality_code, proposal_id);
ALTER TABLE ONLY app.search_entry
    ADD CONSTRAINT search_entry_pkey PRIMARY KEY (municipality_code, kind, entry_key);
ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_pkey PRIMARY KEY (municipality_code, signature_id);
ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_position UNIQUE NULLS NOT DISTINCT (municipality_code, agreement_id, prolongation_id, "position") DEFERRABLE;
ALTER TABLE ONLY app.signed_text
    ADD CONSTRAINT signed_text_pkey PRIMARY KEY (municipality_code, agreement_id, sha256);
ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_pkey PRIMARY KEY (municipality_code, picture_id);
ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_of_picture UNIQUE (municipality_code, picture_id, source_id);
ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_pkey PRIMARY KEY (municipality_code, source_id);
ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_position UNIQUE (municipality_code, picture_id, "position") DEFERRABLE;
ALTER TABLE ONLY app.term
    ADD CONSTRAINT term_kind_place_key UNIQUE (kind, place);
ALTER TABLE ONLY app.term
    ADD CONSTRAINT term_pkey PRIMARY KEY (kind, term);
ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_already_corrected UNIQUE (municipality_code, plan_id, corrects_unplanned_work_id);
ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_pkey PRIMARY KEY (municipality_code, plan_id, unplanned_work_id);
ALTER TABLE ONLY app.word_template
    ADD CONSTRAINT word_template_pkey PRIMARY KEY (municipality_code);
ALTER TABLE ONLY audit.chain_head
    ADD CONSTRAINT chain_head_pkey PRIMARY KEY (municipality_code);
ALTER TABLE ONLY audit.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (municipality_code, sequence);
ALTER TABLE ONLY audit.personal_value
    ADD CONSTRAINT personal_value_pkey PRIMARY KEY (municipality_code, sequence, side, column_name);
CREATE INDEX calendar_feed_revoked ON access.calendar_feed USING btree (revoked_sha256);
CREATE INDEX action_plan_by_registration ON app.action_plan USING btree (municipality_code, registration_number);
CREATE INDEX action_plan_by_year ON app.action_plan USING btree (municipality_code, year DESC, plan_id);
CREATE UNIQUE INDEX action_plan_revised_once_a_year ON app.action_plan USING btree (municipality_code, revises_plan_id, year) WHERE (state <> 'withdrawn'::text);
CREATE INDEX action_plan_that_waits ON app.action_plan USING btree (municipality_code) WHERE (state = 'proposed'::text);
CREATE INDEX agreement_by_district ON app.agreement USING btree (municipality_code, district_code, state);
CREATE INDEX agreement_by_period ON app.agreement USING btree (municipality_code, period_start DESC, agreement_id);
CREATE INDEX agreement_by_registration ON app.agreement USING btree (municipality_code, registration_number);
CREATE INDEX agreement_in_force ON app.agreement USING btree (district_code, (
CASE
    WHEN (effective_end IS NULL) THEN 'infinity'::date
    ELSE effective_end
END)) WHERE ((state = ANY (ARRAY['signed'::text, 'terminated'::text])) AND (tacit_prolongation_months IS NULL));
CREATE INDEX agreement_that_goes_on ON app.agreement USING btree (district_code) WHERE ((state = ANY (ARRAY['signed'::text, 'terminated'::text])) AND (tacit_prolongation_months IS NOT NULL));
CREATE UNIQUE INDEX approval_of_outcome ON app.approval USING btree (municipality_code, outcome_id, party) WHERE ((outcome_id IS NOT NULL) AND holds AND (answer = 'approved'::text));
CREATE UNIQUE INDEX approval_of_plan ON app.approval USING btree (municipality_code, plan_id, party) WHERE ((plan_id IS NOT NULL) AND holds AND (answer = 'approved'::text));
CREATE UNIQUE INDEX approval_of_promise ON app.approval USING btree (municipality_code, promise_id, party) WHERE ((promise_id IS NOT NULL) AND holds AND (answer = 'approved'::text));
CREATE INDEX attachment_by_follow_up ON app.attachment USING btree (municipality_code, follow_up_id) WHERE (follow_up_id IS NOT NULL);
CREATE INDEX attachment_by_picture ON app.attachment USING btree (municipality_code, picture_id) WHERE (picture_id IS NOT NULL);
CREATE INDEX attachment_by_plan ON app.attachment USING btree (municipality_code, plan_id) WHERE (plan_id IS NOT NULL);
CREATE UNIQUE INDEX body_name ON app.body USING btree (municipality_code, app.name_key(name));
CREATE INDEX comment_by_agreement ON app.comment USING btree (municipality_code, agreement_id) WHERE (agreement_id IS NOT NULL);
CREATE INDEX comment_by_picture ON app.comment USING btree (municipality_code, picture_id) WHERE (picture_id IS NOT NULL);
CREATE INDEX comment_by_plan ON app.comment USING btree (municipality_code, plan_id) WHERE (plan_id IS NOT NULL);
CREATE UNIQUE INDEX contact_name ON app.contact USING btree (municipality_code, party_id, app.name_key(name), name_apart) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX follow_up_already_corrected ON app.follow_up USING btree (municipality_code, corrects_follow_up_id) WHERE (corrects_follow_up_id IS NOT NULL);
CREATE INDEX follow_up_by_recording ON app.follow_up USING btree (municipality_code, lineage_id, recorded_at DESC);
CREATE INDEX follow_up_latest ON app.follow_up USING btree (municipality_code, lineage_id, party_id, period_end DESC, recorded_at DESC, follow_up_id DESC);
CREATE INDEX follow_up_latest_of_measure ON app.follow_up USING btree (municipality_code, lineage_id, period_end DESC, recorded_at DESC, follow_up_id DESC);
CREATE INDEX indicator_by_lineage ON app.indicator USING btree (municipality_code, lineage_id);
CREATE INDEX indicator_value_by_lineage ON app.indicator_value USING btree (municipality_code, lineage_id, measured_on);
CREATE INDEX measure_by_lineage ON app.measure USING btree (municipality_code, lineage_id);
CREATE INDEX measure_in_order ON app.measure USING btree (municipality_code, plan_id DESC, "position", measure_id);
CREATE INDEX meeting_by_day ON app.meeting USING btree (municipality_code, held_on DESC, meeting_id);
CREATE INDEX plan_summary_by_end ON app.plan_summary USING btree (municipality_code, period_end);
CREATE INDEX plan_summary_of_district ON app.plan_summary USING btree (district_code, period_end);
CREATE INDEX problem_by_predecessor ON app.problem USING btree (municipality_code, predecessor_id) WHERE (predecessor_id IS NOT NULL);
CREATE UNIQUE INDEX prolongation_open ON app.prolongation USING btree (municipality_code, agreement_id) WHERE (state = 'proposed'::text);
CREATE INDEX promise_measure_by_measure ON app.promise_measure USING btree (municipality_code, plan_id, measure_id);
CREATE INDEX promise_of_days ON app.promise USING btree (municipality_code, (
CASE
    WHEN (period_end IS NULL) THEN 'infinity'::date
    ELSE period_end
END)) WHERE (state = 'published'::text);
CREATE UNIQUE INDEX promise_outcome_corrected_once ON app.promise_outcome USING btree (municipality_code, promise_id, corrects_outcome_id) WHERE ((corrects_outcome_id IS NOT NULL) AND (state <> 'returned'::text));
CREATE INDEX promise_outcome_that_waits ON app.promise_outcome USING btree (municipality_code) WHERE (state = 'proposed'::text);
CREATE UNIQUE INDEX promise_revised_once ON app.promise USING btree (municipality_code, predecessor_id) WHERE ((predecessor_id IS NOT NULL) AND (state <> 'withdrawn'::text));
CREATE INDEX promise_that_waits ON app.promise USING btree (municipality_code) WHERE (state = 'proposed'::text);
CREATE INDEX report_by_plan ON app.report USING btree (municipality_code, plan_id);
CREATE UNIQUE INDEX report_revised_once ON app.report USING btree (municipality_code, predecessor_id) WHERE ((predecessor_id IS NOT NULL) AND (state <> 'withdrawn'::text));
CREATE INDEX report_to_district ON app.report USING btree (municipality_code, sent_on) WHERE to_district;
CREATE INDEX responsibility_by_party ON app.responsibility USING btree (municipality_code, party_id);
CREATE INDEX responsibility_in_order ON app.responsibility USING btree (municipality_code, plan_id, measure_id, "position");
CREATE UNIQUE INDEX responsibility_lead ON app.responsibility USING btree (municipality_code, plan_id, measure_id) WHERE lead;
CREATE INDEX responsible_party_by_merger ON app.responsible_party USING btree (municipality_code, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE UNIQUE INDEX responsible_party_name ON app.responsible_party USING btree (municipality_code, app.name_key(name), name_apart) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX situational_picture_revised_once ON app.situational_picture USING btree (municipality_code, predecessor_id) WHERE (state <> 'withdrawn'::text);
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.calendar_feed FOR EACH ROW EXECUTE FUNCTION audit.record('Kalenderadressen', '', 'name', 'secret_sha256,revoked_sha256');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.caller_grant FOR EACH ROW EXECUTE FUNCTION audit.record('Behörigheten', 'role', '', 'place,issuer_kind,issuer_district_code,has_parties,rights');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.issuer FOR EACH ROW EXECUTE FUNCTION audit.record('Utfärdaren', 'issuer');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.role FOR EACH ROW EXECUTE FUNCTION audit.record('Rollen', 'role');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON access.role_right FOR EACH ROW EXECUTE FUNCTION audit.record('Rollens rättighet', 'may');
CREATE TRIGGER complete BEFORE INSERT OR UPDATE ON access.caller_grant FOR EACH ROW EXECUTE FUNCTION access.complete_grant();
CREATE TRIGGER complete_grants AFTER INSERT OR DELETE OR UPDATE ON access.issuer FOR EACH STATEMENT EXECUTE FUNCTION access.complete_grants();
CREATE TRIGGER complete_grants AFTER INSERT OR DELETE OR UPDATE ON access.role FOR EACH STATEMENT EXECUTE FUNCTION access.complete_grants();
CREATE TRIGGER complete_grants AFTER INSERT OR DELETE OR UPDATE ON access.role_right FOR EACH STATEMENT EXECUTE FUNCTION access.complete_grants();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.agreement_section FOR EACH ROW EXECUTE FUNCTION app.admit_agreement_part();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT ON app.approval FOR EACH ROW EXECUTE FUNCTION app.admit_approval();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.cause FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT ON app.comment FOR EACH ROW EXECUTE FUNCTION app.admit_comment();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.dropped_measure FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.admit_follow_up();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.indicator FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT ON app.indicator_value FOR EACH ROW EXECUTE FUNCTION app.admit_indicator_value();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.measure FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.priority_area FOR EACH ROW EXECUTE FUNCTION app.admit_plan_part();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.problem FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.problem_source FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();
CREATE TRIGGER admit AFTER INSERT ON app.prolongation FOR EACH ROW EXECUTE FUNCTION app.admit_prolongation();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION app.admit_promise();
CREATE TRIGGER admit AFTER INSERT OR DELETE ON app.promise_measure FOR EACH ROW EXECUTE FUNCTION app.admit_promise_part();
CREATE TRIGGER admit AFTER INSERT ON app.promise_outcome FOR EACH ROW EXECUTE FUNCTION app.admit_promise_outcome();
CREATE TRIGGER admit AFTER INSERT OR UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION app.admit_report();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.report_commentary FOR EACH ROW EXECUTE FUNCTION app.admit_report_part();
CREATE TRIGGER admit AFTER INSERT OR UPDATE ON app.report_decision FOR EACH ROW EXECUTE FUNCTION app.admit_report_decision();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.report_dispatch FOR EACH ROW EXECUTE FUNCTION app.admit_dispatch();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.reporting_round FOR EACH ROW EXECUTE FUNCTION app.admit_round();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE OF municipality_code, plan_id, measure_id, party_id, contact_id, "position", lead ON app.responsibility FOR EACH ROW EXECUTE FUNCTION app.admit_responsibility();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION app.admit_signature();
CREATE TRIGGER admit AFTER INSERT OR DELETE OR UPDATE ON app.source FOR EACH ROW EXECUTE FUNCTION app.admit_picture_part();
CREATE TRIGGER admit AFTER INSERT ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION app.admit_unplanned_work();
CREATE TRIGGER admit_basis AFTER INSERT OR UPDATE OF agreement_id, picture_id, state ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.admit_plan_basis();
CREATE TRIGGER admit_period AFTER UPDATE ON app.action_plan FOR EACH ROW WHEN (((old.period_start IS DISTINCT FROM new.period_start) OR (old.period_end IS DISTINCT FROM new.period_end))) EXECUTE FUNCTION app.keep_rounds_within();
CREATE TRIGGER admit_return AFTER UPDATE ON app.agreement FOR EACH ROW WHEN (((old.state = 'proposed'::text) AND (new.state = 'draft'::text))) EXECUTE FUNCTION app.void_signatures();
CREATE TRIGGER admit_revision AFTER INSERT ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.admit_revision();
CREATE TRIGGER admit_revision AFTER INSERT ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.admit_picture_revision();
CREATE TRIGGER admit_successor AFTER UPDATE ON app.situational_picture FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'established'::text))) EXECUTE FUNCTION app.establish_picture();
CREATE TRIGGER admit_termination AFTER UPDATE ON app.agreement FOR EACH ROW WHEN ((((old.state = 'signed'::text) AND (new.state = 'terminated'::text)) OR ((old.replaced_by_id IS NULL) AND (new.replaced_by_id IS NOT NULL)))) EXECUTE FUNCTION app.withdraw_prolongation();
CREATE TRIGGER admit_withdrawal AFTER UPDATE ON app.agreement FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'withdrawn'::text))) EXECUTE FUNCTION app.require_unused();
CREATE TRIGGER admit_withdrawal AFTER UPDATE ON app.situational_picture FOR EACH ROW WHEN (((old.state = 'draft'::text) AND (new.state = 'withdrawn'::text))) EXECUTE FUNCTION app.require_unused();
CREATE TRIGGER adopt AFTER UPDATE ON app.action_plan FOR EACH ROW WHEN (((old.state = ANY (ARRAY['draft'::text, 'proposed'::text, 'approved'::text])) AND (new.state = 'adopted'::text))) EXECUTE FUNCTION app.adopt_plan();
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.action_plan FOR EACH ROW EXECUTE FUNCTION audit.record('Handlingsplanen', 'year', '', 'is_answered,has_indicators');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.adopted_contact FOR EACH ROW EXECUTE FUNCTION audit.record('Kontaktpersonens namn vid fastställandet', '', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION audit.record('Överenskommelsen', 'title');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.agreement_section FOR EACH ROW EXECUTE FUNCTION audit.record('Avsnittet', 'heading');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION audit.record('Problemet som besvaras', '');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.approval FOR EACH ROW EXECUTE FUNCTION audit.record('Svaret på det som föreslagits', 'answer', 'name', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.attachment FOR EACH ROW EXECUTE FUNCTION audit.record('Bilagan', 'file_name', '', 'content,created_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.body FOR EACH ROW EXECUTE FUNCTION audit.record('Organet', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.body_meeting FOR EACH ROW EXECUTE FUNCTION audit.record('Sammanträdet', 'held_on');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.cause FOR EACH ROW EXECUTE FUNCTION audit.record('Orsaken', 'text', '', 'problem_ids');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.comment FOR EACH ROW EXECUTE FUNCTION audit.record('Kommentaren', 'text', '', 'written_by,resolved_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.contact FOR EACH ROW EXECUTE FUNCTION audit.record('Kontaktpersonen', '', 'name,email');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.dropped_measure FOR EACH ROW EXECUTE FUNCTION audit.record('Åtgärden som utgick', 'reason');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.duty_fulfilment FOR EACH ROW EXECUTE FUNCTION audit.record('Uppgiften om den lagstadgade skyldigheten', 'title');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.follow_up FOR EACH ROW EXECUTE FUNCTION audit.record('Uppföljningen', 'text', '', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.group_member FOR EACH ROW EXECUTE FUNCTION audit.record('Ledamoten', 'organisation', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.import FOR EACH ROW EXECUTE FUNCTION audit.record('Importen', 'file_name', '', 'content,preview,created_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.indicator FOR EACH ROW EXECUTE FUNCTION audit.record('Indikatorn', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.indicator_value FOR EACH ROW EXECUTE FUNCTION audit.record('Indikatorvärdet', 'value', '', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.measure FOR EACH ROW EXECUTE FUNCTION audit.record('Åtgärden', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting FOR EACH ROW EXECUTE FUNCTION audit.record('Mötet', 'held_on');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting_attendance FOR EACH ROW EXECUTE FUNCTION audit.record('Närvaron', '');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.meeting_decision FOR EACH ROW EXECUTE FUNCTION audit.record('Beslutet', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.municipality FOR EACH ROW EXECUTE FUNCTION audit.record('Kommunen', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.municipality_district FOR EACH ROW EXECUTE FUNCTION audit.record('Lokalpolisområdet från en dag', 'valid_from');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.police_district FOR EACH ROW EXECUTE FUNCTION audit.record('Lokalpolisområdet', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.population FOR EACH ROW EXECUTE FUNCTION audit.record('Folkmängden', 'year');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.priority_area FOR EACH ROW EXECUTE FUNCTION audit.record('Området', 'title', '', 'problem_ids');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.problem FOR EACH ROW EXECUTE FUNCTION audit.record('Problemet', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.problem_source FOR EACH ROW EXECUTE FUNCTION audit.record('Problemets källa', '');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.prolongation FOR EACH ROW EXECUTE FUNCTION audit.record('Förlängningen', 'effective_end');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION audit.record('Löftet', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.promise_measure FOR EACH ROW EXECUTE FUNCTION audit.record('Åtgärden som löftet hålls genom', '');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.promise_outcome FOR EACH ROW EXECUTE FUNCTION audit.record('Löftets utfall', 'text', '', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.remembered_decision FOR EACH ROW EXECUTE FUNCTION audit.record('Beslut vid import', 'name', '', 'decided_at');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION audit.record('Redovisningen', 'title', '', 'content');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.report_commentary FOR EACH ROW EXECUTE FUNCTION audit.record('Kommentaren till området', 'area_title');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.report_decision FOR EACH ROW EXECUTE FUNCTION audit.record('Beslutet om redovisningen', 'body');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.report_dispatch FOR EACH ROW EXECUTE FUNCTION audit.record('Redovisningens mottagare', 'body_name', 'received_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.report_text FOR EACH ROW EXECUTE FUNCTION audit.record('Redovisningens text', 'form', '', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.reporting_round FOR EACH ROW EXECUTE FUNCTION audit.record('Uppföljningstillfället', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.responsibility FOR EACH ROW EXECUTE FUNCTION audit.record('Ansvaret', '', '', 'adopted_contact_id,adopted_name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION audit.record('Ansvarig', 'name');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.round_proposal FOR EACH ROW EXECUTE FUNCTION audit.record('Förslaget till uppföljningstillfällen', 'year');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION audit.record('Undertecknandet', 'title', 'name', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.signed_text FOR EACH ROW EXECUTE FUNCTION audit.record('Det undertecknade', 'form', '', 'text');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION audit.record('Lägesbilden', 'title');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.source FOR EACH ROW EXECUTE FUNCTION audit.record('Källan', 'title');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.term FOR EACH ROW EXECUTE FUNCTION audit.record('Ordet', 'term');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION audit.record('Det oplanerade arbetet', 'text', '', 'recorded_by');
CREATE TRIGGER audit AFTER INSERT OR DELETE OR UPDATE ON app.word_template FOR EACH ROW EXECUTE FUNCTION audit.record('Wordmallen', 'file_name', '', 'content');
CREATE TRIGGER begin BEFORE INSERT ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.begin_agreement();
CREATE TRIGGER begin BEFORE INSERT ON app.report FOR EACH ROW EXECUTE FUNCTION app.begin_report();
CREATE TRIGGER begin BEFORE INSERT ON app.report_dispatch FOR EACH ROW EXECUTE FUNCTION app.begin_dispatch();
CREATE TRIGGER begin BEFORE INSERT ON app.round_proposal FOR EACH ROW EXECUTE FUNCTION app.begin_round_proposal();
CREATE TRIGGER begin BEFORE INSERT ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.begin_picture();
CREATE TRIGGER count_version BEFORE UPDATE ON app.body FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.duty_fulfilment FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.group_member FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.meeting FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.municipality FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.report_decision FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.reporting_round FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER count_version BEFORE UPDATE ON app.word_template FOR EACH ROW EXECUTE FUNCTION app.count_version();
CREATE TRIGGER derive AFTER INSERT OR DELETE ON app.answered_problem FOR EACH ROW EXECUTE FUNCTION app.derive_problem_ids();
CREATE TRIGGER derive AFTER INSERT ON app.follow_up REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION app.derive_status();
CREATE TRIGGER derive AFTER INSERT OR DELETE ON app.indicator FOR EACH ROW EXECUTE FUNCTION app.derive_has_indicators();
CREATE TRIGGER drop_reason AFTER DELETE ON app.measure FOR EACH ROW EXECUTE FUNCTION app.require_drop_reason();
CREATE TRIGGER follow_merge AFTER UPDATE ON app.responsible_party FOR EACH ROW WHEN (((old.merged_into_id IS NULL) AND (new.merged_into_id IS NOT NULL))) EXECUTE FUNCTION access.follow_merge();
CREATE TRIGGER forget_names AFTER UPDATE ON app.action_plan FOR EACH ROW WHEN (((old.state = ANY (ARRAY['proposed'::text, 'approved'::text])) AND (new.state = 'draft'::text))) EXECUTE FUNCTION app.forget_party_names();
CREATE TRIGGER guard BEFORE UPDATE ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.guard_action_plan();
CREATE TRIGGER guard BEFORE UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.guard_agreement();
CREATE TRIGGER guard BEFORE UPDATE ON app.prolongation FOR EACH ROW EXECUTE FUNCTION app.guard_prolongation();
CREATE TRIGGER guard BEFORE UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION app.guard_promise();
CREATE TRIGGER guard BEFORE UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION app.guard_report();
CREATE TRIGGER guard BEFORE UPDATE ON app.report_dispatch FOR EACH ROW EXECUTE FUNCTION app.guard_dispatch();
CREATE TRIGGER guard BEFORE UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.guard_party();
CREATE TRIGGER guard BEFORE UPDATE ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.guard_picture();
CREATE TRIGGER guard_state BEFORE UPDATE ON app.import FOR EACH ROW EXECUTE FUNCTION app.guard_import_state();
CREATE TRIGGER keep_district AFTER INSERT OR UPDATE OF district_code ON app.municipality FOR EACH ROW EXECUTE FUNCTION app.keep_district();
CREATE TRIGGER lineage AFTER INSERT ON app.indicator FOR EACH ROW EXECUTE FUNCTION app.require_own_indicator_lineage();
CREATE TRIGGER lineage AFTER INSERT ON app.measure FOR EACH ROW EXECUTE FUNCTION app.require_own_lineage();
CREATE TRIGGER rename BEFORE UPDATE ON app.contact FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.rename_contact();
CREATE TRIGGER rename BEFORE UPDATE ON app.responsibility FOR EACH ROW WHEN ((old.party_id <> new.party_id)) EXECUTE FUNCTION app.rename_responsibility();
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('plan', 'plan_id', '', '{introduction,notes,registration_number,decision_body,decision_date,decision_paragraph}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.agreement FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('agreement', 'agreement_id', '', '{title,parties,purpose,scope,outside_scope,registration_number,decision_body,decision_date,decision_paragraph}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.agreement_section FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('section', 'agreement_id', 'position', '{heading,text}');
CREATE TRIGGER search AFTER INSERT OR DELETE ON app.attachment FOR EACH ROW EXECUTE FUNCTION app.keep_attachment_entry();
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.cause FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('cause', 'cause_id', '', '{text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.comment FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('comment', 'comment_id', '', '{about,text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.indicator FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('indicator', 'indicator_id', '', '{name,unit,source}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.measure FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('measure', 'measure_id', '', '{text,target,schedule,planned_follow_up,notes}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.meeting FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('meeting', 'meeting_id', '', '{place,notes}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.meeting_decision FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('meetingDecision', 'meeting_id', 'position', '{text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.priority_area FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('area', 'area_id', '', '{title,description}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.problem FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('problem', 'problem_id', '', '{text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.promise FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('promise', 'promise_id', '', '{text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.promise_outcome FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('outcome', 'outcome_id', '', '{text,reason}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.report FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('report', 'report_id', '', '{title,commentary,proposed_decision,next_year,registration_number}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.report_commentary FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('reportCommentary', 'report_id', 'area_id', '{area_title,text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.report_decision FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('reportDecision', 'decision_id', '', '{body,decided_on,paragraph,text}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE OF adopted_name ON app.responsibility FOR EACH ROW EXECUTE FUNCTION app.keep_adopted_name();
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('party', 'party_id', '', '{name}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.situational_picture FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('picture', 'picture_id', '', '{title,summary}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.source FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('source', 'source_id', '', '{title}');
CREATE TRIGGER search AFTER INSERT OR DELETE OR UPDATE ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('unplannedWork', 'unplanned_work_id', '', '{text}');
CREATE TRIGGER search_former_name AFTER UPDATE OF name ON app.responsible_party FOR EACH ROW WHEN ((old.name <> new.name)) EXECUTE FUNCTION app.keep_former_name();
CREATE TRIGGER search_gone AFTER DELETE OR UPDATE ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.keep_search_entry('followUp', 'follow_up_id', '', '{text,reason}');
CREATE TRIGGER search_names_gone AFTER DELETE ON app.responsible_party FOR EACH ROW EXECUTE FUNCTION app.drop_party_names();
CREATE TRIGGER stamp BEFORE INSERT ON app.approval FOR EACH ROW EXECUTE FUNCTION app.stamp_recorder();
CREATE TRIGGER stamp BEFORE INSERT ON app.attachment FOR EACH ROW EXECUTE FUNCTION app.stamp_attachment();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app.comment FOR EACH ROW EXECUTE FUNCTION app.stamp_comment();
CREATE TRIGGER stamp BEFORE INSERT ON app.follow_up FOR EACH ROW EXECUTE FUNCTION app.stamp_follow_up();
CREATE TRIGGER stamp BEFORE INSERT ON app.import FOR EACH ROW EXECUTE FUNCTION app.stamp_import();
CREATE TRIGGER stamp BEFORE INSERT ON app.indicator_value FOR EACH ROW EXECUTE FUNCTION app.stamp_recorder();
CREATE TRIGGER stamp BEFORE INSERT ON app.promise_outcome FOR EACH ROW EXECUTE FUNCTION app.stamp_recorder();
CREATE TRIGGER stamp BEFORE UPDATE ON app.signature FOR EACH ROW EXECUTE FUNCTION app.stamp_signature();
CREATE TRIGGER stamp BEFORE INSERT ON app.unplanned_work FOR EACH ROW EXECUTE FUNCTION app.stamp_recorder();
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON app.word_template FOR EACH ROW EXECUTE FUNCTION app.stamp_word_template();
CREATE TRIGGER summarise AFTER INSERT ON app.action_plan FOR EACH ROW EXECUTE FUNCTION app.summarise_plan();
CREATE TRIGGER summarise AFTER DELETE OR UPDATE ON app.adopted_contact FOR EACH ROW EXECUTE FUNCTION app.count_change();
CREATE TRIGGER summarise AFTER UPDATE ON app.agreement FOR EACH ROW WHEN (((old.state IS DISTINCT FROM new.state) OR (old.district_code IS DISTINCT FROM new.district_code))) EXECUTE FUNCTION app.summarise_plans_below();
CREATE TRIGGER summarise AFTER INSERT OR DELETE OR UPDATE ON app.approval FOR EACH ROW EXECUTE FUNCTION app.count_change();
CREATE TRIGGER summarise AFTER INSERT OR DELETE OR UPDATE ON app.indicator FOR EACH ROW EXECUTE FUNCTION app.count_change();
CREATE TRIGGER summarise AFTER UPDATE ON app.responsible_party FOR EACH ROW WHEN ((old.kind IS DISTINCT FROM new.kind)) EXECUTE FUNCTION app.summarise_plans_below();
CREATE TRIGGER summarise_change AFTER UPDATE ON app.action_plan FOR EACH ROW WHEN ((((((((old.state IS DISTINCT FROM new.state) OR (old.agreement_id IS DISTINCT FROM new.agreement_id)) OR (old.year IS DISTINCT FROM new.year)) OR (old.period_start IS DISTINCT FROM new.period_start)) OR (old.period_end IS DISTINCT FROM new.period_end)) OR (old.adopted_on IS DISTINCT FROM new.adopted_on)) OR (old.revises_plan_id IS DISTINCT FROM new.revises_plan_id))) EXECUTE FUNCTION app.summarise_plan();
CREATE TRIGGER summarise_delete AFTER DELETE ON app.measure REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE TRIGGER summarise_delete AFTER DELETE ON app.responsibility REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE TRIGGER summarise_insert AFTER INSERT ON app.measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE TRIGGER summarise_insert AFTER INSERT ON app.responsibility REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE TRIGGER summarise_name AFTER UPDATE ON app.contact FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.count_change();
CREATE TRIGGER summarise_name AFTER UPDATE ON app.responsible_party FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION app.count_change();
CREATE TRIGGER summarise_theme AFTER UPDATE ON app.priority_area FOR EACH ROW WHEN ((old.theme IS DISTINCT FROM new.theme)) EXECUTE FUNCTION app.summarise_plan();
CREATE TRIGGER summarise_update AFTER UPDATE ON app.measure REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE TRIGGER summarise_update AFTER UPDATE ON app.responsibility REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.summarise_changed_plans();
CREATE CONSTRAINT TRIGGER summarise_version AFTER UPDATE ON app.action_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((NOT (((((((old.state IS DISTINCT FROM new.state) OR (old.agreement_id IS DISTINCT FROM new.agreement_id)) OR (old.year IS DISTINCT FROM new.year)) OR (old.period_start IS DISTINCT FROM new.period_start)) OR (old.period_end IS DISTINCT FROM new.period_end)) OR (old.adopted_on IS DISTINCT FROM new.adopted_on)) OR (old.revises_plan_id IS DISTINCT FROM new.revises_plan_id)))) EXECUTE FUNCTION app.count_change();
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.change FOR EACH ROW EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.chain_head FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.change FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit.personal_value FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
ALTER TABLE ONLY access.calendar_feed
    ADD CONSTRAINT calendar_feed_issuer_fkey FOREIGN KEY (issuer) REFERENCES access.issuer(issuer);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_issuer_fkey FOREIGN KEY (issuer) REFERENCES access.issuer(issuer);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY access.caller_grant
    ADD CONSTRAINT caller_grant_role_place_fkey FOREIGN KEY (role, place) REFERENCES access.role(role, place);
ALTER TABLE ONLY access.idempotency_key
    ADD CONSTRAINT idempotency_key_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY access.issuer
    ADD CONSTRAINT issuer_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_issuer_kind_place_may_fkey FOREIGN KEY (issuer_kind, place, may) REFERENCES access.known_right(issuer_kind, place, may);
ALTER TABLE ONLY access.role_right
    ADD CONSTRAINT role_right_role_issuer_kind_place_fkey FOREIGN KEY (role, issuer_kind, place) REFERENCES access.role(role, issuer_kind, place);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);
ALTER TABLE ONLY app.action_plan
    ADD CONSTRAINT action_plan_revises FOREIGN KEY (municipality_code, revises_plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_municipality_code_contact_id_fkey FOREIGN KEY (municipality_code, contact_id) REFERENCES app.contact(municipality_code, contact_id);
ALTER TABLE ONLY app.adopted_contact
    ADD CONSTRAINT adopted_contact_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.agreement
    ADD CONSTRAINT agreement_replaced_by FOREIGN KEY (municipality_code, replaced_by_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.agreement_section
    ADD CONSTRAINT agreement_section_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_municipality_code_plan_id_area_id_fkey FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_municipality_code_plan_id_cause_id_fkey FOREIGN KEY (municipality_code, plan_id, cause_id) REFERENCES app.cause(municipality_code, plan_id, cause_id);
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_of_picture FOREIGN KEY (municipality_code, picture_id, problem_id) REFERENCES app.problem(municipality_code, picture_id, problem_id);
ALTER TABLE ONLY app.answered_problem
    ADD CONSTRAINT answered_problem_picture_of_plan FOREIGN KEY (municipality_code, plan_id, picture_id) REFERENCES app.action_plan(municipality_code, plan_id, picture_id);
ALTER TABLE ONLY app.approval
    ADD CONSTRAINT approval_municipality_code_outcome_id_fkey FOREIGN KEY (municipality_code, outcome_id) REFERENCES app.promise_outcome(municipality_code, outcome_id);
ALTER TABLE ONLY app.approval
    ADD CONSTRAINT approval_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.approval
    ADD CONSTRAINT approval_municipality_code_promise_id_fkey FOREIGN KEY (municipality_code, promise_id) REFERENCES app.promise(municipality_code, promise_id);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_municipality_code_follow_up_id_fkey FOREIGN KEY (municipality_code, follow_up_id) REFERENCES app.follow_up(municipality_code, follow_up_id);
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.attachment
    ADD CONSTRAINT attachment_report FOREIGN KEY (municipality_code, report_id) REFERENCES app.report(municipality_code, report_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.body_meeting
    ADD CONSTRAINT body_meeting_body FOREIGN KEY (municipality_code, body_id) REFERENCES app.body(municipality_code, body_id);
ALTER TABLE ONLY app.body
    ADD CONSTRAINT body_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.cause
    ADD CONSTRAINT cause_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.comment
    ADD CONSTRAINT comment_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.contact
    ADD CONSTRAINT contact_municipality_code_party_id_fkey FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);
ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_municipality_code_measure_id_fkey FOREIGN KEY (municipality_code, measure_id) REFERENCES app.measure(municipality_code, measure_id);
ALTER TABLE ONLY app.dropped_measure
    ADD CONSTRAINT dropped_measure_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.duty_fulfilment
    ADD CONSTRAINT duty_fulfilment_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_corrects FOREIGN KEY (municipality_code, corrects_follow_up_id) REFERENCES app.follow_up(municipality_code, follow_up_id);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_measure FOREIGN KEY (municipality_code, plan_id, measure_id, lineage_id) REFERENCES app.measure(municipality_code, plan_id, measure_id, lineage_id);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_party FOREIGN KEY (municipality_code, plan_id, measure_id, party_id) REFERENCES app.responsibility(municipality_code, plan_id, measure_id, party_id);
ALTER TABLE ONLY app.follow_up
    ADD CONSTRAINT follow_up_transferred_from FOREIGN KEY (municipality_code, transferred_from_id) REFERENCES app.follow_up(municipality_code, follow_up_id);
ALTER TABLE ONLY app.group_member
    ADD CONSTRAINT group_member_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id) ON DELETE SET NULL (agreement_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id) ON DELETE SET NULL (picture_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY app.import
    ADD CONSTRAINT import_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) ON DELETE SET NULL (plan_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.indicator
    ADD CONSTRAINT indicator_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.indicator_value
    ADD CONSTRAINT indicator_value_corrects FOREIGN KEY (municipality_code, plan_id, indicator_id, corrects_value_id) REFERENCES app.indicator_value(municipality_code, plan_id, indicator_id, value_id);
ALTER TABLE ONLY app.indicator_value
    ADD CONSTRAINT indicator_value_indicator FOREIGN KEY (municipality_code, plan_id, indicator_id, lineage_id) REFERENCES app.indicator(municipality_code, plan_id, indicator_id, lineage_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.measure
    ADD CONSTRAINT measure_cause FOREIGN KEY (municipality_code, plan_id, area_id, cause_id) REFERENCES app.cause(municipality_code, plan_id, area_id, cause_id) ON UPDATE CASCADE;
ALTER TABLE ONLY app.measure_status
    ADD CONSTRAINT measure_status_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id) REFERENCES app.measure(municipality_code, plan_id, measure_id);
ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_member FOREIGN KEY (municipality_code, member_id) REFERENCES app.group_member(municipality_code, member_id);
ALTER TABLE ONLY app.meeting_attendance
    ADD CONSTRAINT meeting_attendance_municipality_code_meeting_id_fkey FOREIGN KEY (municipality_code, meeting_id) REFERENCES app.meeting(municipality_code, meeting_id);
ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_municipality_code_meeting_id_fkey FOREIGN KEY (municipality_code, meeting_id) REFERENCES app.meeting(municipality_code, meeting_id);
ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_picture FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);
ALTER TABLE ONLY app.meeting_decision
    ADD CONSTRAINT meeting_decision_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.meeting
    ADD CONSTRAINT meeting_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.municipality
    ADD CONSTRAINT municipality_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY app.municipality_district
    ADD CONSTRAINT municipality_district_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY app.municipality_district
    ADD CONSTRAINT municipality_district_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.plan_summary
    ADD CONSTRAINT plan_summary_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id) ON DELETE CASCADE;
ALTER TABLE ONLY app.population
    ADD CONSTRAINT population_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.priority_area
    ADD CONSTRAINT priority_area_municipality_code_plan_id_fkey FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);
ALTER TABLE ONLY app.problem
    ADD CONSTRAINT problem_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.problem(municipality_code, problem_id);
ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_municipality_code_picture_id_problem_id_fkey FOREIGN KEY (municipality_code, picture_id, problem_id) REFERENCES app.problem(municipality_code, picture_id, problem_id);
ALTER TABLE ONLY app.problem_source
    ADD CONSTRAINT problem_source_of_picture FOREIGN KEY (municipality_code, picture_id, source_id) REFERENCES app.source(municipality_code, picture_id, source_id);
ALTER TABLE ONLY app.prolongation
    ADD CONSTRAINT prolongation_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_agreement FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.promise_measure
    ADD CONSTRAINT promise_measure_measure FOREIGN KEY (municipality_code, plan_id, measure_id) REFERENCES app.measure(municipality_code, plan_id, measure_id);
ALTER TABLE ONLY app.promise_measure
    ADD CONSTRAINT promise_measure_plan_of_agreement FOREIGN KEY (municipality_code, agreement_id, plan_id) REFERENCES app.action_plan(municipality_code, agreement_id, plan_id);
ALTER TABLE ONLY app.promise_measure
    ADD CONSTRAINT promise_measure_promise FOREIGN KEY (municipality_code, agreement_id, promise_id) REFERENCES app.promise(municipality_code, agreement_id, promise_id);
ALTER TABLE ONLY app.promise_outcome
    ADD CONSTRAINT promise_outcome_corrects FOREIGN KEY (municipality_code, promise_id, corrects_outcome_id) REFERENCES app.promise_outcome(municipality_code, promise_id, outcome_id);
ALTER TABLE ONLY app.promise_outcome
    ADD CONSTRAINT promise_outcome_municipality_code_promise_id_fkey FOREIGN KEY (municipality_code, promise_id) REFERENCES app.promise(municipality_code, promise_id);
ALTER TABLE ONLY app.promise
    ADD CONSTRAINT promise_predecessor FOREIGN KEY (municipality_code, agreement_id, predecessor_id) REFERENCES app.promise(municipality_code, agreement_id, promise_id);
ALTER TABLE ONLY app.remembered_decision
    ADD CONSTRAINT remembered_decision_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.report_commentary
    ADD CONSTRAINT report_commentary_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.report_commentary
    ADD CONSTRAINT report_commentary_municipality_code_report_id_fkey FOREIGN KEY (municipality_code, report_id) REFERENCES app.report(municipality_code, report_id);
ALTER TABLE ONLY app.report_decision
    ADD CONSTRAINT report_decision_attachment FOREIGN KEY (municipality_code, report_id, attachment_id) REFERENCES app.attachment(municipality_code, report_id, attachment_id);
ALTER TABLE ONLY app.report_decision
    ADD CONSTRAINT report_decision_report FOREIGN KEY (municipality_code, report_id) REFERENCES app.report(municipality_code, report_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_attachment FOREIGN KEY (municipality_code, report_id, attachment_id) REFERENCES app.attachment(municipality_code, report_id, attachment_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_body FOREIGN KEY (municipality_code, body_id) REFERENCES app.body(municipality_code, body_id);
ALTER TABLE ONLY app.report_dispatch
    ADD CONSTRAINT report_dispatch_report FOREIGN KEY (municipality_code, report_id) REFERENCES app.report(municipality_code, report_id);
ALTER TABLE ONLY app.report
    ADD CONSTRAINT report_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.report
    ADD CONSTRAINT report_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.report(municipality_code, report_id);
ALTER TABLE ONLY app.report_text
    ADD CONSTRAINT report_text_municipality_code_report_id_fkey FOREIGN KEY (municipality_code, report_id) REFERENCES app.report(municipality_code, report_id);
ALTER TABLE ONLY app.reporting_round
    ADD CONSTRAINT reporting_round_plan FOREIGN KEY (municipality_code, plan_id) REFERENCES app.action_plan(municipality_code, plan_id);
ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_adopted_contact FOREIGN KEY (municipality_code, adopted_contact_id) REFERENCES app.adopted_contact(municipality_code, adopted_contact_id);
ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_contact FOREIGN KEY (municipality_code, party_id, contact_id) REFERENCES app.contact(municipality_code, party_id, contact_id);
ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id) REFERENCES app.measure(municipality_code, plan_id, measure_id);
ALTER TABLE ONLY app.responsibility
    ADD CONSTRAINT responsibility_party FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);
ALTER TABLE ONLY app.responsibility_status
    ADD CONSTRAINT responsibility_status_municipality_code_plan_id_measure_id_fkey FOREIGN KEY (municipality_code, plan_id, measure_id, party_id) REFERENCES app.responsibility(municipality_code, plan_id, measure_id, party_id);
ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_merged_into FOREIGN KEY (municipality_code, merged_into_id) REFERENCES app.responsible_party(municipality_code, party_id);
ALTER TABLE ONLY app.responsible_party
    ADD CONSTRAINT responsible_party_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.round_proposal
    ADD CONSTRAINT round_proposal_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY app.round_proposal
    ADD CONSTRAINT round_proposal_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_original FOREIGN KEY (municipality_code, agreement_id, attachment_id) REFERENCES app.attachment(municipality_code, agreement_id, attachment_id);
ALTER TABLE ONLY app.signature
    ADD CONSTRAINT signature_prolongation FOREIGN KEY (municipality_code, agreement_id, prolongation_id) REFERENCES app.prolongation(municipality_code, agreement_id, prolongation_id);
ALTER TABLE ONLY app.signed_text
    ADD CONSTRAINT signed_text_municipality_code_agreement_id_fkey FOREIGN KEY (municipality_code, agreement_id) REFERENCES app.agreement(municipality_code, agreement_id);
ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_district_code_fkey FOREIGN KEY (district_code) REFERENCES app.police_district(district_code);
ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY app.situational_picture
    ADD CONSTRAINT situational_picture_predecessor FOREIGN KEY (municipality_code, predecessor_id) REFERENCES app.situational_picture(municipality_code, picture_id);
ALTER TABLE ONLY app.source
    ADD CONSTRAINT source_municipality_code_picture_id_fkey FOREIGN KEY (municipality_code, picture_id) REFERENCES app.situational_picture(municipality_code, picture_id);
ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_area FOREIGN KEY (municipality_code, plan_id, area_id) REFERENCES app.priority_area(municipality_code, plan_id, area_id);
ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_corrects FOREIGN KEY (municipality_code, plan_id, corrects_unplanned_work_id) REFERENCES app.unplanned_work(municipality_code, plan_id, unplanned_work_id);
ALTER TABLE ONLY app.unplanned_work
    ADD CONSTRAINT unplanned_work_party FOREIGN KEY (municipality_code, party_id) REFERENCES app.responsible_party(municipality_code, party_id);
ALTER TABLE ONLY app.word_template
    ADD CONSTRAINT word_template_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES app.municipality(municipality_code);
ALTER TABLE ONLY audit.personal_value
    ADD CONSTRAINT personal_value_municipality_code_sequence_fkey FOREIGN KEY (municipality_code, sequence) REFERENCES audit.change(municipality_code, sequence);
CREATE POLICY access_follows ON access.caller_grant FOR UPDATE TO samverkan_access USING (true) WITH CHECK (true);
CREATE POLICY access_reads ON access.calendar_feed FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON access.caller_grant FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON access.issuer FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON access.role FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON access.role_right FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON access.server_key FOR SELECT TO samverkan_access USING (true);
ALTER TABLE access.calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.caller_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.issuer ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.known_right ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_inserts ON access.calendar_feed FOR INSERT TO samverkan_municipality WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY municipality_inserts ON access.idempotency_key FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY municipality_reads ON access.calendar_feed FOR SELECT TO samverkan_municipality USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY municipality_reads ON access.caller_grant FOR SELECT TO samverkan_municipality USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY municipality_reads ON access.idempotency_key FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY municipality_updates ON access.calendar_feed FOR UPDATE TO samverkan_municipality USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject)))) WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY operator_inserts ON access.calendar_feed FOR INSERT TO samverkan_operator WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY operator_reads ON access.calendar_feed FOR SELECT TO samverkan_operator USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY operator_reads ON access.caller_grant FOR SELECT TO samverkan_operator USING ((( SELECT access.may('tenants.read'::text) AS may) OR ((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject)))));
CREATE POLICY operator_reads ON access.issuer FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));
CREATE POLICY operator_updates ON access.calendar_feed FOR UPDATE TO samverkan_operator USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject)))) WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY owner_maintains ON access.caller_grant TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON access.issuer TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON access.known_right TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON access.role TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON access.role_right TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON access.server_key TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY police_inserts ON access.calendar_feed FOR INSERT TO samverkan_police WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY police_inserts ON access.idempotency_key FOR INSERT TO samverkan_police WITH CHECK (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY police_reads ON access.calendar_feed FOR SELECT TO samverkan_police USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY police_reads ON access.caller_grant FOR SELECT TO samverkan_police USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY police_reads ON access.idempotency_key FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
CREATE POLICY police_updates ON access.calendar_feed FOR UPDATE TO samverkan_police USING (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject)))) WITH CHECK (((issuer = ( SELECT access.issuer() AS issuer)) AND (subject = ( SELECT access.subject() AS subject))));
ALTER TABLE access.role ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.role_right ENABLE ROW LEVEL SECURITY;
ALTER TABLE access.server_key ENABLE ROW LEVEL SECURITY;
CREATE POLICY access_reads ON app.agreement FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON app.municipality FOR SELECT TO samverkan_access USING (true);
CREATE POLICY access_reads ON app.responsible_party FOR SELECT TO samverkan_access USING (true);
ALTER TABLE app.action_plan ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.adopted_contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.agreement ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.agreement_section ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.answered_problem ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.attachment ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.body ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.body_meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.cause ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.contact ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.dropped_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.duty_fulfilment ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.follow_up ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.group_member ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.import ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.indicator ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.indicator_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY lock_inserts ON app.approval FOR INSERT TO samverkan_lock WITH CHECK (true);
CREATE POLICY lock_inserts ON app.report_text FOR INSERT TO samverkan_lock WITH CHECK (true);
CREATE POLICY lock_inserts ON app.signature FOR INSERT TO samverkan_lock WITH CHECK (true);
CREATE POLICY lock_inserts ON app.signed_text FOR INSERT TO samverkan_lock WITH CHECK (true);
CREATE POLICY lock_keeps ON app.adopted_contact TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_keeps ON app.measure_status TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_keeps ON app.municipality_district TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_keeps ON app.plan_summary TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_keeps ON app.responsibility_status TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_keeps ON app.search_entry TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_reads ON app.action_plan FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.agreement FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.agreement_section FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.answered_problem FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.approval FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.attachment FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.body FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.cause FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.contact FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.dropped_measure FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.duty_fulfilment FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.follow_up FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.group_member FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.indicator FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.indicator_value FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.measure FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.municipality FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.priority_area FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.prolongation FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.promise FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.promise_measure FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.promise_outcome FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.report FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.report_commentary FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.report_dispatch FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.reporting_round FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.responsibility FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.responsible_party FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.signature FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.signed_text FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.situational_picture FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.term FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_reads ON app.unplanned_work FOR SELECT TO samverkan_lock USING (true);
CREATE POLICY lock_updates ON app.action_plan FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.agreement FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.approval FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.cause FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.priority_area FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.prolongation FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.promise FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.promise_outcome FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.report FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.report_dispatch FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.responsibility FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.signature FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
CREATE POLICY lock_updates ON app.situational_picture FOR UPDATE TO samverkan_lock USING (true) WITH CHECK (true);
ALTER TABLE app.measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.measure_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.meeting ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.meeting_attendance ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.meeting_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.municipality ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_deletes ON app.action_plan FOR DELETE TO samverkan_municipality USING (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text) AND (NOT is_exchanged)));
CREATE POLICY municipality_deletes ON app.agreement FOR DELETE TO samverkan_municipality USING (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text) AND (NOT is_exchanged)));
CREATE POLICY municipality_deletes ON app.agreement_section FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.answered_problem FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.body_meeting FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.cause FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.contact FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.import FOR DELETE TO samverkan_municipality USING (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'previewed'::text)));
CREATE POLICY municipality_deletes ON app.indicator FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.measure FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.meeting_attendance FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.meeting_decision FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.priority_area FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.problem FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.problem_source FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.promise FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.promise_measure FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.report FOR DELETE TO samverkan_municipality USING (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_deletes ON app.report_commentary FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.report_dispatch FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.reporting_round FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.responsibility FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.responsible_party FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.signature FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.situational_picture FOR DELETE TO samverkan_municipality USING (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text) AND (NOT is_exchanged)));
CREATE POLICY municipality_deletes ON app.source FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_deletes ON app.word_template FOR DELETE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
ALTER TABLE app.municipality_district ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_inserts ON app.action_plan FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_inserts ON app.agreement FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_inserts ON app.agreement_section FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.answered_problem FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.approval FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.attachment FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) OR ((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('report.own'::text) AS may) AND ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM app.follow_up f
  WHERE (f.party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[])))))));
CREATE POLICY municipality_inserts ON app.body FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.body_meeting FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.cause FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.comment FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.write'::text) AS may)));
CREATE POLICY municipality_inserts ON app.contact FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.dropped_measure FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.duty_fulfilment FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.follow_up FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (( SELECT access.may('report.any'::text) AS may) OR (( SELECT access.may('report.own'::text) AS may) AND (party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[]))))));
CREATE POLICY municipality_inserts ON app.group_member FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.import FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'previewed'::text)));
CREATE POLICY municipality_inserts ON app.indicator FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.indicator_value FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('report.any'::text) AS may)));
CREATE POLICY municipality_inserts ON app.measure FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.meeting FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.meeting_attendance FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.meeting_decision FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.priority_area FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.problem FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.problem_source FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.prolongation FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'proposed'::text)));
CREATE POLICY municipality_inserts ON app.promise FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_inserts ON app.promise_measure FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.promise_outcome FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.remembered_decision FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.report FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_inserts ON app.report_commentary FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.report_decision FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.report_dispatch FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.reporting_round FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.responsibility FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.responsible_party FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.signature FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.situational_picture FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND (state = 'draft'::text)));
CREATE POLICY municipality_inserts ON app.source FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_inserts ON app.unplanned_work FOR INSERT TO samverkan_municipality WITH CHECK (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (( SELECT access.may('report.any'::text) AS may) OR (( SELECT access.may('report.own'::text) AS may) AND (party_id = ANY (( SELECT access.responsible_parties() AS responsible_parties)::uuid[]))))));
CREATE POLICY municipality_inserts ON app.word_template FOR INSERT TO samverkan_municipality WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_reads ON app.action_plan FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.adopted_contact FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.agreement FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.agreement_section FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.answered_problem FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.approval FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.attachment FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.body FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.body_meeting FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.cause FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.comment FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.read'::text) AS may)));
CREATE POLICY municipality_reads ON app.contact FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.dropped_measure FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.duty_fulfilment FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.follow_up FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.group_member FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.import FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.indicator FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.indicator_value FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.measure FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.measure_status FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.meeting FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.meeting_attendance FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.meeting_decision FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.municipality FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.plan_summary FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.police_district FOR SELECT TO samverkan_municipality USING ((( SELECT access.municipality() AS municipality) IS NOT NULL));
CREATE POLICY municipality_reads ON app.priority_area FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.problem FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.problem_source FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.prolongation FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.promise FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.promise_measure FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.promise_outcome FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.remembered_decision FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_reads ON app.report FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.report_commentary FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.report_decision FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.report_dispatch FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.report_text FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.reporting_round FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.responsibility FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.responsibility_status FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.responsible_party FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.round_proposal FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.search_entry FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.signature FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.signed_text FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.situational_picture FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.source FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.term FOR SELECT TO samverkan_municipality USING (( SELECT access.has_entered() AS has_entered));
CREATE POLICY municipality_reads ON app.unplanned_work FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_reads ON app.word_template FOR SELECT TO samverkan_municipality USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY municipality_updates ON app.action_plan FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.agreement FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.body FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.cause FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.comment FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.contact FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.duty_fulfilment FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.group_member FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.import FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.indicator FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.measure FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.meeting FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.municipality FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.priority_area FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.problem FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.prolongation FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.promise FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.remembered_decision FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.report FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.report_commentary FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.report_decision FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.report_dispatch FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.reporting_round FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.responsibility FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.responsible_party FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.signature FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK (((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)) AND ((signed_on IS NULL) OR (party = 'municipality'::text) OR outside_system)));
CREATE POLICY municipality_updates ON app.situational_picture FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.source FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY municipality_updates ON app.word_template FOR UPDATE TO samverkan_municipality USING ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality))) WITH CHECK ((municipality_code = ( SELECT access.coordinated_municipality() AS coordinated_municipality)));
CREATE POLICY operator_reads ON app.municipality FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));
CREATE POLICY operator_reads ON app.police_district FOR SELECT TO samverkan_operator USING (( SELECT access.may('tenants.read'::text) AS may));
CREATE POLICY owner_maintains ON app.municipality TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON app.municipality_district TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON app.police_district TO samverkan_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_maintains ON app.population TO samverkan_owner USING (true) WITH CHECK (true);
ALTER TABLE app.plan_summary ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.police_district ENABLE ROW LEVEL SECURITY;
CREATE POLICY police_inserts ON app.approval FOR INSERT TO samverkan_police WITH CHECK (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('signature.police'::text) AS may) AND (NOT outside_system) AND ((EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = approval.municipality_code) AND (p.plan_id = approval.plan_id)))) OR (EXISTS ( SELECT
   FROM app.promise p
  WHERE ((p.municipality_code = approval.municipality_code) AND (p.promise_id = approval.promise_id)))) OR (EXISTS ( SELECT
   FROM app.promise_outcome o
  WHERE ((o.municipality_code = approval.municipality_code) AND (o.outcome_id = approval.outcome_id)))))));
CREATE POLICY police_inserts ON app.attachment FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM (app.follow_up f
     JOIN app.responsible_party r ON (((r.municipality_code = f.municipality_code) AND (r.party_id = f.party_id))))
  WHERE (r.kind = 'police'::text)))));
CREATE POLICY police_inserts ON app.comment FOR INSERT TO samverkan_police WITH CHECK ((((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.write'::text) AS may)) OR ((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('proposal.comment'::text) AS may) AND (EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = comment.municipality_code) AND (p.plan_id = comment.plan_id)))))));
CREATE POLICY police_inserts ON app.follow_up FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.responsible_party r
  WHERE ((r.municipality_code = follow_up.municipality_code) AND (r.party_id = follow_up.party_id) AND (r.kind = 'police'::text)))) AND (EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = follow_up.municipality_code) AND (p.plan_id = follow_up.plan_id))))));
CREATE POLICY police_inserts ON app.indicator_value FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.indicator i
  WHERE ((i.municipality_code = indicator_value.municipality_code) AND (i.plan_id = indicator_value.plan_id) AND (i.indicator_id = indicator_value.indicator_id))))));
CREATE POLICY police_inserts ON app.problem FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_inserts ON app.problem_source FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_inserts ON app.promise_outcome FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.promise p
  WHERE ((p.municipality_code = promise_outcome.municipality_code) AND (p.promise_id = promise_outcome.promise_id) AND (p.promisor <> 'municipality'::text))))));
CREATE POLICY police_inserts ON app.round_proposal FOR INSERT TO samverkan_police WITH CHECK (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('round.propose'::text) AS may) AND (district_code = ( SELECT access.district() AS district))));
CREATE POLICY police_inserts ON app.unplanned_work FOR INSERT TO samverkan_police WITH CHECK ((( SELECT access.may('report.police'::text) AS may) AND (EXISTS ( SELECT
   FROM app.responsible_party r
  WHERE ((r.municipality_code = unplanned_work.municipality_code) AND (r.party_id = unplanned_work.party_id) AND (r.kind = 'police'::text)))) AND (EXISTS ( SELECT
   FROM app.action_plan p
  WHERE ((p.municipality_code = unplanned_work.municipality_code) AND (p.plan_id = unplanned_work.plan_id))))));
CREATE POLICY police_reads ON app.action_plan FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR ((state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))))));
CREATE POLICY police_reads ON app.adopted_contact FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.agreement FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND (((state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])) AND (district_code = ( SELECT access.district() AS district)) AND (( SELECT access.may('district.read'::text) AS may) OR (municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])))) OR (municipality_code = ( SELECT access.municipality() AS municipality)))));
CREATE POLICY police_reads ON app.agreement_section FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));
CREATE POLICY police_reads ON app.answered_problem FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.approval FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND (((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until))))) OR ((municipality_code, promise_id) IN ( SELECT p.municipality_code,
    p.promise_id
   FROM app.promise p)) OR ((municipality_code, outcome_id) IN ( SELECT o.municipality_code,
    o.outcome_id
   FROM app.promise_outcome o)))));
CREATE POLICY police_reads ON app.attachment FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a)) OR ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p)) OR ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until))))) OR ((municipality_code, follow_up_id) IN ( SELECT f.municipality_code,
    f.follow_up_id
   FROM app.follow_up f)) OR (EXISTS ( SELECT
   FROM app.report r
  WHERE ((r.municipality_code = attachment.municipality_code) AND (r.report_id = attachment.report_id) AND (attachment.created_at <= r.sent_at)))))));
CREATE POLICY police_reads ON app.body FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (kind = 'policeDistrictManagement'::text)));
CREATE POLICY police_reads ON app.cause FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.comment FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('comment.read'::text) AS may)) OR (on_proposal AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))))));
CREATE POLICY police_reads ON app.contact FOR SELECT TO samverkan_police USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY police_reads ON app.dropped_measure FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.follow_up FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.group_member FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.import FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.indicator FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.indicator_value FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.measure FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.measure_status FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.meeting FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.meeting_attendance FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.meeting_decision FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
CREATE POLICY police_reads ON app.municipality FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) OR ((district_code = ( SELECT access.district() AS district)) AND ( SELECT access.may('district.read'::text) AS may))));
CREATE POLICY police_reads ON app.plan_summary FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND (((state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])) AND (agreement_state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])) AND (district_code = ( SELECT access.district() AS district)) AND (( SELECT access.may('district.read'::text) AS may) OR (municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])))) OR (municipality_code = ( SELECT access.municipality() AS municipality)))));
CREATE POLICY police_reads ON app.police_district FOR SELECT TO samverkan_police USING ((( SELECT access.role() AS role) IS NOT NULL));
CREATE POLICY police_reads ON app.priority_area FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.problem FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));
CREATE POLICY police_reads ON app.problem_source FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));
CREATE POLICY police_reads ON app.prolongation FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));
CREATE POLICY police_reads ON app.promise FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR ((state <> 'draft'::text) AND ((state <> 'withdrawn'::text) OR (returned_by IS NULL)) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))))));
CREATE POLICY police_reads ON app.promise_measure FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, promise_id) IN ( SELECT p.municipality_code,
    p.promise_id
   FROM app.promise p)) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.promise_outcome FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, promise_id) IN ( SELECT p.municipality_code,
    p.promise_id
   FROM app.promise p))));
CREATE POLICY police_reads ON app.report FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND (state <> 'draft'::text) AND to_district AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.report_commentary FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, report_id) IN ( SELECT r.municipality_code,
    r.report_id
   FROM app.report r))));
CREATE POLICY police_reads ON app.report_dispatch FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND (body_kind = 'policeDistrictManagement'::text) AND ((municipality_code, report_id) IN ( SELECT r.municipality_code,
    r.report_id
   FROM app.report r))));
CREATE POLICY police_reads ON app.report_text FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, report_id) IN ( SELECT r.municipality_code,
    r.report_id
   FROM app.report r))));
CREATE POLICY police_reads ON app.reporting_round FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.responsibility FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.responsibility_status FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_reads ON app.responsible_party FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR (EXISTS ( SELECT
   FROM app.responsibility r
  WHERE ((r.municipality_code = responsible_party.municipality_code) AND (r.party_id = responsible_party.party_id)))))));
CREATE POLICY police_reads ON app.round_proposal FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code = ( SELECT access.municipality() AS municipality)) OR (district_code = ( SELECT access.district() AS district)))));
CREATE POLICY police_reads ON app.search_entry FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND
CASE
    WHEN (kind = ANY (ARRAY['plan'::text, 'area'::text, 'cause'::text, 'measure'::text, 'indicator'::text, 'followUp'::text, 'unplannedWork'::text, 'adoptedName'::text])) THEN ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
        p.plan_id
       FROM app.plan_summary p
      WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))
    WHEN (kind = ANY (ARRAY['agreement'::text, 'section'::text])) THEN ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
        a.agreement_id
       FROM app.agreement a))
    WHEN (kind = ANY (ARRAY['picture'::text, 'source'::text])) THEN ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
        p.picture_id
       FROM app.situational_picture p))
    WHEN (kind = 'problem'::text) THEN ((municipality_code, entry_id) IN ( SELECT p.municipality_code,
        p.problem_id
       FROM app.problem p))
    WHEN (kind = 'promise'::text) THEN ((municipality_code, promise_id) IN ( SELECT p.municipality_code,
        p.promise_id
       FROM app.promise p))
    WHEN (kind = 'outcome'::text) THEN ((municipality_code, entry_id) IN ( SELECT o.municipality_code,
        o.outcome_id
       FROM app.promise_outcome o))
    WHEN (kind = ANY (ARRAY['report'::text, 'reportCommentary'::text])) THEN ((municipality_code, report_id) IN ( SELECT r.municipality_code,
        r.report_id
       FROM app.report r))
    WHEN (kind = ANY (ARRAY['meeting'::text, 'meetingDecision'::text])) THEN ((municipality_code, entry_id) IN ( SELECT m.municipality_code,
        m.meeting_id
       FROM app.meeting m))
    WHEN (kind = 'comment'::text) THEN ((municipality_code, entry_id) IN ( SELECT c.municipality_code,
        c.comment_id
       FROM app.comment c))
    WHEN (kind = 'attachment'::text) THEN ((municipality_code, entry_id) IN ( SELECT x.municipality_code,
        x.attachment_id
       FROM app.attachment x))
    WHEN (kind = 'party'::text) THEN ((municipality_code, party_id) IN ( SELECT p.municipality_code,
        p.party_id
       FROM app.responsible_party p))
    ELSE false
END));
CREATE POLICY police_reads ON app.signature FOR SELECT TO samverkan_police USING ((
CASE
    WHEN (municipality_code >= ( SELECT access.visible_from() AS visible_from)) THEN (municipality_code <= ( SELECT access.visible_until() AS visible_until))
    ELSE NULL::boolean
END AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a))));
CREATE POLICY police_reads ON app.signed_text FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, agreement_id, sha256) IN ( SELECT s.municipality_code,
    s.agreement_id,
    unnest(ARRAY[s.content_sha256,
        CASE
            WHEN (s.form <> 'v1'::text) THEN s.annexes_sha256
            ELSE NULL::bytea
        END]) AS unnest
   FROM (app.signature s
     JOIN app.agreement a ON (((a.municipality_code = s.municipality_code) AND (a.agreement_id = s.agreement_id))))))));
CREATE POLICY police_reads ON app.situational_picture FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND (((state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])) AND (district_code = ( SELECT access.district() AS district))) OR (municipality_code = ( SELECT access.municipality() AS municipality)))));
CREATE POLICY police_reads ON app.source FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, picture_id) IN ( SELECT p.municipality_code,
    p.picture_id
   FROM app.situational_picture p))));
CREATE POLICY police_reads ON app.term FOR SELECT TO samverkan_police USING (( SELECT access.has_entered() AS has_entered));
CREATE POLICY police_reads ON app.unplanned_work FOR SELECT TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ((municipality_code, plan_id) IN ( SELECT p.municipality_code,
    p.plan_id
   FROM app.plan_summary p
  WHERE ((p.municipality_code >= ( SELECT access.visible_from() AS visible_from)) AND (p.municipality_code <= ( SELECT access.visible_until() AS visible_until)))))));
CREATE POLICY police_updates ON app.report_dispatch FOR UPDATE TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('dispatch.receive'::text) AS may) AND (body_kind = 'policeDistrictManagement'::text) AND ((municipality_code, report_id) IN ( SELECT r.municipality_code,
    r.report_id
   FROM app.report r)))) WITH CHECK ((( SELECT access.may('dispatch.receive'::text) AS may) AND (body_kind = 'policeDistrictManagement'::text) AND (received_on IS NOT NULL)));
CREATE POLICY police_updates ON app.signature FOR UPDATE TO samverkan_police USING (((municipality_code = ANY (( SELECT access.visible_municipalities() AS visible_municipalities)::text[])) AND ( SELECT access.may('signature.police'::text) AS may) AND (party = 'police'::text) AND ((municipality_code, agreement_id) IN ( SELECT a.municipality_code,
    a.agreement_id
   FROM app.agreement a)))) WITH CHECK ((( SELECT access.may('signature.police'::text) AS may) AND (party = 'police'::text) AND (signed_on IS NOT NULL) AND (NOT outside_system)));
CREATE POLICY police_updates ON app.situational_picture FOR UPDATE TO samverkan_police USING ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality)))) WITH CHECK ((( SELECT access.may('problem.write'::text) AS may) AND (municipality_code = ( SELECT access.municipality() AS municipality))));
ALTER TABLE app.population ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.priority_area ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.problem ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.problem_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.prolongation ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.promise ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.promise_measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.promise_outcome ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_reads ON app.municipality FOR SELECT TO samverkan_public USING ((municipality_code = ( SELECT access.municipality() AS municipality)));
CREATE POLICY public_reads ON app.police_district FOR SELECT TO samverkan_public USING ((( SELECT access.role() AS role) = 'public'::text));
CREATE POLICY public_reads ON app.promise FOR SELECT TO samverkan_public USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (state = ANY (ARRAY['published'::text, 'superseded'::text]))));
CREATE POLICY public_reads ON app.promise_outcome FOR SELECT TO samverkan_public USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND (state = 'approved'::text) AND ((municipality_code, promise_id) IN ( SELECT p.municipality_code,
    p.promise_id
   FROM app.promise p))));
CREATE POLICY public_reads ON app.term FOR SELECT TO samverkan_public USING (( SELECT access.has_entered() AS has_entered));
CREATE POLICY publisher_reads ON app.action_plan FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = action_plan.municipality_code) AND (p.plan_id = action_plan.plan_id)))));
CREATE POLICY publisher_reads ON app.agreement FOR SELECT TO samverkan_publisher USING ((state <> ALL (ARRAY['draft'::text, 'withdrawn'::text])));
CREATE POLICY publisher_reads ON app.cause FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = cause.municipality_code) AND (p.plan_id = cause.plan_id)))));
CREATE POLICY publisher_reads ON app.dropped_measure FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = dropped_measure.municipality_code) AND (p.plan_id = dropped_measure.plan_id)))));
CREATE POLICY publisher_reads ON app.follow_up FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = follow_up.municipality_code) AND (p.plan_id = follow_up.plan_id)))));
CREATE POLICY publisher_reads ON app.indicator FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = indicator.municipality_code) AND (p.plan_id = indicator.plan_id)))));
CREATE POLICY publisher_reads ON app.indicator_value FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = indicator_value.municipality_code) AND (p.plan_id = indicator_value.plan_id)))));
CREATE POLICY publisher_reads ON app.measure FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = measure.municipality_code) AND (p.plan_id = measure.plan_id)))));
CREATE POLICY publisher_reads ON app.measure_status FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = measure_status.municipality_code) AND (p.plan_id = measure_status.plan_id)))));
CREATE POLICY publisher_reads ON app.municipality FOR SELECT TO samverkan_publisher USING (true);
CREATE POLICY publisher_reads ON app.municipality_district FOR SELECT TO samverkan_publisher USING (true);
CREATE POLICY publisher_reads ON app.plan_summary FOR SELECT TO samverkan_publisher USING (((state = ANY (ARRAY['adopted'::text, 'closed'::text, 'superseded'::text])) AND (agreement_state <> ALL (ARRAY['draft'::text, 'withdrawn'::text]))));
CREATE POLICY publisher_reads ON app.police_district FOR SELECT TO samverkan_publisher USING (true);
CREATE POLICY publisher_reads ON app.population FOR SELECT TO samverkan_publisher USING (true);
CREATE POLICY publisher_reads ON app.priority_area FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = priority_area.municipality_code) AND (p.plan_id = priority_area.plan_id)))));
CREATE POLICY publisher_reads ON app.promise FOR SELECT TO samverkan_publisher USING (((state = ANY (ARRAY['published'::text, 'superseded'::text])) OR ((state = 'withdrawn'::text) AND (published_on IS NOT NULL))));
CREATE POLICY publisher_reads ON app.promise_outcome FOR SELECT TO samverkan_publisher USING (((state = 'approved'::text) AND (EXISTS ( SELECT
   FROM app.promise p
  WHERE ((p.municipality_code = promise_outcome.municipality_code) AND (p.promise_id = promise_outcome.promise_id))))));
CREATE POLICY publisher_reads ON app.report FOR SELECT TO samverkan_publisher USING (((state <> 'draft'::text) AND to_district AND (EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = report.municipality_code) AND (p.plan_id = report.plan_id))))));
CREATE POLICY publisher_reads ON app.report_dispatch FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.report r
  WHERE ((r.municipality_code = report_dispatch.municipality_code) AND (r.report_id = report_dispatch.report_id)))));
CREATE POLICY publisher_reads ON app.reporting_round FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = reporting_round.municipality_code) AND (p.plan_id = reporting_round.plan_id)))));
CREATE POLICY publisher_reads ON app.responsibility FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = responsibility.municipality_code) AND (p.plan_id = responsibility.plan_id)))));
CREATE POLICY publisher_reads ON app.responsibility_status FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = responsibility_status.municipality_code) AND (p.plan_id = responsibility_status.plan_id)))));
CREATE POLICY publisher_reads ON app.responsible_party FOR SELECT TO samverkan_publisher USING (((EXISTS ( SELECT
   FROM app.responsibility r
  WHERE ((r.municipality_code = responsible_party.municipality_code) AND (r.party_id = responsible_party.party_id)))) OR (EXISTS ( SELECT
   FROM app.unplanned_work u
  WHERE ((u.municipality_code = responsible_party.municipality_code) AND (u.party_id = responsible_party.party_id))))));
CREATE POLICY publisher_reads ON app.term FOR SELECT TO samverkan_publisher USING (true);
CREATE POLICY publisher_reads ON app.unplanned_work FOR SELECT TO samverkan_publisher USING ((EXISTS ( SELECT
   FROM app.plan_summary p
  WHERE ((p.municipality_code = unplanned_work.municipality_code) AND (p.plan_id = unplanned_work.plan_id)))));
ALTER TABLE app.remembered_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report_commentary ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report_dispatch ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.report_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.reporting_round ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.responsibility ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.responsibility_status ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.responsible_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.round_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.search_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.signed_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.situational_picture ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.source ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.term ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.unplanned_work ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.word_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_keeps ON audit.chain_head TO samverkan_audit USING (true) WITH CHECK (true);
CREATE POLICY audit_reads ON audit.change FOR SELECT TO samverkan_audit USING (true);
CREATE POLICY audit_writes ON audit.change FOR INSERT TO samverkan_audit WITH CHECK (true);
CREATE POLICY audit_writes ON audit.personal_value FOR INSERT TO samverkan_audit WITH CHECK (true);
ALTER TABLE audit.chain_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.change ENABLE ROW LEVEL SECURITY;
CREATE POLICY municipality_reads ON audit.chain_head FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('log.read'::text) AS may)));
CREATE POLICY municipality_reads ON audit.change FOR SELECT TO samverkan_municipality USING (((municipality_code = ( SELECT access.municipality() AS municipality)) AND ( SELECT access.may('log.read'::text) AS may)));
ALTER TABLE audit.personal_value ENABLE ROW LEVEL SECURITY;
GRANT USAGE ON SCHEMA access TO samverkan_municipality;
GRANT USAGE ON SCHEMA access TO samverkan_police;
GRANT USAGE ON SCHEMA access TO samverkan_public;
GRANT USAGE ON SCHEMA access TO samverkan_operator;
GRANT USAGE ON SCHEMA access TO samverkan_access;
GRANT USAGE ON SCHEMA access TO samverkan_audit;
GRANT USAGE ON SCHEMA access TO samverkan_lock;
GRANT USAGE ON SCHEMA app TO samverkan_municipality;
GRANT USAGE ON SCHEMA app TO samverkan_police;
GRANT USAGE ON SCHEMA app TO samverkan_public;
GRANT USAGE ON SCHEMA app TO samverkan_operator;
GRANT USAGE ON SCHEMA app TO samverkan_access;
GRANT USAGE ON SCHEMA app TO samverkan_audit;
GRANT USAGE ON SCHEMA app TO samverkan_lock;
GRANT USAGE ON SCHEMA app TO samverkan_publisher;
GRANT USAGE ON SCHEMA audit TO samverkan_municipality;
GRANT USAGE ON SCHEMA audit TO samverkan_audit;
GRANT USAGE ON SCHEMA audit TO samverkan_publisher;
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO samverkan_owner;
REVOKE ALL ON FUNCTION access.actor() FROM PUBLIC;
GRANT ALL ON FUNCTION access.actor() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.actor() TO samverkan_police;
GRANT ALL ON FUNCTION access.actor() TO samverkan_public;
GRANT ALL ON FUNCTION access.actor() TO samverkan_operator;
GRANT ALL ON FUNCTION access.actor() TO samverkan_access;
GRANT ALL ON FUNCTION access.actor() TO samverkan_audit;
GRANT ALL ON FUNCTION access.actor() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.complete_grant() FROM PUBLIC;
REVOKE ALL ON FUNCTION access.complete_grants() FROM PUBLIC;
REVOKE ALL ON FUNCTION access.coordinated_municipality() FROM PUBLIC;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_police;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_public;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_operator;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_access;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_audit;
GRANT ALL ON FUNCTION access.coordinated_municipality() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.district() FROM PUBLIC;
GRANT ALL ON FUNCTION access.district() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.district() TO samverkan_police;
GRANT ALL ON FUNCTION access.district() TO samverkan_public;
GRANT ALL ON FUNCTION access.district() TO samverkan_operator;
GRANT ALL ON FUNCTION access.district() TO samverkan_access;
GRANT ALL ON FUNCTION access.district() TO samverkan_audit;
GRANT ALL ON FUNCTION access.district() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_police;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_public;
GRANT ALL ON FUNCTION access.enter(p_server_key text, p_issuer text, p_subject text, p_actor text, p_municipality text, p_district text, p_deadline bigint) TO samverkan_operator;
REVOKE ALL ON FUNCTION access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) TO samverkan_police;
GRANT ALL ON FUNCTION access.enter_feed(p_server_key text, p_secret_sha256 bytea, p_municipality text, p_district text, p_deadline bigint) TO samverkan_operator;
REVOKE ALL ON FUNCTION access.field(p_place integer) FROM PUBLIC;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_police;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_public;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_operator;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_access;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_audit;
GRANT ALL ON FUNCTION access.field(p_place integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION access.follow_merge() FROM PUBLIC;
REVOKE ALL ON FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION access.grant_fault(p_issuer text, p_role text, p_municipality text, p_district text, p_parties uuid[]) TO samverkan_owner;
REVOKE ALL ON FUNCTION access.has_entered() FROM PUBLIC;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_police;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_public;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_operator;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_access;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_audit;
GRANT ALL ON FUNCTION access.has_entered() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.held_grants() FROM PUBLIC;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_police;
GRANT ALL ON FUNCTION access.held_grants() TO samverkan_operator;
REVOKE ALL ON FUNCTION access.issuer() FROM PUBLIC;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_police;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_public;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_operator;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_access;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_audit;
GRANT ALL ON FUNCTION access.issuer() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.may(p_right text) FROM PUBLIC;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_police;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_public;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_operator;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_access;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_audit;
GRANT ALL ON FUNCTION access.may(p_right text) TO samverkan_lock;
REVOKE ALL ON FUNCTION access.municipality() FROM PUBLIC;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_police;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_public;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_operator;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_access;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_audit;
GRANT ALL ON FUNCTION access.municipality() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.packed(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_police;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_public;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_operator;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_access;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_audit;
GRANT ALL ON FUNCTION access.packed(p_text text) TO samverkan_lock;
REVOKE ALL ON FUNCTION access.reports() FROM PUBLIC;
GRANT ALL ON FUNCTION access.reports() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.reports() TO samverkan_police;
GRANT ALL ON FUNCTION access.reports() TO samverkan_public;
GRANT ALL ON FUNCTION access.reports() TO samverkan_operator;
GRANT ALL ON FUNCTION access.reports() TO samverkan_access;
GRANT ALL ON FUNCTION access.reports() TO samverkan_audit;
GRANT ALL ON FUNCTION access.reports() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.responsible_parties() FROM PUBLIC;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_police;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_public;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_operator;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_access;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_audit;
GRANT ALL ON FUNCTION access.responsible_parties() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.role() FROM PUBLIC;
GRANT ALL ON FUNCTION access.role() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.role() TO samverkan_police;
GRANT ALL ON FUNCTION access.role() TO samverkan_public;
GRANT ALL ON FUNCTION access.role() TO samverkan_operator;
GRANT ALL ON FUNCTION access.role() TO samverkan_access;
GRANT ALL ON FUNCTION access.role() TO samverkan_audit;
GRANT ALL ON FUNCTION access.role() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.schema_version() FROM PUBLIC;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_police;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_public;
GRANT ALL ON FUNCTION access.schema_version() TO samverkan_operator;
REVOKE ALL ON FUNCTION access.subject() FROM PUBLIC;
GRANT ALL ON FUNCTION access.subject() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.subject() TO samverkan_police;
GRANT ALL ON FUNCTION access.subject() TO samverkan_public;
GRANT ALL ON FUNCTION access.subject() TO samverkan_operator;
GRANT ALL ON FUNCTION access.subject() TO samverkan_access;
GRANT ALL ON FUNCTION access.subject() TO samverkan_audit;
GRANT ALL ON FUNCTION access.subject() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.unpacked(p_field text) FROM PUBLIC;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_municipality;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_police;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_public;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_operator;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_access;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_audit;
GRANT ALL ON FUNCTION access.unpacked(p_field text) TO samverkan_lock;
REVOKE ALL ON FUNCTION access.visible_from() FROM PUBLIC;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_police;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_public;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_operator;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_access;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_audit;
GRANT ALL ON FUNCTION access.visible_from() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.visible_municipalities() FROM PUBLIC;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_police;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_public;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_operator;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_access;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_audit;
GRANT ALL ON FUNCTION access.visible_municipalities() TO samverkan_lock;
REVOKE ALL ON FUNCTION access.visible_until() FROM PUBLIC;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_municipality;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_police;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_public;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_operator;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_access;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_audit;
GRANT ALL ON FUNCTION access.visible_until() TO samverkan_lock;
REVOKE ALL ON FUNCTION app.acknowledge_report(p_municipality text, p_report uuid, p_on date, p_by text, p_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.acknowledge_report(p_municipality text, p_report uuid, p_on date, p_by text, p_number text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.acknowledge_report(p_municipality text, p_report uuid, p_on date, p_by text, p_number text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.add_months(p_day date, p_months integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.add_months(p_day date, p_months integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.add_months(p_day date, p_months integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.add_months(p_day date, p_months integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.added_quantity(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.added_quantity(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.admit_agreement_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_approval() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_comment() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_dispatch() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_follow_up() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_indicator_value() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_picture_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_picture_revision() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_plan_basis() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_plan_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_prolongation() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_promise() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_promise_outcome() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_promise_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_report() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_report_decision() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_report_part() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_responsibility() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_revision() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_round() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_signature() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.admit_unplanned_work() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.adopt_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.agreement_acts(p_municipality text, p_agreement uuid, p_state text, p_is_replaced boolean) TO samverkan_police;
REVOKE ALL ON FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_police;
GRANT ALL ON FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_lock;
GRANT ALL ON FUNCTION app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.approvers(p_promisor text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.approvers(p_promisor text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.approvers(p_promisor text) TO samverkan_police;
GRANT ALL ON FUNCTION app.approvers(p_promisor text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.arrange_picture(p_municipality text, p_picture uuid, p_moved uuid, p_position integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.arrange_plan(p_municipality text, p_plan uuid, p_moved uuid, p_position integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.begin_agreement() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.begin_dispatch() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.begin_edit(p_kind text, p_municipality text, p_id uuid, p_expected integer, p_changes boolean) TO samverkan_police;
REVOKE ALL ON FUNCTION app.begin_picture() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.begin_report() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.begin_round_proposal() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical(p_form text, p_kind text, p_municipality text, p_id uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_agreement_v1(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_agreement_v3(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_agreement_v3(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_annexes_v1(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_annexes_v2(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_annexes_v2(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_annexes_v3(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_annexes_v3(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_plan_v2(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_plan_v2(p_municipality text, p_plan uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_prolongation_v1(p_municipality text, p_prolongation uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_promise_v2(p_municipality text, p_promise uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_promise_v2(p_municipality text, p_promise uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_report(p_municipality text, p_report uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_report(p_municipality text, p_report uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.canonical_report(p_municipality text, p_report uuid) TO samverkan_police;
GRANT ALL ON FUNCTION app.canonical_report(p_municipality text, p_report uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.canonical_report_v1(p_municipality text, p_report uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.canonical_report_v1(p_municipality text, p_report uuid) TO samverkan_lock;
GRANT ALL ON FUNCTION app.canonical_report_v1(p_municipality text, p_report uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.canonical_report_v1(p_municipality text, p_report uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.change_contact(p_municipality text, p_measure uuid, p_party uuid, p_contact uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb, p_whose boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb, p_whose boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.check_follow_ups(p_municipality text, p_lines jsonb, p_whose boolean) TO samverkan_police;
REVOKE ALL ON FUNCTION app.count_change() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.count_status(p_municipality text, p_plan uuid, p_was text, p_status text, p_latest_on date, p_latest_party uuid, p_unit text, p_quantity numeric, p_approximate boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.count_status(p_municipality text, p_plan uuid, p_was text, p_status text, p_latest_on date, p_latest_party uuid, p_unit text, p_quantity numeric, p_approximate boolean) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.count_version() FROM PUBLIC;
GRANT SELECT ON TABLE app.plan_summary TO samverkan_municipality;
GRANT SELECT ON TABLE app.plan_summary TO samverkan_police;
GRANT SELECT,INSERT,UPDATE ON TABLE app.plan_summary TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(plan_id) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(agreement_id) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(district_code) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(agreement_state) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(state) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(year) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(period_start) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(period_end) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(adopted_on) ON TABLE app.plan_summary TO samverkan_publisher;
GRANT SELECT(revises_plan_id) ON TABLE app.plan_summary TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.counted_plan(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted_plan(p_municipality text, p_plan uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_police;
GRANT ALL ON FUNCTION app.counted_plans(p_municipality text, p_plan uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.counted_themes(p_municipality text, p_plan uuid, p_end date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.counted_themes(p_municipality text, p_plan uuid, p_end date) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.day_before(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.day_before(p_day date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.day_before(p_day date) TO samverkan_police;
REVOKE ALL ON FUNCTION app.deadlines() FROM PUBLIC;
GRANT ALL ON FUNCTION app.deadlines() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.deadlines() TO samverkan_police;
REVOKE ALL ON FUNCTION app.derive_has_indicators() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.uuidv7() FROM PUBLIC;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_police;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_public;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_operator;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_access;
GRANT ALL ON FUNCTION app.uuidv7() TO samverkan_lock;
GRANT SELECT ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT ON TABLE app.follow_up TO samverkan_lock;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(measure_id),INSERT(measure_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(measure_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(follow_up_id),INSERT(follow_up_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(follow_up_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(follow_up_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(party_id),INSERT(party_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(party_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(corrects_follow_up_id),INSERT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(corrects_follow_up_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(period_start),INSERT(period_start) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(period_start) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(period_end),INSERT(period_end) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(period_end) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(status),INSERT(status) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(status) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(status) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(text),INSERT(text) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(text) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(reason),INSERT(reason) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(reason) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(reason) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(quantity),INSERT(quantity) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(quantity) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(unit),INSERT(unit) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(unit) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(approximate),INSERT(approximate) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(approximate) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(approximate) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(recorded_at) ON TABLE app.follow_up TO samverkan_police;
GRANT SELECT(recorded_at) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(lineage_id),INSERT(lineage_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(lineage_id) ON TABLE app.follow_up TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.follow_up TO samverkan_publisher;
GRANT SELECT(transferred_from_id),INSERT(transferred_from_id) ON TABLE app.follow_up TO samverkan_police;
GRANT INSERT(transferred_from_id) ON TABLE app.follow_up TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) FROM PUBLIC;
GRANT ALL ON FUNCTION app.derive_measure(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_plans uuid[], p_new app.follow_up) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.derive_part(p_municipality text, p_plan uuid, p_measure uuid, p_lineage uuid, p_party uuid, p_plans uuid[]) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.derive_problem_ids() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.derive_status() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.derived_status(p_statuses text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.derived_status(p_statuses text[]) TO samverkan_lock;
GRANT ALL ON FUNCTION app.derived_status(p_statuses text[]) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.discard(p_kind text, p_municipality text, p_id uuid, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.discard(p_kind text, p_municipality text, p_id uuid, p_expected integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.discard_import(p_municipality text, p_import uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.discard_import(p_municipality text, p_import uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.drop_party_names() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.due_measures(p_municipality text, p_plan uuid, p_end date, OUT due_on date[], OUT due_measures integer[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.due_measures(p_municipality text, p_plan uuid, p_end date, OUT due_on date[], OUT due_measures integer[]) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.easter(p_year integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.easter(p_year integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.easter(p_year integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.easter(p_year integer) TO samverkan_operator;
REVOKE ALL ON FUNCTION app.establish_picture() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.first_recorded_at(p_municipality text, p_corrects uuid, p_recorded_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION app.first_recorded_at(p_municipality text, p_corrects uuid, p_recorded_at timestamp with time zone) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.first_recorded_at(p_municipality text, p_corrects uuid, p_recorded_at timestamp with time zone) TO samverkan_police;
REVOKE ALL ON FUNCTION app.forget_party_names() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.generate_report(p_municipality text, p_report uuid, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.generate_report(p_municipality text, p_report uuid, p_expected integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.go_on(p_new app.follow_up) FROM PUBLIC;
GRANT ALL ON FUNCTION app.go_on(p_new app.follow_up) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.grown(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.grown(p_sums jsonb, p_unit text, p_quantity numeric, p_approximate boolean) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.guard_action_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_agreement() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_dispatch() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_import_state() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_party() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_picture() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_prolongation() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_promise() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.guard_report() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.has_left_to_sign(p_municipality text, p_agreement uuid, p_prolongation uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.hold_plans(p_municipality text, p_plans uuid[]) TO samverkan_police;
REVOKE ALL ON FUNCTION app.hold_proposal(p_kind text, p_municipality text, p_id uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.hold_proposal(p_kind text, p_municipality text, p_id uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.hold_proposal(p_kind text, p_municipality text, p_id uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.is_day_off(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_day_off(p_day date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.is_day_off(p_day date) TO samverkan_police;
GRANT ALL ON FUNCTION app.is_day_off(p_day date) TO samverkan_operator;
REVOKE ALL ON FUNCTION app.is_open_year(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_open_year(p_municipality text, p_plan uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.is_possible(p_kind text, p_act text, p_state text, p_version integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.is_version(p_version integer, p_expected integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.keep_adopted_name() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.keep_attachment_entry() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.keep_district() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.keep_former_name() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.keep_party_name(p_municipality text, p_party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.keep_party_name(p_municipality text, p_party uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.keep_rounds_within() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.keep_search_entry() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.last_workday(p_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.last_workday(p_day date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.last_workday(p_day date) TO samverkan_police;
GRANT ALL ON FUNCTION app.last_workday(p_day date) TO samverkan_operator;
REVOKE ALL ON FUNCTION app.make_rounds(p_municipality text, p_plan uuid, p_pattern text, p_days integer, p_last_days integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.make_rounds(p_municipality text, p_plan uuid, p_pattern text, p_days integer, p_last_days integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.may_correct(p_municipality text, p_plan uuid, p_party uuid, p_kind text) TO samverkan_police;
GRANT SELECT,DELETE ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.measure TO samverkan_police;
GRANT SELECT ON TABLE app.measure TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(measure_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(cause_id),UPDATE(cause_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(cause_id) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT("position") ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(lineage_id) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(text),UPDATE(text) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(planned_follow_up),UPDATE(planned_follow_up) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(planned_follow_up) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(target),UPDATE(target) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(target) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(schedule),UPDATE(schedule) ON TABLE app.measure TO samverkan_municipality;
GRANT INSERT(notes),UPDATE(notes) ON TABLE app.measure TO samverkan_municipality;
GRANT INSERT(starts_on),UPDATE(starts_on) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(starts_on) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(ends_on),UPDATE(ends_on) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(ends_on) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(quantity),UPDATE(quantity) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.measure TO samverkan_publisher;
GRANT INSERT(unit),UPDATE(unit) ON TABLE app.measure TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.measure TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.measure_content(p_measure app.measure) FROM PUBLIC;
GRANT ALL ON FUNCTION app.measure_content(p_measure app.measure) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.measure_content(p_measure app.measure) TO samverkan_police;
REVOKE ALL ON FUNCTION app.member_name(p_column text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.member_name(p_column text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.member_name(p_column text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.merge_party(p_municipality text, p_from uuid, p_into uuid, p_expected integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.move_commentaries(p_municipality text, p_report uuid, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.move_commentaries(p_municipality text, p_report uuid, p_plan uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.name_key(p_name text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_police;
GRANT ALL ON FUNCTION app.name_key(p_name text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.notice_day(p_end date, p_notice integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.notice_day(p_end date, p_notice integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.notice_day(p_end date, p_notice integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.notice_day(p_end date, p_notice integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_police;
GRANT ALL ON FUNCTION app.overlapped_agreements(p_municipality text, p_start date, p_end date, p_predecessor uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.party_now(p_municipality text, p_party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.party_now(p_municipality text, p_party uuid) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.permitted_acts(p_kind text, p_state text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.place(p_place bigint, p_is_moved boolean, p_position integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.plan_approvers(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.plan_approvers(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.plan_approvers(p_municipality text, p_plan uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid, p_against uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid, p_against uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.plan_changes(p_municipality text, p_plan uuid, p_against uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.plan_warnings(p_municipality text, p_plan uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_police;
GRANT ALL ON FUNCTION app.possible_transitions(p_kind text, p_state text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.problem_successors(p_municipality text, p_picture uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.prolongation_acts(p_municipality text, p_agreement uuid, p_prolongation uuid, p_state text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_police;
GRANT ALL ON FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_lock;
GRANT ALL ON FUNCTION app.prolonged_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.promise_versions(p_municipality text, p_promise uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.promise_versions(p_municipality text, p_promise uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.promise_versions(p_municipality text, p_promise uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.proposal_acts(p_kind text, p_state text, p_promisor text, p_approved text[], p_returned_by text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.proposal_acts(p_kind text, p_state text, p_promisor text, p_approved text[], p_returned_by text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.proposal_acts(p_kind text, p_state text, p_promisor text, p_approved text[], p_returned_by text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_police;
GRANT ALL ON FUNCTION app.refuse(p_constraint text, p_kind text, p_state text, p_version integer) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.refuse_discarding(p_kind text, p_state text, p_version integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.refuse_discarding(p_kind text, p_state text, p_version integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.refuse_parts(p_missing jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.refuse_parts(p_missing jsonb) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.rename_contact() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.rename_party(p_municipality text, p_party uuid, p_name text, p_expected integer) FROM PUBLIC;
GRANT ALL ON FUNCTION app.rename_party(p_municipality text, p_party uuid, p_name text, p_expected integer) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.rename_responsibility() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.renew_feed(p_secret_sha256 bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION app.renew_feed(p_secret_sha256 bytea) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.renew_feed(p_secret_sha256 bytea) TO samverkan_police;
GRANT ALL ON FUNCTION app.renew_feed(p_secret_sha256 bytea) TO samverkan_operator;
REVOKE ALL ON FUNCTION app.report_acts(p_municipality text, p_report uuid, p_state text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_acts(p_municipality text, p_report uuid, p_state text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_acts(p_municipality text, p_report uuid, p_state text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_content(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_content(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_content(p_municipality text, p_plan uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_counts_v1(p_statuses jsonb, p_member text, p_words jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_document_v1(p_frame jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_document_v1(p_frame jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_document_v1(p_frame jsonb) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_document_v1(p_frame jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_follow_ups(p_municipality text, p_lineage uuid, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_follow_ups(p_municipality text, p_lineage uuid, p_plans uuid[]) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_follow_ups(p_municipality text, p_lineage uuid, p_plans uuid[]) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_form() FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_form() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_form() TO samverkan_police;
GRANT ALL ON FUNCTION app.report_form() TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_indicator_v1(p_indicator jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_indicator_v1(p_indicator jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_indicator_v1(p_indicator jsonb) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_indicator_v1(p_indicator jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_indicators(p_municipality text, p_plan uuid, p_area uuid, p_until date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_indicators(p_municipality text, p_plan uuid, p_area uuid, p_until date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_indicators(p_municipality text, p_plan uuid, p_area uuid, p_until date) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_number_v1(p_number numeric) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_number_v1(p_number numeric) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_number_v1(p_number numeric) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_number_v1(p_number numeric) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_statuses(p_now text[], p_before text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_statuses(p_now text[], p_before text[]) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_statuses(p_now text[], p_before text[]) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_sums_v1(p_sums jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_sums_v1(p_sums jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_sums_v1(p_sums jsonb) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_sums_v1(p_sums jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.report_unplanned_work(p_municipality text, p_plan uuid, p_plans uuid[], p_area uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_unplanned_work(p_municipality text, p_plan uuid, p_plans uuid[], p_area uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_unplanned_work(p_municipality text, p_plan uuid, p_plans uuid[], p_area uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.report_work_v1(p_work jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.report_work_v1(p_work jsonb) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.report_work_v1(p_work jsonb) TO samverkan_police;
GRANT ALL ON FUNCTION app.report_work_v1(p_work jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.require_drop_reason() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_measures(p_municipality text, p_plan uuid, p_measures jsonb) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.require_own_indicator_lineage() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.require_own_lineage() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_replaceable(p_municipality text, p_agreement uuid) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.require_round(p_municipality text, p_measure uuid, p_round uuid, p_start date, p_end date) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_round(p_municipality text, p_measure uuid, p_round uuid, p_start date, p_end date) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_round(p_municipality text, p_measure uuid, p_round uuid, p_start date, p_end date) TO samverkan_police;
REVOKE ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_police;
GRANT ALL ON FUNCTION app.require_row(p_count bigint, p_sqlstate text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.require_speaker(p_municipality text, p_measure uuid, p_party uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.require_unused() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_picture(p_municipality text, p_picture uuid, p_new uuid, p_title text) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_plan(p_municipality text, p_plan uuid, p_new uuid, p_year integer, p_start date, p_end date, p_agreement uuid, p_picture uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.revise_promise(p_municipality text, p_promise uuid, p_new uuid, p_start date, p_end date, p_reason text, p_prolongs boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_promise(p_municipality text, p_promise uuid, p_new uuid, p_start date, p_end date, p_reason text, p_prolongs boolean) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.revise_report(p_municipality text, p_report uuid, p_new uuid, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.revise_report(p_municipality text, p_report uuid, p_new uuid, p_reason text) TO samverkan_municipality;
GRANT SELECT ON TABLE app.search_entry TO samverkan_municipality;
GRANT SELECT ON TABLE app.search_entry TO samverkan_police;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.search_entry TO samverkan_lock;
REVOKE ALL ON FUNCTION app.search_entry_of(p_kind text, p_id text, p_more text, p_columns text[], p_row jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION app.search_entry_of(p_kind text, p_id text, p_more text, p_columns text[], p_row jsonb) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.search_query(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.search_query(p_text text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.search_query(p_text text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.search_stems(p_words text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.search_stems(p_words text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.search_stems(p_words text) TO samverkan_police;
GRANT ALL ON FUNCTION app.search_stems(p_words text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.search_vector(p_text text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.search_vector(p_text text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.search_vector(p_text text) TO samverkan_police;
GRANT ALL ON FUNCTION app.search_vector(p_text text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.search_words(p_text text, p_compounds boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.search_words(p_text text, p_compounds boolean) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.search_words(p_text text, p_compounds boolean) TO samverkan_police;
GRANT ALL ON FUNCTION app.search_words(p_text text, p_compounds boolean) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.signed_form() FROM PUBLIC;
GRANT ALL ON FUNCTION app.signed_form() TO samverkan_lock;
REVOKE ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.speaks_for(p_party uuid, p_kind text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.spoken_for(p_municipality text, p_measure uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.stamp_attachment() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_comment() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_follow_up() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_import() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_recorder() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_signature() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.stamp_word_template() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.standing_plan(p_municipality text, p_plan uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.standing_plan(p_municipality text, p_plan uuid) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.standing_plan(p_municipality text, p_plan uuid) TO samverkan_police;
REVOKE ALL ON FUNCTION app.star_documents(p_municipality text, p_plans uuid[], p_agreements uuid[], p_duties boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_documents(p_municipality text, p_plans uuid[], p_agreements uuid[], p_duties boolean) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.star_of_agreement(p_municipality text, p_agreement uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_of_agreement(p_municipality text, p_agreement uuid) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.star_of_duties(p_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_of_duties(p_municipality text) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.star_of_municipality(p_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_of_municipality(p_municipality text) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.star_of_municipality_document(p_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_of_municipality_document(p_municipality text) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.star_of_plan(p_municipality text, p_plan uuid, p_lineages uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.star_of_plan(p_municipality text, p_plan uuid, p_lineages uuid[]) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.status_kind(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.status_kind(p_kind text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.status_kind(p_kind text) TO samverkan_police;
GRANT ALL ON FUNCTION app.status_kind(p_kind text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.statutory_duties(p_municipality text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.statutory_duties(p_municipality text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.statutory_duties(p_municipality text) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.summarise_changed_plans() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.summarise_plan() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.summarise_plans(p_municipality text, p_plans uuid[]) FROM PUBLIC;
GRANT ALL ON FUNCTION app.summarise_plans(p_municipality text, p_plans uuid[]) TO samverkan_lock;
REVOKE ALL ON FUNCTION app.summarise_plans_below() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.swedish(p_kind text, p_term text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.swedish(p_kind text, p_term text) TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.take_over_rounds(p_municipality text, p_plan uuid, p_proposal uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION app.take_over_rounds(p_municipality text, p_plan uuid, p_proposal uuid) TO samverkan_municipality;
REVOKE ALL ON FUNCTION app.today() FROM PUBLIC;
GRANT ALL ON FUNCTION app.today() TO samverkan_municipality;
GRANT ALL ON FUNCTION app.today() TO samverkan_police;
GRANT ALL ON FUNCTION app.today() TO samverkan_public;
GRANT ALL ON FUNCTION app.today() TO samverkan_operator;
GRANT ALL ON FUNCTION app.today() TO samverkan_access;
GRANT ALL ON FUNCTION app.today() TO samverkan_lock;
GRANT ALL ON FUNCTION app.today() TO samverkan_publisher;
REVOKE ALL ON FUNCTION app.transfer_follow_up(p_municipality text, p_lineage uuid, p_follow_up uuid, p_withdrawal uuid, p_new uuid, p_measure uuid, p_party uuid, p_reason text) FROM PUBLIC;
GRANT ALL ON FUNCTION app.transfer_follow_up(p_municipality text, p_lineage uuid, p_follow_up uuid, p_withdrawal uuid, p_new uuid, p_measure uuid, p_party uuid, p_reason text) TO samverkan_municipality;
GRANT ALL ON FUNCTION app.transfer_follow_up(p_municipality text, p_lineage uuid, p_follow_up uuid, p_withdrawal uuid, p_new uuid, p_measure uuid, p_party uuid, p_reason text) TO samverkan_police;
REVOKE ALL ON FUNCTION app.void_signatures() FROM PUBLIC;
REVOKE ALL ON FUNCTION app.withdraw_prolongation() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.changed_documents(p_municipality text, p_sequence bigint, p_hash text) FROM PUBLIC;
GRANT ALL ON FUNCTION audit.changed_documents(p_municipality text, p_sequence bigint, p_hash text) TO samverkan_publisher;
REVOKE ALL ON FUNCTION audit.digested(p_row jsonb, p_personal text[], p_salts bytea[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.heads() FROM PUBLIC;
GRANT ALL ON FUNCTION audit.heads() TO samverkan_publisher;
REVOKE ALL ON FUNCTION audit.link_hash(p_previous bytea, p_municipality text, p_sequence bigint, p_recorded_at timestamp with time zone, p_issuer text, p_subject text, p_role text, p_table text, p_action text, p_label text, p_before jsonb, p_after jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.record() FROM PUBLIC;
REVOKE ALL ON FUNCTION audit.refuse() FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_creat(integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_create(oid) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_from_bytea(oid, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_open(oid, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_put(oid, bigint, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lo_truncate64(integer, bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.lowrite(integer, bytea) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION pg_catalog.pg_cursor(OUT name text, OUT statement text, OUT is_holdable boolean, OUT is_binary boolean, OUT is_scrollable boolean, OUT creation_time timestamp with time zone) TO samverkan_access;
REVOKE ALL ON FUNCTION pg_catalog.pg_export_snapshot() FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_prepared_statement(OUT name text, OUT statement text, OUT prepare_time timestamp with time zone, OUT parameter_types regtype[], OUT from_sql boolean, OUT generic_plans bigint, OUT custom_plans bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_lock_shared(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock(integer, integer) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION pg_catalog.pg_try_advisory_xact_lock_shared(integer, integer) FROM PUBLIC;
GRANT SELECT ON TABLE access.calendar_feed TO samverkan_access;
GRANT SELECT ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT SELECT ON TABLE access.calendar_feed TO samverkan_police;
GRANT SELECT ON TABLE access.calendar_feed TO samverkan_operator;
GRANT INSERT(issuer) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT INSERT(issuer) ON TABLE access.calendar_feed TO samverkan_police;
GRANT INSERT(issuer) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT INSERT(subject) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT INSERT(subject) ON TABLE access.calendar_feed TO samverkan_police;
GRANT INSERT(subject) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT INSERT(name),UPDATE(name) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT INSERT(name),UPDATE(name) ON TABLE access.calendar_feed TO samverkan_police;
GRANT INSERT(name),UPDATE(name) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT INSERT(secret_sha256),UPDATE(secret_sha256) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT INSERT(secret_sha256),UPDATE(secret_sha256) ON TABLE access.calendar_feed TO samverkan_police;
GRANT INSERT(secret_sha256),UPDATE(secret_sha256) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT UPDATE(revoked_sha256) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT UPDATE(revoked_sha256) ON TABLE access.calendar_feed TO samverkan_police;
GRANT UPDATE(revoked_sha256) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT UPDATE(created_at) ON TABLE access.calendar_feed TO samverkan_municipality;
GRANT UPDATE(created_at) ON TABLE access.calendar_feed TO samverkan_police;
GRANT UPDATE(created_at) ON TABLE access.calendar_feed TO samverkan_operator;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_access;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_municipality;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_police;
GRANT SELECT ON TABLE access.caller_grant TO samverkan_operator;
GRANT UPDATE(responsible_party_ids) ON TABLE access.caller_grant TO samverkan_access;
GRANT SELECT ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT SELECT ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(issuer) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(issuer) ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(subject) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(subject) ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(key) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(key) ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(request_hash) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(request_hash) ON TABLE access.idempotency_key TO samverkan_police;
GRANT INSERT(made) ON TABLE access.idempotency_key TO samverkan_municipality;
GRANT INSERT(made) ON TABLE access.idempotency_key TO samverkan_police;
GRANT SELECT ON TABLE access.issuer TO samverkan_access;
GRANT SELECT ON TABLE access.issuer TO samverkan_operator;
GRANT SELECT ON TABLE access.role TO samverkan_access;
GRANT SELECT ON TABLE access.role_right TO samverkan_access;
GRANT SELECT ON TABLE access.server_key TO samverkan_access;
GRANT SELECT,DELETE ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT ON TABLE app.action_plan TO samverkan_police;
GRANT SELECT ON TABLE app.action_plan TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.action_plan TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.action_plan TO samverkan_publisher;
GRANT INSERT(agreement_id),UPDATE(agreement_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(picture_id),UPDATE(picture_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(year),UPDATE(year) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(introduction),UPDATE(introduction) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(notes),UPDATE(notes) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(adopted_by) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(adopted_by) ON TABLE app.action_plan TO samverkan_publisher;
GRANT UPDATE(adopted_on) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.action_plan TO samverkan_lock;
GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(revises_plan_id) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(closed_on) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT(closed_on) ON TABLE app.action_plan TO samverkan_publisher;
GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(decision_body),UPDATE(decision_body) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(decision_date),UPDATE(decision_date) ON TABLE app.action_plan TO samverkan_municipality;
GRANT INSERT(decision_paragraph),UPDATE(decision_paragraph) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(external_references) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(reopening_reason) ON TABLE app.action_plan TO samverkan_municipality;
GRANT UPDATE(return_reason) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(returned_by) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(is_answered) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(has_indicators) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(is_exchanged) ON TABLE app.action_plan TO samverkan_lock;
GRANT UPDATE(withdrawal_reason) ON TABLE app.action_plan TO samverkan_municipality;
GRANT SELECT ON TABLE app.adopted_contact TO samverkan_municipality;
GRANT SELECT ON TABLE app.adopted_contact TO samverkan_police;
GRANT SELECT,INSERT ON TABLE app.adopted_contact TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT ON TABLE app.agreement TO samverkan_police;
GRANT SELECT ON TABLE app.agreement TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.agreement TO samverkan_access;
GRANT SELECT(municipality_code) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(agreement_id) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(agreement_id) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(district_code) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(district_code) ON TABLE app.agreement TO samverkan_access;
GRANT SELECT(district_code) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(title),UPDATE(title) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(title) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(parties),UPDATE(parties) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(purpose),UPDATE(purpose) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(scope),UPDATE(scope) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(outside_scope),UPDATE(outside_scope) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(effective_end),UPDATE(effective_end) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(effective_end) ON TABLE app.agreement TO samverkan_lock;
GRANT SELECT(effective_end) ON TABLE app.agreement TO samverkan_publisher;
GRANT UPDATE(state) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(state) ON TABLE app.agreement TO samverkan_access;
GRANT UPDATE(state) ON TABLE app.agreement TO samverkan_lock;
GRANT SELECT(state) ON TABLE app.agreement TO samverkan_publisher;
GRANT UPDATE(version) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.agreement TO samverkan_lock;
GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(predecessor_id),UPDATE(predecessor_id) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(return_reason) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(termination_reason) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(decision_body),UPDATE(decision_body) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(decision_date),UPDATE(decision_date) ON TABLE app.agreement TO samverkan_municipality;
GRANT INSERT(decision_paragraph),UPDATE(decision_paragraph) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(external_references) ON TABLE app.agreement TO samverkan_municipality;
GRANT UPDATE(replaced_by_id) ON TABLE app.agreement TO samverkan_lock;
GRANT SELECT(replaced_by_id) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(notice_months),UPDATE(notice_months) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(notice_months) ON TABLE app.agreement TO samverkan_publisher;
GRANT INSERT(tacit_prolongation_months),UPDATE(tacit_prolongation_months) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT(tacit_prolongation_months) ON TABLE app.agreement TO samverkan_publisher;
GRANT UPDATE(is_exchanged) ON TABLE app.agreement TO samverkan_lock;
GRANT UPDATE(withdrawal_reason) ON TABLE app.agreement TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.agreement_section TO samverkan_municipality;
GRANT SELECT ON TABLE app.agreement_section TO samverkan_police;
GRANT SELECT ON TABLE app.agreement_section TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.agreement_section TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.agreement_section TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.agreement_section TO samverkan_municipality;
GRANT INSERT(heading) ON TABLE app.agreement_section TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.agreement_section TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.answered_problem TO samverkan_municipality;
GRANT SELECT ON TABLE app.answered_problem TO samverkan_police;
GRANT SELECT ON TABLE app.answered_problem TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT INSERT(plan_id) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT INSERT(area_id) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT INSERT(cause_id) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT INSERT(problem_id) ON TABLE app.answered_problem TO samverkan_municipality;
GRANT SELECT ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.approval TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(approval_id),INSERT(approval_id) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(approval_id) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(promise_id),INSERT(promise_id) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(promise_id) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(outcome_id),INSERT(outcome_id) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(outcome_id) ON TABLE app.approval TO samverkan_municipality;
GRANT INSERT(outcome_id) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(party),INSERT(party) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(party) ON TABLE app.approval TO samverkan_municipality;
GRANT INSERT(party) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(answer),INSERT(answer) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(answer) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(answered_on),INSERT(answered_on) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(answered_on) ON TABLE app.approval TO samverkan_municipality;
GRANT INSERT(answered_on) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(name),INSERT(name) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(name) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(title),INSERT(title) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(title) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(body),INSERT(body) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(body) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(place),INSERT(place) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(place) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(outside_system),INSERT(outside_system) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(outside_system) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(reason),INSERT(reason) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(reason) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(holds) ON TABLE app.approval TO samverkan_police;
GRANT UPDATE(holds) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(version),INSERT(version) ON TABLE app.approval TO samverkan_police;
GRANT INSERT(version) ON TABLE app.approval TO samverkan_municipality;
GRANT SELECT(recorded_at) ON TABLE app.approval TO samverkan_police;
GRANT SELECT(content_sha256) ON TABLE app.approval TO samverkan_police;
GRANT UPDATE(content_sha256) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT(form) ON TABLE app.approval TO samverkan_police;
GRANT UPDATE(form) ON TABLE app.approval TO samverkan_lock;
GRANT SELECT ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT(attachment_id),INSERT(attachment_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(attachment_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(attachment_id) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT(agreement_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(agreement_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(picture_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(picture_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(follow_up_id),INSERT(follow_up_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(follow_up_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(file_name),INSERT(file_name) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(file_name) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(file_name) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT(media_type),INSERT(media_type) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(media_type) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(content),INSERT(content) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(content) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(sha256),INSERT(sha256) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(sha256) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(sha256) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT(created_at) ON TABLE app.attachment TO samverkan_police;
GRANT SELECT(created_at) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT(report_id) ON TABLE app.attachment TO samverkan_police;
GRANT INSERT(report_id) ON TABLE app.attachment TO samverkan_municipality;
GRANT SELECT(report_id) ON TABLE app.attachment TO samverkan_lock;
GRANT SELECT ON TABLE app.body TO samverkan_municipality;
GRANT SELECT ON TABLE app.body TO samverkan_police;
GRANT SELECT ON TABLE app.body TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.body TO samverkan_municipality;
GRANT INSERT(body_id) ON TABLE app.body TO samverkan_municipality;
GRANT INSERT(kind),UPDATE(kind) ON TABLE app.body TO samverkan_municipality;
GRANT INSERT(name),UPDATE(name) ON TABLE app.body TO samverkan_municipality;
GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.body TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.body TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.body_meeting TO samverkan_municipality;
GRANT SELECT ON TABLE app.body_meeting TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.body_meeting TO samverkan_municipality;
GRANT INSERT(body_id) ON TABLE app.body_meeting TO samverkan_municipality;
GRANT INSERT(held_on) ON TABLE app.body_meeting TO samverkan_municipality;
GRANT INSERT(held_at) ON TABLE app.body_meeting TO samverkan_municipality;
GRANT INSERT(papers_on) ON TABLE app.body_meeting TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT ON TABLE app.cause TO samverkan_police;
GRANT SELECT ON TABLE app.cause TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.cause TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.cause TO samverkan_publisher;
GRANT INSERT(cause_id) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(cause_id) ON TABLE app.cause TO samverkan_publisher;
GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.cause TO samverkan_municipality;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.cause TO samverkan_municipality;
GRANT INSERT(text),UPDATE(text) ON TABLE app.cause TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.cause TO samverkan_publisher;
GRANT UPDATE(problem_ids) ON TABLE app.cause TO samverkan_lock;
GRANT SELECT ON TABLE app.comment TO samverkan_municipality;
GRANT SELECT ON TABLE app.comment TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(comment_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(comment_id) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(agreement_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(picture_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(plan_id) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(about) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(about) ON TABLE app.comment TO samverkan_police;
GRANT INSERT(text) ON TABLE app.comment TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.comment TO samverkan_police;
GRANT UPDATE(resolved_at) ON TABLE app.comment TO samverkan_municipality;
GRANT SELECT ON TABLE app.contact TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.contact TO samverkan_municipality;
GRANT SELECT ON TABLE app.contact TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.contact TO samverkan_municipality;
GRANT INSERT(contact_id) ON TABLE app.contact TO samverkan_municipality;
GRANT INSERT(party_id) ON TABLE app.contact TO samverkan_municipality;
GRANT INSERT(name),UPDATE(name) ON TABLE app.contact TO samverkan_municipality;
GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.contact TO samverkan_municipality;
GRANT INSERT(email),UPDATE(email) ON TABLE app.contact TO samverkan_municipality;
GRANT SELECT ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.dropped_measure TO samverkan_police;
GRANT SELECT ON TABLE app.dropped_measure TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.dropped_measure TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.dropped_measure TO samverkan_publisher;
GRANT INSERT(lineage_id) ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.dropped_measure TO samverkan_publisher;
GRANT INSERT(measure_id) ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.dropped_measure TO samverkan_publisher;
GRANT INSERT(reason) ON TABLE app.dropped_measure TO samverkan_municipality;
GRANT SELECT(reason) ON TABLE app.dropped_measure TO samverkan_publisher;
GRANT SELECT ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT SELECT ON TABLE app.duty_fulfilment TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(fulfilment_id) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(duty) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(title),UPDATE(title) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(body),UPDATE(body) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(met_on),UPDATE(met_on) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(link),UPDATE(link) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.duty_fulfilment TO samverkan_municipality;
GRANT SELECT ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT ON TABLE app.group_member TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.group_member TO samverkan_lock;
GRANT INSERT(member_id) ON TABLE app.group_member TO samverkan_municipality;
GRANT INSERT(name),UPDATE(name) ON TABLE app.group_member TO samverkan_municipality;
GRANT INSERT(role),UPDATE(role) ON TABLE app.group_member TO samverkan_municipality;
GRANT INSERT(organisation),UPDATE(organisation) ON TABLE app.group_member TO samverkan_municipality;
GRANT INSERT(member_from),UPDATE(member_from) ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT(member_from) ON TABLE app.group_member TO samverkan_lock;
GRANT INSERT(member_to),UPDATE(member_to) ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT(member_to) ON TABLE app.group_member TO samverkan_lock;
GRANT UPDATE(version) ON TABLE app.group_member TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.import TO samverkan_municipality;
GRANT SELECT ON TABLE app.import TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(import_id) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(file_name) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(media_type) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(content) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(sha256) ON TABLE app.import TO samverkan_municipality;
GRANT INSERT(preview),UPDATE(preview) ON TABLE app.import TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.import TO samverkan_municipality;
GRANT UPDATE(confirmed_at) ON TABLE app.import TO samverkan_municipality;
GRANT UPDATE(agreement_id) ON TABLE app.import TO samverkan_municipality;
GRANT UPDATE(picture_id) ON TABLE app.import TO samverkan_municipality;
GRANT UPDATE(plan_id) ON TABLE app.import TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT ON TABLE app.indicator TO samverkan_police;
GRANT SELECT ON TABLE app.indicator TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(indicator_id) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(indicator_id) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.indicator TO samverkan_municipality;
GRANT INSERT(lineage_id) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(name),UPDATE(name) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(name) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(unit),UPDATE(unit) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(source),UPDATE(source) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(source) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(direction),UPDATE(direction) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(direction) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(baseline),UPDATE(baseline) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(baseline) ON TABLE app.indicator TO samverkan_publisher;
GRANT INSERT(baseline_on),UPDATE(baseline_on) ON TABLE app.indicator TO samverkan_municipality;
GRANT INSERT(target),UPDATE(target) ON TABLE app.indicator TO samverkan_municipality;
GRANT SELECT(target) ON TABLE app.indicator TO samverkan_publisher;
GRANT SELECT ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT ON TABLE app.indicator_value TO samverkan_lock;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(indicator_id),INSERT(indicator_id) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(indicator_id) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(indicator_id) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(lineage_id),INSERT(lineage_id) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(lineage_id) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(lineage_id) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(value_id),INSERT(value_id) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(value_id) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(value_id) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(corrects_value_id),INSERT(corrects_value_id) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(corrects_value_id) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(corrects_value_id) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(measured_on),INSERT(measured_on) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(measured_on) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(measured_on) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(value),INSERT(value) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(value) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(value) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(text),INSERT(text) ON TABLE app.indicator_value TO samverkan_police;
GRANT INSERT(text) ON TABLE app.indicator_value TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.indicator_value TO samverkan_publisher;
GRANT SELECT(recorded_at) ON TABLE app.indicator_value TO samverkan_police;
GRANT SELECT ON TABLE app.measure_status TO samverkan_municipality;
GRANT SELECT ON TABLE app.measure_status TO samverkan_police;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.measure_status TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(plan_id) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(measure_id) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(status) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(follow_up_count) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(latest_on) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT(quantities) ON TABLE app.measure_status TO samverkan_publisher;
GRANT SELECT ON TABLE app.meeting TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.meeting TO samverkan_municipality;
GRANT INSERT(meeting_id) ON TABLE app.meeting TO samverkan_municipality;
GRANT INSERT(held_on),UPDATE(held_on) ON TABLE app.meeting TO samverkan_municipality;
GRANT INSERT(place),UPDATE(place) ON TABLE app.meeting TO samverkan_municipality;
GRANT INSERT(notes),UPDATE(notes) ON TABLE app.meeting TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.meeting TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.meeting_attendance TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting_attendance TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.meeting_attendance TO samverkan_municipality;
GRANT INSERT(meeting_id) ON TABLE app.meeting_attendance TO samverkan_municipality;
GRANT INSERT(member_id) ON TABLE app.meeting_attendance TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT SELECT ON TABLE app.meeting_decision TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT(meeting_id) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT INSERT(plan_id) ON TABLE app.meeting_decision TO samverkan_municipality;
GRANT SELECT ON TABLE app.municipality TO samverkan_municipality;
GRANT SELECT ON TABLE app.municipality TO samverkan_police;
GRANT SELECT ON TABLE app.municipality TO samverkan_operator;
GRANT SELECT ON TABLE app.municipality TO samverkan_public;
GRANT SELECT(municipality_code) ON TABLE app.municipality TO samverkan_access;
GRANT SELECT(municipality_code) ON TABLE app.municipality TO samverkan_publisher;
GRANT SELECT(municipality_code) ON TABLE app.municipality TO samverkan_lock;
GRANT SELECT(name) ON TABLE app.municipality TO samverkan_publisher;
GRANT SELECT(name) ON TABLE app.municipality TO samverkan_lock;
GRANT SELECT(district_code) ON TABLE app.municipality TO samverkan_access;
GRANT SELECT(district_code) ON TABLE app.municipality TO samverkan_publisher;
GRANT UPDATE(group_label) ON TABLE app.municipality TO samverkan_municipality;
GRANT SELECT(group_label) ON TABLE app.municipality TO samverkan_lock;
GRANT UPDATE(plan_label) ON TABLE app.municipality TO samverkan_municipality;
GRANT SELECT(plan_label) ON TABLE app.municipality TO samverkan_lock;
GRANT UPDATE(version) ON TABLE app.municipality TO samverkan_municipality;
GRANT SELECT,INSERT,UPDATE ON TABLE app.municipality_district TO samverkan_lock;
GRANT SELECT ON TABLE app.municipality_district TO samverkan_publisher;
GRANT SELECT ON TABLE app.police_district TO samverkan_municipality;
GRANT SELECT ON TABLE app.police_district TO samverkan_police;
GRANT SELECT ON TABLE app.police_district TO samverkan_operator;
GRANT SELECT ON TABLE app.police_district TO samverkan_public;
GRANT SELECT(district_code) ON TABLE app.police_district TO samverkan_publisher;
GRANT SELECT(name) ON TABLE app.police_district TO samverkan_publisher;
GRANT SELECT(region_name) ON TABLE app.police_district TO samverkan_publisher;
GRANT SELECT ON TABLE app.population TO samverkan_publisher;
GRANT SELECT,DELETE ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT ON TABLE app.priority_area TO samverkan_police;
GRANT SELECT ON TABLE app.priority_area TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.priority_area TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.priority_area TO samverkan_publisher;
GRANT INSERT(area_id) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.priority_area TO samverkan_publisher;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT("position") ON TABLE app.priority_area TO samverkan_publisher;
GRANT INSERT(title),UPDATE(title) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(title) ON TABLE app.priority_area TO samverkan_publisher;
GRANT INSERT(description),UPDATE(description) ON TABLE app.priority_area TO samverkan_municipality;
GRANT INSERT(theme),UPDATE(theme) ON TABLE app.priority_area TO samverkan_municipality;
GRANT SELECT(theme) ON TABLE app.priority_area TO samverkan_publisher;
GRANT UPDATE(problem_ids) ON TABLE app.priority_area TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.problem TO samverkan_municipality;
GRANT SELECT ON TABLE app.problem TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.problem TO samverkan_police;
GRANT INSERT(picture_id) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.problem TO samverkan_police;
GRANT INSERT(problem_id) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(problem_id) ON TABLE app.problem TO samverkan_police;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.problem TO samverkan_police;
GRANT INSERT(text),UPDATE(text) ON TABLE app.problem TO samverkan_municipality;
GRANT INSERT(text) ON TABLE app.problem TO samverkan_police;
GRANT INSERT(predecessor_id) ON TABLE app.problem TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.problem_source TO samverkan_municipality;
GRANT SELECT ON TABLE app.problem_source TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.problem_source TO samverkan_police;
GRANT INSERT(picture_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.problem_source TO samverkan_police;
GRANT INSERT(problem_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(problem_id) ON TABLE app.problem_source TO samverkan_police;
GRANT INSERT(source_id) ON TABLE app.problem_source TO samverkan_municipality;
GRANT INSERT(source_id) ON TABLE app.problem_source TO samverkan_police;
GRANT SELECT ON TABLE app.prolongation TO samverkan_municipality;
GRANT SELECT ON TABLE app.prolongation TO samverkan_police;
GRANT SELECT ON TABLE app.prolongation TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.prolongation TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.prolongation TO samverkan_municipality;
GRANT INSERT(prolongation_id) ON TABLE app.prolongation TO samverkan_municipality;
GRANT INSERT(effective_end) ON TABLE app.prolongation TO samverkan_municipality;
GRANT INSERT(reason) ON TABLE app.prolongation TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.prolongation TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.prolongation TO samverkan_lock;
GRANT SELECT ON TABLE app.promise TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT ON TABLE app.promise TO samverkan_police;
GRANT SELECT(municipality_code) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(municipality_code) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.promise TO samverkan_publisher;
GRANT SELECT(promise_id) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(promise_id) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(promise_id) ON TABLE app.promise TO samverkan_publisher;
GRANT SELECT(agreement_id) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(agreement_id) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(agreement_id) ON TABLE app.promise TO samverkan_publisher;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(promisor) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(promisor),UPDATE(promisor) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(promisor) ON TABLE app.promise TO samverkan_publisher;
GRANT SELECT(text) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(text),UPDATE(text) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.promise TO samverkan_publisher;
GRANT SELECT(state) ON TABLE app.promise TO samverkan_public;
GRANT UPDATE(state) ON TABLE app.promise TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.promise TO samverkan_lock;
GRANT SELECT(state) ON TABLE app.promise TO samverkan_publisher;
GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.promise TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.promise TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.promise TO samverkan_lock;
GRANT SELECT(period_start) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.promise TO samverkan_publisher;
GRANT SELECT(period_end) ON TABLE app.promise TO samverkan_public;
GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.promise TO samverkan_publisher;
GRANT INSERT(predecessor_id) ON TABLE app.promise TO samverkan_municipality;
GRANT INSERT(revision_reason) ON TABLE app.promise TO samverkan_municipality;
GRANT UPDATE(return_reason) ON TABLE app.promise TO samverkan_lock;
GRANT UPDATE(returned_by) ON TABLE app.promise TO samverkan_lock;
GRANT SELECT(published_on) ON TABLE app.promise TO samverkan_public;
GRANT UPDATE(published_on) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(published_on) ON TABLE app.promise TO samverkan_publisher;
GRANT UPDATE(withdrawn_on) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT(withdrawn_on) ON TABLE app.promise TO samverkan_publisher;
GRANT UPDATE(withdrawal_reason) ON TABLE app.promise TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.promise_measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.promise_measure TO samverkan_police;
GRANT SELECT ON TABLE app.promise_measure TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.promise_measure TO samverkan_municipality;
GRANT INSERT(promise_id) ON TABLE app.promise_measure TO samverkan_municipality;
GRANT INSERT(measure_id) ON TABLE app.promise_measure TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.promise_measure TO samverkan_municipality;
GRANT INSERT(plan_id) ON TABLE app.promise_measure TO samverkan_municipality;
GRANT SELECT ON TABLE app.promise_outcome TO samverkan_lock;
GRANT SELECT ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(municipality_code) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(municipality_code) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(promise_id),INSERT(promise_id) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(promise_id) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(promise_id) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(promise_id) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(outcome_id),INSERT(outcome_id) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(outcome_id) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(outcome_id) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(outcome_id) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(corrects_outcome_id),INSERT(corrects_outcome_id) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(corrects_outcome_id) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(corrects_outcome_id) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(corrects_outcome_id) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(period_start),INSERT(period_start) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(period_start) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(period_start) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(period_end),INSERT(period_end) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(period_end) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(period_end) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(verdict),INSERT(verdict) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(verdict) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(verdict) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(verdict) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(text),INSERT(text) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(text) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(text) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(reason),INSERT(reason) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(reason) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(reason) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(quantity),INSERT(quantity) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(quantity) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(quantity) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(unit),INSERT(unit) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(unit) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(unit) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT SELECT(approximate),INSERT(approximate) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(approximate) ON TABLE app.promise_outcome TO samverkan_public;
GRANT INSERT(approximate) ON TABLE app.promise_outcome TO samverkan_municipality;
GRANT SELECT(approximate) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT UPDATE(state) ON TABLE app.promise_outcome TO samverkan_lock;
GRANT SELECT(state) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(state) ON TABLE app.promise_outcome TO samverkan_public;
GRANT SELECT(state) ON TABLE app.promise_outcome TO samverkan_publisher;
GRANT UPDATE(return_reason) ON TABLE app.promise_outcome TO samverkan_lock;
GRANT SELECT(return_reason) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT(recorded_at) ON TABLE app.promise_outcome TO samverkan_police;
GRANT SELECT ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT INSERT(kind) ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT INSERT(name) ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT INSERT(decision),UPDATE(decision) ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT UPDATE(decided_at) ON TABLE app.remembered_decision TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.report TO samverkan_municipality;
GRANT SELECT ON TABLE app.report TO samverkan_police;
GRANT SELECT ON TABLE app.report TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.report TO samverkan_publisher;
GRANT INSERT(municipality_code) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(report_id) ON TABLE app.report TO samverkan_publisher;
GRANT INSERT(report_id) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.report TO samverkan_publisher;
GRANT INSERT(plan_id),UPDATE(plan_id) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(title) ON TABLE app.report TO samverkan_publisher;
GRANT INSERT(title),UPDATE(title) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(proposed_decision),UPDATE(proposed_decision) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(commentary),UPDATE(commentary) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(next_year),UPDATE(next_year) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(prepared_by),UPDATE(prepared_by) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(state) ON TABLE app.report TO samverkan_publisher;
GRANT UPDATE(state) ON TABLE app.report TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.report TO samverkan_lock;
GRANT UPDATE(generated_at) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(sent_on) ON TABLE app.report TO samverkan_publisher;
GRANT UPDATE(sent_on) ON TABLE app.report TO samverkan_municipality;
GRANT SELECT(to_district) ON TABLE app.report TO samverkan_publisher;
GRANT UPDATE(to_district) ON TABLE app.report TO samverkan_lock;
GRANT UPDATE(content_sha256) ON TABLE app.report TO samverkan_lock;
GRANT UPDATE(form) ON TABLE app.report TO samverkan_lock;
GRANT INSERT(predecessor_id) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(revision_reason) ON TABLE app.report TO samverkan_municipality;
GRANT UPDATE(withdrawn_on) ON TABLE app.report TO samverkan_municipality;
GRANT UPDATE(withdrawal_reason) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.report TO samverkan_municipality;
GRANT INSERT(external_references),UPDATE(external_references) ON TABLE app.report TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.report TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.report TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.report_commentary TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_commentary TO samverkan_police;
GRANT SELECT ON TABLE app.report_commentary TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT INSERT(report_id) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT INSERT(area_id),UPDATE(area_id) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT INSERT(plan_id),UPDATE(plan_id) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT INSERT(area_title),UPDATE(area_title) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT INSERT(text),UPDATE(text) ON TABLE app.report_commentary TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_decision TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_decision TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(report_id) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(decision_id) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(body),UPDATE(body) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(decided_on),UPDATE(decided_on) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(paragraph),UPDATE(paragraph) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(outcome),UPDATE(outcome) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(text),UPDATE(text) ON TABLE app.report_decision TO samverkan_municipality;
GRANT INSERT(attachment_id),UPDATE(attachment_id) ON TABLE app.report_decision TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.report_decision TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_dispatch TO samverkan_police;
GRANT SELECT ON TABLE app.report_dispatch TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT INSERT(municipality_code) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT SELECT(report_id) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT INSERT(report_id) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT INSERT(dispatch_id) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT INSERT(body_id) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT SELECT(body_kind) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT UPDATE(body_kind) ON TABLE app.report_dispatch TO samverkan_lock;
GRANT SELECT(body_name) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT UPDATE(body_name) ON TABLE app.report_dispatch TO samverkan_lock;
GRANT SELECT(sent_on) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT INSERT(sent_on) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT UPDATE(sent_on) ON TABLE app.report_dispatch TO samverkan_lock;
GRANT SELECT(received_on) ON TABLE app.report_dispatch TO samverkan_publisher;
GRANT INSERT(received_on),UPDATE(received_on) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT UPDATE(received_on) ON TABLE app.report_dispatch TO samverkan_police;
GRANT INSERT(received_by),UPDATE(received_by) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT UPDATE(received_by) ON TABLE app.report_dispatch TO samverkan_police;
GRANT INSERT(registration_number),UPDATE(registration_number) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT UPDATE(registration_number) ON TABLE app.report_dispatch TO samverkan_police;
GRANT INSERT(attachment_id),UPDATE(attachment_id) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.report_dispatch TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_text TO samverkan_municipality;
GRANT SELECT ON TABLE app.report_text TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.report_text TO samverkan_lock;
GRANT INSERT(report_id) ON TABLE app.report_text TO samverkan_lock;
GRANT INSERT(form) ON TABLE app.report_text TO samverkan_lock;
GRANT INSERT(sha256) ON TABLE app.report_text TO samverkan_lock;
GRANT INSERT(text) ON TABLE app.report_text TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT ON TABLE app.reporting_round TO samverkan_police;
GRANT SELECT ON TABLE app.reporting_round TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(municipality_code) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT(round_id) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(round_id) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT(name) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(name),UPDATE(name) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(period_start),UPDATE(period_start) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.reporting_round TO samverkan_publisher;
GRANT INSERT(period_end),UPDATE(period_end) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT INSERT(answers_from),UPDATE(answers_from) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT INSERT(answers_until),UPDATE(answers_until) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.reporting_round TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsibility TO samverkan_police;
GRANT SELECT ON TABLE app.responsibility TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.responsibility TO samverkan_publisher;
GRANT INSERT(plan_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.responsibility TO samverkan_publisher;
GRANT INSERT(measure_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(measure_id) ON TABLE app.responsibility TO samverkan_publisher;
GRANT INSERT(party_id),UPDATE(party_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.responsibility TO samverkan_publisher;
GRANT INSERT(contact_id),UPDATE(contact_id) ON TABLE app.responsibility TO samverkan_municipality;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.responsibility TO samverkan_municipality;
GRANT INSERT(lead),UPDATE(lead) ON TABLE app.responsibility TO samverkan_municipality;
GRANT SELECT(lead) ON TABLE app.responsibility TO samverkan_publisher;
GRANT UPDATE(adopted_contact_id) ON TABLE app.responsibility TO samverkan_lock;
GRANT UPDATE(adopted_name) ON TABLE app.responsibility TO samverkan_lock;
GRANT SELECT ON TABLE app.responsibility_status TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsibility_status TO samverkan_police;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE app.responsibility_status TO samverkan_lock;
GRANT SELECT(municipality_code) ON TABLE app.responsibility_status TO samverkan_publisher;
GRANT SELECT(plan_id) ON TABLE app.responsibility_status TO samverkan_publisher;
GRANT SELECT(measure_id) ON TABLE app.responsibility_status TO samverkan_publisher;
GRANT SELECT(party_id) ON TABLE app.responsibility_status TO samverkan_publisher;
GRANT SELECT(status) ON TABLE app.responsibility_status TO samverkan_publisher;
GRANT SELECT ON TABLE app.responsible_party TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT ON TABLE app.responsible_party TO samverkan_police;
GRANT SELECT(municipality_code) ON TABLE app.responsible_party TO samverkan_access;
GRANT SELECT(municipality_code) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT INSERT(municipality_code) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.responsible_party TO samverkan_access;
GRANT SELECT(party_id) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT INSERT(party_id) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(name) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT INSERT(name),UPDATE(name) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(kind) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT INSERT(kind),UPDATE(kind) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(form) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT INSERT(form),UPDATE(form) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT INSERT(ended_on),UPDATE(ended_on) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT(merged_into_id) ON TABLE app.responsible_party TO samverkan_access;
GRANT SELECT(merged_into_id) ON TABLE app.responsible_party TO samverkan_publisher;
GRANT UPDATE(merged_into_id) ON TABLE app.responsible_party TO samverkan_municipality;
GRANT SELECT ON TABLE app.round_proposal TO samverkan_municipality;
GRANT SELECT ON TABLE app.round_proposal TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.round_proposal TO samverkan_police;
GRANT INSERT(proposal_id) ON TABLE app.round_proposal TO samverkan_police;
GRANT INSERT(year) ON TABLE app.round_proposal TO samverkan_police;
GRANT INSERT(text) ON TABLE app.round_proposal TO samverkan_police;
GRANT INSERT(rounds) ON TABLE app.round_proposal TO samverkan_police;
GRANT SELECT,DELETE ON TABLE app.signature TO samverkan_municipality;
GRANT SELECT ON TABLE app.signature TO samverkan_police;
GRANT SELECT ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(agreement_id) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(agreement_id) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(signature_id) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(signature_id) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT("position") ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(party),UPDATE(party) ON TABLE app.signature TO samverkan_municipality;
GRANT INSERT(party) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(name),UPDATE(name) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(name) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(name) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(title),UPDATE(title) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(title) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(title) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(body),UPDATE(body) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(body) ON TABLE app.signature TO samverkan_police;
GRANT INSERT(body) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(place),UPDATE(place) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(place) ON TABLE app.signature TO samverkan_police;
GRANT UPDATE(place) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_police;
GRANT UPDATE(signed_on) ON TABLE app.signature TO samverkan_lock;
GRANT INSERT(prolongation_id) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(outside_system) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(outside_system) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(attachment_id) ON TABLE app.signature TO samverkan_municipality;
GRANT UPDATE(attachment_id) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(recorded_by) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(recorded_at) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(content_sha256) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(annexes_sha256) ON TABLE app.signature TO samverkan_lock;
GRANT UPDATE(form) ON TABLE app.signature TO samverkan_lock;
GRANT SELECT ON TABLE app.signed_text TO samverkan_municipality;
GRANT SELECT ON TABLE app.signed_text TO samverkan_police;
GRANT SELECT ON TABLE app.signed_text TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.signed_text TO samverkan_lock;
GRANT INSERT(agreement_id) ON TABLE app.signed_text TO samverkan_lock;
GRANT INSERT(sha256) ON TABLE app.signed_text TO samverkan_lock;
GRANT INSERT(form) ON TABLE app.signed_text TO samverkan_lock;
GRANT INSERT(text) ON TABLE app.signed_text TO samverkan_lock;
GRANT SELECT,DELETE ON TABLE app.situational_picture TO samverkan_municipality;
GRANT SELECT ON TABLE app.situational_picture TO samverkan_police;
GRANT SELECT ON TABLE app.situational_picture TO samverkan_lock;
GRANT INSERT(municipality_code) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT INSERT(district_code) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT INSERT(title),UPDATE(title) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT INSERT(summary),UPDATE(summary) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(state) ON TABLE app.situational_picture TO samverkan_lock;
GRANT UPDATE(established_on) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_police;
GRANT UPDATE(version) ON TABLE app.situational_picture TO samverkan_lock;
GRANT UPDATE(established_by) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT INSERT(predecessor_id) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT UPDATE(is_exchanged) ON TABLE app.situational_picture TO samverkan_lock;
GRANT UPDATE(withdrawal_reason) ON TABLE app.situational_picture TO samverkan_municipality;
GRANT SELECT,DELETE ON TABLE app.source TO samverkan_municipality;
GRANT SELECT ON TABLE app.source TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.source TO samverkan_municipality;
GRANT INSERT(picture_id) ON TABLE app.source TO samverkan_municipality;
GRANT INSERT(source_id) ON TABLE app.source TO samverkan_municipality;
GRANT INSERT("position"),UPDATE("position") ON TABLE app.source TO samverkan_municipality;
GRANT INSERT(kind),UPDATE(kind) ON TABLE app.source TO samverkan_municipality;
GRANT INSERT(title),UPDATE(title) ON TABLE app.source TO samverkan_municipality;
GRANT INSERT(dated_on),UPDATE(dated_on) ON TABLE app.source TO samverkan_municipality;
GRANT SELECT ON TABLE app.term TO samverkan_municipality;
GRANT SELECT ON TABLE app.term TO samverkan_police;
GRANT SELECT ON TABLE app.term TO samverkan_public;
GRANT SELECT ON TABLE app.term TO samverkan_lock;
GRANT SELECT(kind) ON TABLE app.term TO samverkan_publisher;
GRANT SELECT(term) ON TABLE app.term TO samverkan_publisher;
GRANT SELECT(place) ON TABLE app.term TO samverkan_publisher;
GRANT SELECT(swedish) ON TABLE app.term TO samverkan_publisher;
GRANT SELECT ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT ON TABLE app.unplanned_work TO samverkan_lock;
GRANT SELECT(municipality_code),INSERT(municipality_code) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(municipality_code) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(plan_id),INSERT(plan_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(plan_id) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(plan_id) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(area_id),INSERT(area_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(area_id) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(area_id) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(unplanned_work_id),INSERT(unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(party_id),INSERT(party_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(party_id) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(party_id) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(corrects_unplanned_work_id),INSERT(corrects_unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(corrects_unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(corrects_unplanned_work_id) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(period_start),INSERT(period_start) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(period_start) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(period_start) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(period_end),INSERT(period_end) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(period_end) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(period_end) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(text),INSERT(text) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(text) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(text) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(quantity),INSERT(quantity) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(quantity) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(quantity) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(unit),INSERT(unit) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(unit) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(unit) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(approximate),INSERT(approximate) ON TABLE app.unplanned_work TO samverkan_police;
GRANT INSERT(approximate) ON TABLE app.unplanned_work TO samverkan_municipality;
GRANT SELECT(approximate) ON TABLE app.unplanned_work TO samverkan_publisher;
GRANT SELECT(recorded_at) ON TABLE app.unplanned_work TO samverkan_police;
GRANT SELECT,DELETE ON TABLE app.word_template TO samverkan_municipality;
GRANT INSERT(municipality_code) ON TABLE app.word_template TO samverkan_municipality;
GRANT INSERT(file_name),UPDATE(file_name) ON TABLE app.word_template TO samverkan_municipality;
GRANT INSERT(content),UPDATE(content) ON TABLE app.word_template TO samverkan_municipality;
GRANT INSERT(sha256),UPDATE(sha256) ON TABLE app.word_template TO samverkan_municipality;
GRANT SELECT,INSERT,UPDATE ON TABLE audit.chain_head TO samverkan_audit;
GRANT SELECT ON TABLE audit.chain_head TO samverkan_municipality;
GRANT INSERT ON TABLE audit.change TO samverkan_audit;
GRANT SELECT ON TABLE audit.change TO samverkan_municipality;
GRANT SELECT(municipality_code) ON TABLE audit.change TO samverkan_audit;
GRANT SELECT(sequence) ON TABLE audit.change TO samverkan_audit;
GRANT SELECT(table_name) ON TABLE audit.change TO samverkan_audit;
GRANT SELECT(before) ON TABLE audit.change TO samverkan_audit;
GRANT SELECT(after) ON TABLE audit.change TO samverkan_audit;
GRANT SELECT(hash) ON TABLE audit.change TO samverkan_audit;
GRANT INSERT ON TABLE audit.personal_value TO samverkan_audit;
REVOKE SELECT ON TABLE pg_catalog.pg_cursors FROM PUBLIC;
REVOKE SELECT ON TABLE pg_catalog.pg_prepared_statements FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE samverkan_owner REVOKE ALL ON FUNCTIONS  FROM PUBLIC;
