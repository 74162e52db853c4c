-- Few reports correct another: only those stand in the index that keeps them from being corrected twice.
alter table app.follow_up drop constraint follow_up_already_corrected;
create unique index follow_up_already_corrected on app.follow_up (municipality_code, corrects_follow_up_id)
    where corrects_follow_up_id is not null;

-- What a district's overview looks at, whatever ended years ago: the plans and agreements that hold. Row-level security takes coalesce for a
-- function that may leak, and wouldn't use an index on it; case it knows.
create index plan_summary_of_district on app.plan_summary (district_code, period_end);
create index agreement_in_force on app.agreement (district_code, (case when effective_end is null then 'infinity' else effective_end end))
    where state in ('signed', 'terminated') and tacit_prolongation_months is null;
create index agreement_that_goes_on on app.agreement (district_code)
    where state in ('signed', 'terminated') and tacit_prolongation_months is not null;
