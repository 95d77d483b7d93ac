source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18228
wait_for http://127.0.0.1:18228/health
post http://127.0.0.1:18228/v1/chat/completions '{"messages":[{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="}}]}]}'
stop_server
