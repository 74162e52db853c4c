-- Other forms in which municipalities keep their documents.
alter table app.import drop constraint import_media_type_check;
alter table app.import add constraint import_media_type check (media_type in (
    'text/plain', 'text/markdown', 'text/csv', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.oasis.opendocument.text', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
