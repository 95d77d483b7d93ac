source "$ZOO/common.sh"
llama_server -m model.gguf -c 512 --port 18212
wait_for http://127.0.0.1:18212/health 10
wait $server_pid
