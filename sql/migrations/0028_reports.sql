-- The hash before the head's: so that a row of the log is written with the head in one statement.
alter table audit.chain_head add column previous_hash bytea;

-- A report never comes before another of its measure, in whatever year.
create index follow_up_by_recording on app.follow_up (municipality_code, lineage_id, recorded_at desc);
