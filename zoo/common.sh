# Helpers for run.sh: start a server, wait for it, send it requests as a user would with curl.
# shellcheck shell=bash

server_pid=""

llama_server() { # options of llama_server.py; runs in the background
  python "$ZOO/llama_server.py" "$@" &
  server_pid=$!
}

wait_for() { # url [seconds]; fails when the server ends first
  local i
  for ((i = 0; i < ${2:-30} * 5; i++)); do
    curl -sf -o /dev/null "$1" && return 0
    kill -0 "$server_pid" 2>/dev/null || return 1
    sleep 0.2
  done
  return 1
}

post() { # url body [curl options]
  local url=$1 body=$2
  shift 2
  printf '$ curl %s -d %s\n' "$url" "'$body'"
  curl -s -w '\n[HTTP %{http_code}, %{time_total} s]\n' "$url" -H 'Content-Type: application/json' -d "$body" "$@"
}

stop_server() { # ends the server and the script with its exit code
  kill -TERM "$server_pid" 2>/dev/null
  wait "$server_pid"
}
