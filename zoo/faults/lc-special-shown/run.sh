source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18272 --special
wait_for http://127.0.0.1:18272/health
for question in "What sound does a sheep make?" "Thank you"; do
  post http://127.0.0.1:18272/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"$question\"}],\"temperature\":0,\"max_tokens\":60}"
done
stop_server
