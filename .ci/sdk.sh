#!/usr/bin/env bash
# The generated clients: they are those of the routes, they compile strictly, and both quick starts run against a server.
# Needs deno, Node with npm and Python 3. Prints "N passed, N failed" at the end.
#
#   .ci/sdk.sh
set -uo pipefail
cd "$(dirname "$0")/.."

WORK=$(mktemp -d "${TMPDIR:-/tmp}/job-match-sdk-ci.XXXXXX")
passed=0
failed=0
server=

stop_server() {
  # The task and what it started are a group of their own.
  [ -n "$server" ] || return 0
  kill -TERM -- "-$server" 2>/dev/null
  wait "$server" 2>/dev/null
  server=
}
clean_up() {
  stop_server
  rm -rf "$WORK"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

# Runs a command and counts it.
check() {
  local name=$1
  shift
  if "$@" >"$WORK/log" 2>&1; then
    passed=$((passed + 1))
    echo "ok: $name (${SECONDS} s)"
  else
    failed=$((failed + 1))
    echo "FAILED: $name"
    tail -40 "$WORK/log"
  fi
}

# The arguments are settings of it.
start_server() {
  rm -rf "$WORK/data" && mkdir "$WORK/data"
  set -m
  env -u DATABASE_URL -u REDIS_URL ENVIRONMENT=development HOST=127.0.0.1 PORT=0 LOG_FORMAT=json DATA_DIR="$WORK/data" "$@" \
    deno task start >"$WORK/server.log" 2>&1 &
  server=$!
  set +m
  for _ in $(seq 600); do
    url=$(sed -nE 's/.*"listening":"(http[^"]+)".*/\1/p' "$WORK/server.log" | head -1)
    [ -z "$url" ] || return 0
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
  cat "$WORK/server.log"
  return 1
}

same_clients() {
  cp -R sdk "$WORK/before" && deno task sdk && diff -r "$WORK/before" sdk
}

# Every flow has to have said its line: an exit status alone would let an empty program pass.
flows() {
  "$@" >"$WORK/flows" 2>&1 || { cat "$WORK/flows"; return 1; }
  cat "$WORK/flows"
  for line in '^health: ok' '^uploaded: Noor Invented' '^candidate 1: Noor Invented [0-9.]+ \(' '^status: shortlisted' \
    '^interview: video scheduled'; do
    grep -qE "$line" "$WORK/flows" || { echo "no line $line"; return 1; }
  done
}

in_typescript() { (cd "$WORK/typescript" && "$@"); }
in_python() { (cd "$WORK/python" && "$@"); }

check "the clients are those of the routes" same_clients
cp -R sdk/typescript sdk/python "$WORK/"
check "a server starts" start_server
check "npm ci" in_typescript npm ci --silent --no-audit --no-fund
check "TypeScript compiles strictly" in_typescript npx tsc
check "quick start in TypeScript" flows in_typescript node dist/examples/quickstart.js "${url:-}"
check "Python venv" in_python sh -c "python3 -m venv venv && venv/bin/pip install --quiet . mypy==1.18.2"
check "Python is typed" in_python venv/bin/mypy --strict --follow-imports=silent examples/quickstart.py job_match/session.py job_match/operations.py
check "quick start in Python" flows in_python venv/bin/python examples/quickstart.py "${url:-}"

stop_server
check "a server starts that lets no upload wait" start_server UPLOAD_WAIT_SECONDS=0
check "quick start in TypeScript, following its upload" flows in_typescript node dist/examples/quickstart.js "${url:-}"
check "quick start in Python, following its upload" flows in_python venv/bin/python examples/quickstart.py "${url:-}"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
