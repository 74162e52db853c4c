-- Other forms in which municipalities keep their documents.
alter table app.import drop constraint import_media_type_check;
alter table app.import add constraint import_media_type check (media_type in (
    'text/plain', 'text/markdown', 'text/csv', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'));

-- A document may hold promises, a picture or a plan alone; what it doesn't hold isn't made.
alter table app.import drop constraint import_check1;
alter table app.import add constraint import_made_something check (
    (state = 'confirmed') = (confirmed_at is not null and coalesce(agreement_id, picture_id, plan_id) is not null));
