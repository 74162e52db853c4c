# Shared by deploy/run, deploy/test and deploy/bench: what they need before they start. Sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '%s\n' "$*" >&2; }

# Installs the Debian packages that are missing. PostgreSQL older than 15.20 has a leak through ON CONFLICT, so it is upgraded.
install_packages() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    if dpkg-query -W -f '${Version}' postgresql-15 2>/dev/null | grep -q . \
        && dpkg --compare-versions "$(dpkg-query -W -f '${Version}' postgresql-15)" lt 15.20; then
        missing+=(postgresql-15)
    fi
    [ ${#missing[@]} -gt 0 ] || return 0
    say "installing ${missing[*]}"
    local sudo=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || { say "these Debian packages are missing: ${missing[*]}; install them as root"; exit 1; }
        sudo=(sudo)
    fi
    local log
    log=$(mktemp)
    if ! { "${sudo[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        say "apt-get failed:"
        tail -n 20 "$log" >&2
        exit 1
    fi
    rm -f "$log"
}

require_swift() {
    command -v swift >/dev/null || { say "Swift 6.3 is needed: https://www.swift.org/install/linux"; exit 1; }
}

# Packages that building and serving need.
base_packages=(postgresql postgresql-client libpq-dev zlib1g-dev pkg-config openssl curl poppler-utils pandoc)

build_release() {
    say "building (the first time takes some minutes)"
    local log="$root/.build/release-build.log"
    mkdir -p "$root/.build"
    local product
    for product in samverkan samverkan-read; do
        swift build -c release --static-swift-stdlib --product $product >"$log" 2>&1 || {
            grep -E 'error:' "$log" >&2 || tail -n 20 "$log" >&2
            exit 1
        }
    done
}

# The Python packages that tests and trials use, at their versions, in an environment of their own.
python=$root/.venv
make_python_environment() {
    local wanted
    wanted=$(cat deploy/*/requirements.txt | sha256sum)
    [ "$(cat "$python/made-from" 2>/dev/null)" != "$wanted" ] || return 0
    [ -x "$python/bin/pip" ] || /usr/bin/python3 -m venv "$python"
    "$python/bin/pip" install -q -r deploy/contract/requirements.txt -r deploy/trials/requirements.txt
    printf %s "$wanted" >"$python/made-from"
}

# The key of the development issuer; only a state directory made here has one.
make_development_issuer() {
    local key="$1/development-issuer.pem"
    [ -f "$key" ] || (umask 077 && openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out "$key")
}

wait_until_ready() {
    local url=$1 pid=$2
    for _ in $(seq 200); do
        curl -fs -o /dev/null "$url" && return 0
        kill -0 "$pid" 2>/dev/null || return 1
        sleep 0.05
    done
    return 1
}
