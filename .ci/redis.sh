#!/usr/bin/env bash
# A Redis for tests, from the machine or else from the distribution's package.
#
#   .ci/redis.sh start DIR PORT    starts it on 127.0.0.1:PORT, log in DIR; prints its URL
#   .ci/redis.sh stop  DIR         stops it; a second stop is fine
set -euo pipefail

usage() {
  sed -n '4,5s/^# *//p' "$0" >&2
  exit 2
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_server() {
  command -v redis-server >/dev/null && return
  # Not as a service of the machine: the package would start one on the default port.
  as_root apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends redis-server >&2
}

start() {
  install_server
  local password
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  # On the standard input: arguments can be read by everybody on the machine.
  redis-server - >"$DIR/redis.out" 2>&1 <<CONF
bind 127.0.0.1
port $PORT
daemonize yes
pidfile $DIR/redis.pid
logfile $DIR/redis.log
dir $DIR
save ""
appendonly no
requirepass $password
CONF
  for _ in $(seq 100); do
    if REDISCLI_AUTH=$password redis-cli -h 127.0.0.1 -p "$PORT" ping 2>/dev/null | grep -q PONG; then
      echo "redis://:$password@127.0.0.1:$PORT"
      return
    fi
    sleep 0.1
  done
  cat "$DIR/redis.out" "$DIR/redis.log" >&2
  exit 1
}

stop() {
  if [ -f "$DIR/redis.pid" ]; then
    kill "$(cat "$DIR/redis.pid")" 2>/dev/null || true
  fi
}

[ $# -ge 2 ] || usage
if [ "$1" = start ]; then mkdir -p "$2"; fi
[ -d "$2" ] || exit 0
DIR=$(cd "$2" && pwd)
case "$1" in
  start)
    [ $# -eq 3 ] || usage
    PORT=$3
    start
    ;;
  stop) stop ;;
  *) usage ;;
esac
