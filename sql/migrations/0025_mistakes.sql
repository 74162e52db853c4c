-- Mistakes are undone: a draft is discarded, which the log keeps, unless another authority has had a part in it; then it is withdrawn with
-- a reason (TF 2:10: what is dispatched or received can't be undone). `is_exchanged` says that it was proposed to the other authority, or
-- that the police have added to it.
alter table app.agreement no force row level security;
alter table app.agreement
    add column is_exchanged boolean not null default false,
    add column withdrawal_reason text check (withdrawal_reason <> ''),
    drop constraint agreement_state_check,
    add constraint agreement_state_check check (state in ('draft', 'proposed', 'signed', 'terminated', 'withdrawn')),
    add constraint agreement_withdrawn check ((state = 'withdrawn') = (withdrawal_reason is not null));
update app.agreement set is_exchanged = true where state <> 'draft' or return_reason is not null;
alter table app.agreement force row level security;

alter table app.situational_picture no force row level security;
alter table app.situational_picture
    add column is_exchanged boolean not null default false,
    add column withdrawal_reason text check (withdrawal_reason <> ''),
    drop constraint situational_picture_state_check,
    add constraint situational_picture_state_check check (state in ('draft', 'established', 'superseded', 'withdrawn')),
    drop constraint situational_picture_check,
    add constraint situational_picture_established check ((state in ('draft', 'withdrawn')) = (established_on is null)),
    add constraint situational_picture_withdrawn check ((state = 'withdrawn') = (withdrawal_reason is not null)),
    drop constraint situational_picture_revised_once;
create unique index situational_picture_revised_once on app.situational_picture (municipality_code, predecessor_id) where (state <> 'withdrawn');
update app.situational_picture set is_exchanged = true where state <> 'draft';
alter table app.situational_picture force row level security;

alter table app.action_plan no force row level security;
alter table app.action_plan
    add column is_exchanged boolean not null default false,
    add column withdrawal_reason text check (withdrawal_reason <> ''),
    drop constraint action_plan_state,
    add constraint action_plan_state check (state in ('draft', 'proposed', 'approved', 'adopted', 'closed', 'superseded', 'withdrawn')),
    drop constraint action_plan_adopted,
    drop constraint action_plan_adopted_by,
    add constraint action_plan_adopted check ((state in ('draft', 'proposed', 'approved', 'withdrawn')) = (adopted_on is null)),
    add constraint action_plan_adopted_by check ((state in ('draft', 'proposed', 'approved', 'withdrawn')) = (adopted_by is null)),
    add constraint action_plan_withdrawn check ((state = 'withdrawn') = (withdrawal_reason is not null)),
    drop constraint action_plan_revised_once_a_year;
create unique index action_plan_revised_once_a_year on app.action_plan (municipality_code, revises_plan_id, year) where (state <> 'withdrawn');
update app.action_plan set is_exchanged = true where state <> 'draft' or return_reason is not null;
alter table app.action_plan force row level security;

-- What the police had added already: comments say who wrote them, of problems the log does.
alter table app.agreement no force row level security;
alter table app.situational_picture no force row level security;
alter table app.action_plan no force row level security;
alter table app.comment no force row level security;
alter table audit.change no force row level security;
alter table access.role no force row level security;
update app.agreement a set is_exchanged = true where not a.is_exchanged and exists (select from app.comment c join access.role r on r.role = c.written_as and r.issuer_kind = 'district'
    where c.municipality_code = a.municipality_code and c.agreement_id = a.agreement_id);
update app.action_plan p set is_exchanged = true where not p.is_exchanged and exists (select from app.comment c join access.role r on r.role = c.written_as and r.issuer_kind = 'district'
    where c.municipality_code = p.municipality_code and c.plan_id = p.plan_id);
update app.situational_picture p set is_exchanged = true where not p.is_exchanged and (
    exists (select from app.comment c join access.role r on r.role = c.written_as and r.issuer_kind = 'district'
        where c.municipality_code = p.municipality_code and c.picture_id = p.picture_id)
    or exists (select from audit.change c join access.role r on r.role = c.actor_role and r.issuer_kind = 'district'
        where c.municipality_code = p.municipality_code and c.table_name = 'problem' and c.action = 'insert' and (c.after ->> 'picture_id')::uuid = p.picture_id));
alter table access.role force row level security;
alter table audit.change force row level security;

-- What hangs on a draft goes with it; an import that made it no longer names it. Keys are held against
-- rows that the owner must see on both sides.
alter table app.agreement no force row level security;
alter table app.situational_picture no force row level security;
alter table app.action_plan no force row level security;
alter table app.report no force row level security;
alter table app.comment no force row level security;
alter table app.attachment no force row level security;
alter table app.dropped_measure no force row level security;
alter table app.import no force row level security;
alter table app.comment
    drop constraint comment_municipality_code_agreement_id_fkey,
    drop constraint comment_municipality_code_picture_id_fkey,
    drop constraint comment_municipality_code_plan_id_fkey,
    add constraint comment_agreement foreign key (municipality_code, agreement_id) references app.agreement on delete cascade,
    add constraint comment_picture foreign key (municipality_code, picture_id) references app.situational_picture on delete cascade,
    add constraint comment_plan foreign key (municipality_code, plan_id) references app.action_plan on delete cascade;
alter table app.attachment
    drop constraint attachment_municipality_code_agreement_id_fkey,
    drop constraint attachment_municipality_code_picture_id_fkey,
    drop constraint attachment_municipality_code_plan_id_fkey,
    drop constraint attachment_report,
    add constraint attachment_agreement foreign key (municipality_code, agreement_id) references app.agreement on delete cascade,
    add constraint attachment_picture foreign key (municipality_code, picture_id) references app.situational_picture on delete cascade,
    add constraint attachment_plan foreign key (municipality_code, plan_id) references app.action_plan on delete cascade,
    add constraint attachment_report foreign key (municipality_code, report_id) references app.report on delete cascade;
alter table app.dropped_measure
    drop constraint dropped_measure_municipality_code_plan_id_fkey,
    add constraint dropped_measure_plan foreign key (municipality_code, plan_id) references app.action_plan on delete cascade;
alter table app.import
    drop constraint import_municipality_code_agreement_id_fkey,
    drop constraint import_municipality_code_picture_id_fkey,
    drop constraint import_municipality_code_plan_id_fkey,
    add constraint import_agreement foreign key (municipality_code, agreement_id) references app.agreement on delete set null (agreement_id) deferrable initially deferred,
    add constraint import_picture foreign key (municipality_code, picture_id) references app.situational_picture on delete set null (picture_id) deferrable initially deferred,
    add constraint import_plan foreign key (municipality_code, plan_id) references app.action_plan on delete set null (plan_id) deferrable initially deferred,
    drop constraint import_made_something,
    add constraint import_confirmed check ((state = 'confirmed') = (confirmed_at is not null));
alter table app.agreement force row level security;
alter table app.situational_picture force row level security;
alter table app.action_plan force row level security;
alter table app.report force row level security;
alter table app.comment force row level security;
alter table app.attachment force row level security;
alter table app.dropped_measure force row level security;
alter table app.import force row level security;

-- A follow-up is withdrawn by a correction that says nothing but why.
alter table app.follow_up no force row level security;
alter table app.follow_up
    -- The one that it was moved from, when it had been told of another measure.
    add column transferred_from_id uuid,
    add constraint follow_up_transferred_from foreign key (municipality_code, transferred_from_id) references app.follow_up (municipality_code, follow_up_id),
    alter column status drop not null,
    add constraint follow_up_withdrawal check (status is not null
        or corrects_follow_up_id is not null and reason is not null and text is null and quantity is null);
alter table app.follow_up force row level security;

-- The name that a party had when the plan was proposed or adopted, where it has got another one since.
alter table app.responsibility no force row level security;
alter table app.responsibility add column adopted_name text check (adopted_name <> '');
alter table app.responsibility force row level security;

alter table app.term no force row level security;
update app.term set acts = '{proposal,withdrawal}' where (kind, term) = ('AgreementStatus', 'draft');
update app.term set acts = '{establishment,withdrawal}' where (kind, term) = ('SituationalPictureStatus', 'draft');
update app.term set acts = '{proposal,adoption,withdrawal}' where (kind, term) = ('ActionPlanStatus', 'draft');
insert into app.term (kind, place, term, swedish) values
    ('AgreementStatus', 5, 'withdrawn', 'återkallad'), ('SituationalPictureStatus', 4, 'withdrawn', 'återkallad'),
    ('ActionPlanStatus', 7, 'withdrawn', 'återkallad'), ('Act', 23, 'renaming', 'byt namn'), ('Act', 24, 'transfer', 'flytta');
alter table app.term force row level security;
