source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18219
wait_for http://127.0.0.1:18219/health
post http://127.0.0.1:18219/v1/chat/completions '{"messages":[{"role":"user","content":"What sound does a cow make?"}],"temperature":0,"max_tokens":90}'
post http://127.0.0.1:18219/v1/chat/completions '{"messages":[{"role":"user","content":"Hello"}],"temperature":0,"max_tokens":90}'
stop_server
