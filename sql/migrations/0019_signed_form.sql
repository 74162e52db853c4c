-- The form in which a signature is begun now. It stands where the forms do: whoever makes one says here that it is used.
create function app.signed_form() returns text language sql immutable parallel safe as $$ select 'v1' $$;
