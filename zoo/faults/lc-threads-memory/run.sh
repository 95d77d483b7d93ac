source "$ZOO/common.sh"
ulimit -v 200000
llama_server -m tiny.gguf -c 4096 --port 18232
wait $server_pid
