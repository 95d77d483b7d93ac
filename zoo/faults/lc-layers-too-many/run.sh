source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18218
wait_for http://127.0.0.1:18218/health 10
wait $server_pid
