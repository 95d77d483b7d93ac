source "$ZOO/common.sh"
transformers serve --host 127.0.0.1 --port 18262 &
server_pid=$!
wait_for http://127.0.0.1:18262/health 60
post http://127.0.0.1:18262/v1/chat/completions '{"model":"./qwen","messages":[{"role":"user","content":"Thank you"}],"max_tokens":40}'
kill -INT $server_pid
wait $server_pid
exit 0
