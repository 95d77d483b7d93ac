source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18220 --chat-template-file chatml.jinja
if wait_for http://127.0.0.1:18220/health 10; then
  post http://127.0.0.1:18220/v1/chat/completions '{"messages":[{"role":"user","content":"Hello"}],"max_tokens":20}'
  stop_server
else
  wait $server_pid
fi
