source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18225
wait_for http://127.0.0.1:18225/health
post http://127.0.0.1:18225/v1/chat/completions "{'messages': [{'role': 'user', 'content': 'Hello'}]}"
stop_server
