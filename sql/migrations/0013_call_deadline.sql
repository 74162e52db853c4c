-- Changes no table. The schema's version is the name of the last migration, and from here on `access.enter` knows until when
-- somebody waits, which a server of this version depends on.
comment on schema access is 'Vem som får komma in, som vad, och till när någon väntar på svaret';
