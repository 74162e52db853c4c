-- What the year's work is held against is proposed to the other authority, which approves it or returns it with a reason: promises,
-- their outcomes, and plans. Neither promises, or publishes a verdict, for the other.
alter table app.promise no force row level security;
alter table app.promise
    alter column text drop not null,
    add column period_start date,
    add column period_end date,
    add column predecessor_id uuid,
    add column revision_reason text check (revision_reason <> ''),
    add column return_reason text check (return_reason <> ''),
    add column returned_by text check (returned_by in ('municipality', 'police')),
    add column published_on date,
    add column withdrawn_on date,
    add column withdrawal_reason text check (withdrawal_reason <> ''),
    drop constraint promise_state_check,
    add constraint promise_state check (state in ('draft', 'proposed', 'approved', 'published', 'withdrawn', 'superseded')),
    add constraint promise_has_text check (state in ('draft', 'withdrawn') or text is not null),
    add constraint promise_period check (period_end >= period_start),
    add constraint promise_period_whole check ((period_start is null) = (period_end is null)),
    add constraint promise_of_agreement unique (municipality_code, agreement_id, promise_id),
    -- Only of the same agreement: what replaces an agreement has promises of its own.
    add constraint promise_predecessor foreign key (municipality_code, agreement_id, predecessor_id)
        references app.promise (municipality_code, agreement_id, promise_id);
create unique index promise_revised_once on app.promise (municipality_code, predecessor_id) where (predecessor_id is not null and state <> 'withdrawn');
alter table app.promise force row level security;

alter table app.action_plan no force row level security;
alter table app.action_plan
    add column return_reason text check (return_reason <> ''),
    add column returned_by text check (returned_by in ('municipality', 'police')),
    -- Whether an approval of it holds, so that a plan without one is read without looking for any.
    add column is_answered boolean not null default false,
    drop constraint action_plan_state_check,
    drop constraint action_plan_check1,
    drop constraint action_plan_check2,
    add constraint action_plan_state check (state in ('draft', 'proposed', 'approved', 'adopted', 'closed', 'superseded')),
    add constraint action_plan_adopted check ((state in ('draft', 'proposed', 'approved')) = (adopted_on is null)),
    add constraint action_plan_adopted_by check ((state in ('draft', 'proposed', 'approved')) = (adopted_by is null)),
    add constraint action_plan_of_agreement unique (municipality_code, agreement_id, plan_id);
alter table app.action_plan force row level security;

-- A measure that a promise is kept by: of a plan of the same agreement.
create table app.promise_measure (
    municipality_code text not null,
    promise_id uuid not null,
    measure_id uuid not null,
    agreement_id uuid not null,
    plan_id uuid not null,
    primary key (municipality_code, promise_id, measure_id),
    constraint promise_measure_promise foreign key (municipality_code, agreement_id, promise_id)
        references app.promise (municipality_code, agreement_id, promise_id),
    constraint promise_measure_plan_of_agreement foreign key (municipality_code, agreement_id, plan_id)
        references app.action_plan (municipality_code, agreement_id, plan_id),
    constraint promise_measure_measure foreign key (municipality_code, plan_id, measure_id) references app.measure
);
create index promise_measure_by_measure on app.promise_measure (municipality_code, plan_id, measure_id);
alter table app.promise_measure enable row level security, force row level security;
comment on table app.promise_measure is 'Åtgärd som ett medborgarlöfte hålls genom';

-- How a promise came out, written once like a follow-up, and corrected by another.
create table app.promise_outcome (
    municipality_code text not null,
    promise_id uuid not null,
    outcome_id uuid not null default app.uuidv7(),
    corrects_outcome_id uuid,
    period_start date not null,
    period_end date not null check (period_end >= period_start),
    verdict text not null check (verdict in ('fulfilled', 'partlyFulfilled', 'notFulfilled', 'tooEarly')),
    text text not null check (text <> ''),
    reason text check (reason <> ''),
    quantity numeric check (quantity >= 0 and quantity < 1e12),
    unit text check (unit <> ''),
    approximate boolean not null default false,
    state text not null default 'proposed' check (state in ('proposed', 'approved', 'returned')),
    return_reason text check (return_reason <> ''),
    recorded_at timestamptz not null default now(),
    recorded_by text not null default '',
    primary key (municipality_code, promise_id, outcome_id),
    constraint promise_outcome_by_id unique (municipality_code, outcome_id),
    constraint promise_outcome_corrects foreign key (municipality_code, promise_id, corrects_outcome_id) references app.promise_outcome,
    foreign key (municipality_code, promise_id) references app.promise,
    constraint promise_outcome_reason_required check (verdict not in ('partlyFulfilled', 'notFulfilled') or reason is not null),
    constraint promise_outcome_unit check (quantity is null or unit is not null),
    check ((state = 'returned') = (return_reason is not null))
);
-- A correction that was returned leaves its place to another.
create unique index promise_outcome_corrected_once on app.promise_outcome (municipality_code, promise_id, corrects_outcome_id)
    where (corrects_outcome_id is not null and state <> 'returned');
