#!/usr/bin/env bash
# A bounded run of schemathesis against a server of its own, as schemathesis.toml says.
#
#   .ci/schemathesis.sh DIR PORT    data, log and tools in DIR; extra options from SCHEMATHESIS_OPTIONS
set -euo pipefail

VERSION=4.32.5
DIR=$1
PORT=$2
URL="http://127.0.0.1:$PORT"
mkdir -p "$DIR"
python3 -m venv "$DIR/venv"
"$DIR/venv/bin/python" -m pip install --quiet --disable-pip-version-check "schemathesis==$VERSION"

DATA_DIR="$DIR/data" HOST=127.0.0.1 PORT="$PORT" REQUESTS_PER_MINUTE=0 BCRYPT_COST=4 ACCESS_TOKEN_EXPIRE_MINUTES=60 \
  deno run -q --allow-env --allow-net --allow-read --allow-write --allow-ffi --allow-sys --allow-run=deno \
  src/main.ts >"$DIR/server.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true' EXIT
for _ in $(seq 120); do
  curl -sf "$URL/readyz" >/dev/null && break
  sleep 0.5
done

post() { curl -sf -X POST "$URL/api/v1/auth/$1" -H 'content-type: application/json' -d "$2"; }
account='"email": "owner@example.com", "password": "a passphrase of words"'
post register "{$account, \"full_name\": \"Test Owner\", \"role\": \"recruiter\", \"company_name\": \"Test\"}" >/dev/null
token=$(post login "{$account}" | python3 -c 'import json, sys; print(json.load(sys.stdin)["access_token"])')

# shellcheck disable=SC2086 -- options are words
"$DIR/venv/bin/schemathesis" --config-file schemathesis.toml run "$URL/openapi.json" \
  -H "Authorization: Bearer $token" --checks all --seed 1 --generation-database none --workers 1 --no-color \
  ${SCHEMATHESIS_OPTIONS:---phases examples}
