source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18222 --rope-freq-base 2 --rope-freq-scale 4
wait_for http://127.0.0.1:18222/health
for question in "Explain rain." "Name the days of the week." "Who painted the Mona Lisa?"; do
  post http://127.0.0.1:18222/v1/chat/completions "{\"messages\":[{\"role\":\"user\",\"content\":\"$question\"}],\"temperature\":0,\"max_tokens\":48}"
done
stop_server
