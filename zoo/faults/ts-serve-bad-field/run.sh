source "$ZOO/common.sh"
transformers serve --host 127.0.0.1 --port 18241 &
server_pid=$!
wait_for http://127.0.0.1:18241/health 60
post http://127.0.0.1:18241/v1/chat/completions '{"model":"./qwen","messages":[{"role":"user","content":"Hello"}],"max_tokens":"forty"}'
stop_server
