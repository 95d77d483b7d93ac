source "$ZOO/common.sh"
ulimit -v 2000000
llama_server -m tiny.gguf -c 8000000 --port 18232
wait_for http://127.0.0.1:18232/health 15 && stop_server
wait $server_pid
