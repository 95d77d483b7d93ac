source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18229 --api-key example-key
wait_for http://127.0.0.1:18229/health
post http://127.0.0.1:18229/v1/chat/completions '{"messages":[{"role":"user","content":"Hello"}]}'
stop_server
