source "$ZOO/common.sh"
python -m http.server 18230 --bind 127.0.0.1 >/dev/null 2>&1 &
other=$!
sleep 1.5
llama_server -m tiny.gguf -c 512 --port 18230
sleep 5
kill -TERM $server_pid 2>/dev/null
wait $server_pid
code=$?
kill $other
exit $code
