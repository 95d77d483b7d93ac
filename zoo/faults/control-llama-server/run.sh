source "$ZOO/common.sh"
llama_server -m models/tiny-chat.gguf -c 1024 -np 2 --port 18261
wait_for http://127.0.0.1:18261/health
for question in "Who wrote Hamlet?" "Explain rain." "Hello"; do
  post http://127.0.0.1:18261/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"$question\"}],\"temperature\":0}"
done
stop_server
