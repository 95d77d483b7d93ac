source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18271
wait_for http://127.0.0.1:18271/health
for question in "Name the days of the week." "Explain rain."; do
  post http://127.0.0.1:18271/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"$question\"}],\"temperature\":0,\"max_tokens\":200,\"stop\":[\",\",\".\"]}"
done
stop_server
