#!/usr/bin/env bash
# Debian's pandoc can write no Word, OpenDocument, PowerPoint or EPUB file with --sandbox; pandoc's own release of a later version can.
#
# What surprises: --sandbox is what pandoc's manual names for services that convert what others send: readers and writers get no files beside those
# named in the command. Debian builds pandoc without its data files embedded; they lie in /usr/share/pandoc, which the sandbox then doesn't
# open, although nobody but the administrator writes there. So every format that begins with a template of pandoc's own fails with status 97, while
# HTML and RTF work. The static release, whose data are embedded, writes them all. Whoever runs Debian's in a service bounds the process by
# other means and lets only pages in that name no other files.
#
# Seen with pandoc 2.17.1.1-2~deb12u1 (Debian 12), and pandoc 3.6.1 (pypandoc_binary 1.15):
#     format  debian  debian --sandbox  release --sandbox
#     docx         0                97                  0
#     odt          0                97                  0
#     pptx         0                97                  0
#     epub         0                97                  0
#     rtf          0                 0                  0
#     html         0                 0                  0
# Needs Debian 12 with the libraries that pandoc needs (no root: it is only unpacked) and python3-venv.
set -euo pipefail
work=$(mktemp -d /tmp/finding-XXXXXX)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
version=2.17.1.1-2~deb12u1
apt-get download -qq "pandoc=$version" "pandoc-data=$version" 2>/dev/null
for package in ./*.deb; do dpkg -x "$package" unpacked; done
/usr/bin/python3 -m venv python
python/bin/pip install -q 'pypandoc_binary==1.15'
release=$(python/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
# Where it looks for its data, since it isn't installed.
export pandoc_datadir=$work/unpacked/usr/share/pandoc
status() {
    local status=0
    echo '# Exempel' | "$@" --metadata=title=Exempel --from=markdown --output=- >/dev/null 2>&1 || status=$?
    echo "$status"
}
{
    echo "format  debian  debian --sandbox  release --sandbox"
    for format in docx odt pptx epub rtf html; do
        printf '%-6s %7s %17s %18s\n' "$format" "$(status unpacked/usr/bin/pandoc "--to=$format")" \
            "$(status unpacked/usr/bin/pandoc --sandbox "--to=$format")" "$(status "$release" --sandbox "--to=$format")"
    done
} | tee seen
diff - seen <<'SEEN' || { echo "pandoc's sandbox does something else now" >&2; exit 1; }
format  debian  debian --sandbox  release --sandbox
docx         0                97                  0
odt          0                97                  0
pptx         0                97                  0
epub         0                97                  0
rtf          0                 0                  0
html         0                 0                  0
SEEN
