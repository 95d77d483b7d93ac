source "$ZOO/common.sh"
llama_server -m models/tiny-chat.gguf -c 1024 -np 4 --port 18211
wait_for http://127.0.0.1:18211/health
post http://127.0.0.1:18211/v1/chat/completions '{"messages":[{"role":"user","content":"Hello"}],"max_tokens":20}'
text=$(printf 'The sea is wide and the rain is cold. %.0s' $(seq 24))
post http://127.0.0.1:18211/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"Sum up: $text\"}],\"max_tokens\":20}"
stop_server
