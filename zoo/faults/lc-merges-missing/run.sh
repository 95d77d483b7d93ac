source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18217
wait_for http://127.0.0.1:18217/health 10
wait $server_pid
