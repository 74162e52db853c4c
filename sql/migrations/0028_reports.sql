-- The hash before the head's: so that a row of the log is written with the head in one statement.
alter table audit.chain_head add column previous_hash bytea;

-- A report never comes before another of its measure, in whatever year.
create index follow_up_by_recording on app.follow_up (municipality_code, lineage_id, recorded_at desc);

-- Most agreements don't go on by themselves: their end is what was written, and asking for it is no call of a function.
alter function app.agreement_end(text, date, uuid, integer, integer, date) rename to prolonged_end;
create function app.agreement_end(p_state text, p_end date, p_replaced_by uuid, p_notice integer, p_tacit integer, p_today date) returns date
    language sql immutable parallel safe
as $$ select case when p_tacit is null then p_end else app.prolonged_end(p_state, p_end, p_replaced_by, p_notice, p_tacit, p_today) end $$;
