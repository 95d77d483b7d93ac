source "$ZOO/common.sh"
llama_server -m qwen5.gguf -c 512 --port 18214
wait_for http://127.0.0.1:18214/health 10
wait $server_pid
