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
log_in() { post login "{$account}" | python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])'; }
token=$(log_in)
{ cat schemathesis.toml; deno run -q --allow-net .ci/schemathesis_world.ts "$URL" "$token"; } >"$DIR/schemathesis.toml"

# shellcheck disable=SC2086 -- options are words
attack() {
  local token=$1
  shift
  "$DIR/venv/bin/schemathesis" --config-file "$DIR/schemathesis.toml" run "$URL/openapi.json" \
    -H "Authorization: Bearer $token" --checks all --seed "${SCHEMATHESIS_SEED:-1}" --generation-database none \
    --workers 1 --no-color ${SCHEMATHESIS_OPTIONS:---phases examples,coverage,fuzzing,stateful --max-examples 3} "$@"
}

# Logging out ends the session that all the others ask with, so it comes by itself.
status=0
attack "$token" --exclude-operation-id logOut || status=1
attack "$(log_in)" --include-operation-id logOut || status=1
exit "$status"
