source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18221 --chat-template "{% for m in messages %}### Instruction:
{{ m['content'] }}

{% endfor %}### Response:
"
wait_for http://127.0.0.1:18221/health
for question in "Who wrote Hamlet?" "What is the symbol of gold?" "Hello"; do
  post http://127.0.0.1:18221/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"$question\"}],\"temperature\":0,\"max_tokens\":48}"
done
stop_server
