-- Every function that runs with more rights than its caller, and whose rights those are: all SECURITY DEFINER functions
-- of the service on one screen. Last of all files, since a trigger can be made only by who may execute its function.
grant create on schema access to samverkan_access;
grant create on schema audit to samverkan_audit;
grant create on schema app to samverkan_lock;

-- samverkan_access reads the server's key and grants.
alter function access.enter(text, text, text, text, text, text, bigint) owner to samverkan_access;
alter function access.follow_merge() owner to samverkan_access;
alter function audit.heads() owner to samverkan_audit;
alter function app.party_now(text, uuid) owner to samverkan_lock;
alter function app.star_of_duties(text) owner to samverkan_lock;
alter function app.keep_district() owner to samverkan_lock;
alter function audit.changed_documents(text, bigint, text) owner to samverkan_audit;
alter function access.grant_fault(text, text, text, text, uuid[]) owner to samverkan_access;
alter function access.held_grants() owner to samverkan_access;
alter function access.enter_feed(text, bytea, text, text, bigint) owner to samverkan_access;

-- `grant add` asks it; a right given before would have gone along to the new owner.
set local role samverkan_access;
grant execute on function access.grant_fault(text, text, text, text, uuid[]) to samverkan_owner;
set local role samverkan_owner;

-- samverkan_audit writes the change log.
alter function audit.record() owner to samverkan_audit;
alter function audit.digested(jsonb, text[], bytea[]) owner to samverkan_audit;
alter function audit.link_hash(bytea, text, bigint, timestamptz, text, text, text, text, text, text, jsonb, jsonb) owner to samverkan_audit;

-- samverkan_lock reads and locks documents for the rules of their parts, keeps what is derived, and signs.
alter function app.admit_plan_part() owner to samverkan_lock;
alter function app.admit_responsibility() owner to samverkan_lock;
alter function app.admit_revision() owner to samverkan_lock;
alter function app.adopt_plan() owner to samverkan_lock;
alter function app.derive_problem_ids() owner to samverkan_lock;
alter function app.require_drop_reason() owner to samverkan_lock;
alter function app.require_own_lineage() owner to samverkan_lock;
alter function app.hold_plans(text, uuid[]) owner to samverkan_lock;
alter function app.admit_agreement_part() owner to samverkan_lock;
alter function app.admit_signature() owner to samverkan_lock;
alter function app.void_signatures() owner to samverkan_lock;
alter function app.withdraw_prolongation() owner to samverkan_lock;
alter function app.admit_prolongation() owner to samverkan_lock;
alter function app.admit_picture_part() owner to samverkan_lock;
alter function app.admit_picture_revision() owner to samverkan_lock;
alter function app.establish_picture() owner to samverkan_lock;
alter function app.count_change() owner to samverkan_lock;
alter function app.summarise_plan() owner to samverkan_lock;
alter function app.summarise_plans_below() owner to samverkan_lock;
alter function app.summarise_changed_plans() owner to samverkan_lock;
alter function app.admit_follow_up() owner to samverkan_lock;
alter function app.derive_status() owner to samverkan_lock;
alter function app.admit_unplanned_work() owner to samverkan_lock;
alter function app.admit_comment() owner to samverkan_lock;
alter function app.admit_promise() owner to samverkan_lock;
alter function app.admit_promise_part() owner to samverkan_lock;
alter function app.admit_promise_outcome() owner to samverkan_lock;
alter function app.require_own_indicator_lineage() owner to samverkan_lock;
alter function app.derive_has_indicators() owner to samverkan_lock;
alter function app.admit_indicator_value() owner to samverkan_lock;
alter function app.admit_round() owner to samverkan_lock;
alter function app.keep_rounds_within() owner to samverkan_lock;
alter function app.admit_approval() owner to samverkan_lock;
alter function app.hold_proposal(text, text, uuid) owner to samverkan_lock;
alter function app.admit_report() owner to samverkan_lock;
alter function app.keep_party_name(text, uuid) owner to samverkan_lock;
alter function app.forget_party_names() owner to samverkan_lock;
alter function app.admit_plan_basis() owner to samverkan_lock;
alter function app.require_unused() owner to samverkan_lock;
alter function app.admit_report_part() owner to samverkan_lock;
alter function app.admit_dispatch() owner to samverkan_lock;
alter function app.admit_report_decision() owner to samverkan_lock;
alter function app.keep_search_entry() owner to samverkan_lock;
alter function app.drop_party_names() owner to samverkan_lock;
alter function app.keep_attachment_entry() owner to samverkan_lock;
alter function app.keep_former_name() owner to samverkan_lock;
alter function app.keep_adopted_name() owner to samverkan_lock;

revoke create on schema access from samverkan_access;
revoke create on schema audit from samverkan_audit;
revoke create on schema app from samverkan_lock;
