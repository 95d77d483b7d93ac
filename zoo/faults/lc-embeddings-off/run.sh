source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18227
wait_for http://127.0.0.1:18227/health
post http://127.0.0.1:18227/v1/embeddings '{"input":"Water rises from the sea.","model":"tiny"}'
stop_server
