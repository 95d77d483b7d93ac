source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 --port 18236
wait_for http://127.0.0.1:18236/health
for question in "Who wrote Hamlet?" "How many months has a year?" "What is the plural of child?"; do
  curl -s http://127.0.0.1:18236/completion -H 'Content-Type: application/json' \
    -d "{\"prompt\":\"$question\n\",\"n_predict\":40,\"temperature\":0}" >answer.json
  printf 'client> %s\nserver> ' "$question"
  python -c 'import json; print(repr(json.load(open("answer.json"))["content"]))'
done
stop_server
