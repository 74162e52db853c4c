-- Few reports correct another: only those stand in the index that keeps them from being corrected twice.
alter table app.follow_up drop constraint follow_up_already_corrected;
create unique index follow_up_already_corrected on app.follow_up (municipality_code, corrects_follow_up_id)
    where corrects_follow_up_id is not null;

-- What a district's overview looks at of agreements, whatever ended years ago. Row-level security takes coalesce for a function that may
-- leak, and wouldn't use the index; case it knows.
create index agreement_in_force on app.agreement (municipality_code, (case when effective_end is null then 'infinity' else effective_end end))
    where state in ('signed', 'terminated') and tacit_prolongation_months is null;
create index agreement_that_goes_on on app.agreement (municipality_code)
    where state in ('signed', 'terminated') and tacit_prolongation_months is not null;