alter table app.promise_outcome enable row level security, force row level security;
comment on table app.promise_outcome is 'Utfall av ett medborgarlöfte, med omdöme';

-- What a party says of what is proposed: approved, or returned with a reason. An approval with a name is a signature.
create table app.approval (
    municipality_code text not null,
    approval_id uuid not null default app.uuidv7(),
    plan_id uuid,
    promise_id uuid,
    outcome_id uuid,
    party text not null check (party in ('municipality', 'police')),
    answer text not null default 'approved' check (answer in ('approved', 'returned')),
    answered_on date not null,
    name text check (name <> ''),
    title text check (title <> ''),
    body text check (body <> ''),
    place text check (place <> ''),
    outside_system boolean not null default false,
    reason text check (reason <> ''),
    -- Not of a proposal that was returned since.
    holds boolean not null default true,
    -- Of the document that was answered, where it was named.
    version integer,
    recorded_at timestamptz not null default now(),
    recorded_by text not null default '',
    primary key (municipality_code, approval_id),
    constraint approval_of_one check (num_nonnulls(plan_id, promise_id, outcome_id) = 1),
    constraint approval_return_reason check ((answer = 'returned') = (reason is not null)),
    foreign key (municipality_code, plan_id) references app.action_plan,
    foreign key (municipality_code, promise_id) references app.promise,
    foreign key (municipality_code, outcome_id) references app.promise_outcome (municipality_code, outcome_id)
);
create unique index approval_of_plan on app.approval (municipality_code, plan_id, party) where (plan_id is not null and holds and answer = 'approved');
create unique index approval_of_promise on app.approval (municipality_code, promise_id, party) where (promise_id is not null and holds and answer = 'approved');
create unique index approval_of_outcome on app.approval (municipality_code, outcome_id, party) where (outcome_id is not null and holds and answer = 'approved');
alter table app.approval enable row level security, force row level security;
comment on table app.approval is 'Godkännande eller återlämnande av det som föreslagits; med namn ett undertecknande';

-- What is said of a proposal, the other authority reads; what was said of a draft it doesn't.
alter table app.comment no force row level security;
alter table app.comment add column on_proposal boolean not null default false;
alter table app.comment force row level security;

alter table app.term no force row level security;
delete from app.term where kind in ('PromiseStatus', 'ActionPlanStatus');
insert into app.term (kind, place, term, swedish, acts) values
    ('ActionPlanStatus', 1, 'draft', 'utkast', '{proposal,adoption}'),
    ('ActionPlanStatus', 2, 'proposed', 'föreslagen', '{approvals,return,adoption}'),
    ('ActionPlanStatus', 3, 'approved', 'godkänd', '{approvals,return,adoption}'),
    ('ActionPlanStatus', 4, 'adopted', 'antagen', '{approvals,closing,revisions}'),
    ('ActionPlanStatus', 5, 'closed', 'avslutad', '{reopening,revisions}'),
    ('ActionPlanStatus', 6, 'superseded', 'ersatt', '{}'),
    ('PromiseStatus', 1, 'draft', 'utkast', '{proposal,withdrawal}'),
    ('PromiseStatus', 2, 'proposed', 'föreslaget', '{approvals,return,withdrawal}'),
    ('PromiseStatus', 3, 'approved', 'godkänt', '{publication,return,withdrawal}'),
    ('PromiseStatus', 4, 'published', 'publicerat', '{revisions,prolongation,withdrawal}'),
    ('PromiseStatus', 5, 'withdrawn', 'återkallat', '{}'),
    ('PromiseStatus', 6, 'superseded', 'ersatt', '{}'),
    ('PromiseOutcomeStatus', 1, 'proposed', 'föreslaget', '{approvals,return,correction}'),
    ('PromiseOutcomeStatus', 2, 'approved', 'godkänt', '{correction}'),
    ('PromiseOutcomeStatus', 3, 'returned', 'återlämnat', '{correction}');
insert into app.term (kind, place, term, swedish) values
    ('Verdict', 1, 'fulfilled', 'uppfyllt'), ('Verdict', 2, 'partlyFulfilled', 'delvis uppfyllt'),
    ('Verdict', 3, 'notFulfilled', 'inte uppfyllt'), ('Verdict', 4, 'tooEarly', 'för tidigt att bedöma'),
    ('Act', 17, 'approvals', 'godkänn'), ('Act', 18, 'publication', 'publicera'),
    ('Act', 19, 'prolongation', 'förläng');
alter table app.term force row level security;

-- The head of a district comments on what is proposed to it.
alter table access.known_right no force row level security;
alter table access.role_right no force row level security;
insert into access.known_right (issuer_kind, place, may, meaning) values
    ('district', 'district', 'proposal.comment', 'kommenterar det som föreslagits');
insert into access.role_right (role, issuer_kind, place, may) values
    ('headOfDistrict', 'district', 'district', 'proposal.comment');
alter table access.role_right force row level security;
alter table access.known_right force row level security;
