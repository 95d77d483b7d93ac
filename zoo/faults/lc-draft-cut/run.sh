source "$ZOO/common.sh"
llama_server -m tiny.gguf -md draft.gguf -c 512 --port 18235
wait_for http://127.0.0.1:18235/health 10 && stop_server
wait $server_pid
