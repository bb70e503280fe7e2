#!/usr/bin/env bash
# schemathesis, all checks, against a server of its own whose company has some of everything, as schemathesis.toml says.
#
#   .ci/schemathesis.sh DIR PORT    data, logs and tools in DIR
#
# From the environment: SCHEMATHESIS_SEED (1), SCHEMATHESIS_OPTIONS (phases, examples, ...; a bounded run of all phases),
# DATABASE_URL (PGlite without it).
set -euo pipefail

VERSION=4.32.5
DIR=$1
PORT=$2
URL="http://127.0.0.1:$PORT"
mkdir -p "$DIR"
[ -x "$DIR/venv/bin/schemathesis" ] || python3 -m venv "$DIR/venv"
"$DIR/venv/bin/python" -m pip install --quiet --disable-pip-version-check "schemathesis==$VERSION"

METRICS_TOKEN=$(python3 -c 'import secrets; print(secrets.token_urlsafe(48))')
export METRICS_TOKEN
DATA_DIR="$DIR/data" HOST=127.0.0.1 PORT="$PORT" REQUESTS_PER_MINUTE=0 BCRYPT_COST=4 ACCESS_TOKEN_EXPIRE_MINUTES=1440 \
  deno run -q --allow-env --allow-net --allow-read --allow-write --allow-ffi --allow-sys --allow-run=deno \
  src/main.ts >"$DIR/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
for _ in $(seq 240); do
  curl -sf "$URL/readyz" >/dev/null && break
  sleep 0.5
done

post() { curl -sf -X POST "$URL/api/v1/auth/$1" -H 'content-type: application/json' -d "$2"; }
account='"email": "owner@example.com", "password": "a passphrase of words"'
post register "{$account, \"full_name\": \"Test Owner\", \"role\": \"recruiter\", \"company_name\": \"Test\"}" >/dev/null
token=$(post login "{$account}" | python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])')
{
  cat schemathesis.toml
  deno run -q --allow-net .ci/schemathesis_world.ts "$URL" "$token"
  cat <<TOML

[[operations]]
include-operation-id = "getMetrics"
headers = { Authorization = "Bearer $METRICS_TOKEN" }
TOML
} >"$DIR/schemathesis.toml"

attack() {
  local config=$1
  shift
  # shellcheck disable=SC2086 -- options are words
  "$DIR/venv/bin/schemathesis" --config-file "$config" run "$URL/openapi.json" \
    --checks all --seed "${SCHEMATHESIS_SEED:-1}" --generation-database none --workers 1 --no-color \
    ${SCHEMATHESIS_OPTIONS:---phases examples,coverage,fuzzing,stateful --max-examples 3} "$@"
}

# Logging out ends the session that the others ask with, so it comes by itself, and logs in again after each.
cat schemathesis.toml - >"$DIR/log_out.toml" <<TOML
[auth.dynamic.openapi.bearer]
path = "/api/v1/auth/login"
payload = { $(sed 's/": /" = /g' <<<"$account") }
extract_selector = "/access_token"
TOML
status=0
attack "$DIR/log_out.toml" --include-operation-id logOut --phases examples,coverage,fuzzing || status=1
attack "$DIR/schemathesis.toml" --exclude-operation-id logOut -H "Authorization: Bearer $token" || status=1
exit "$status"
