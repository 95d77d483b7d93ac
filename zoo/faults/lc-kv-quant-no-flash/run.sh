source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18231 -ctk q8_0 -ctv q8_0 -fa off
wait_for http://127.0.0.1:18231/health 10 && stop_server
wait $server_pid
