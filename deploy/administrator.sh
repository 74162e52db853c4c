# Sourced. as_administrator STATE_DIR PROGRAM ARGUMENT…: runs psql or pg_dump on the state directory's database, as its
# administrator. The password goes by the environment: a process's arguments are everybody's to read.
as_administrator() {
    local settings=$1/settings.env
    shift
    PGPASSWORD=$(sed -nE 's|^SAMVERKAN_ADMIN_DATABASE_URL=[^:]+://[^:@]*:([^@]*)@.*|\1|p' "$settings") \
        "$@" "$(sed -nE 's|^SAMVERKAN_ADMIN_DATABASE_URL=([^:]+://[^:@]*)(:[^@]*)?@|\1@|p' "$settings")"
}
