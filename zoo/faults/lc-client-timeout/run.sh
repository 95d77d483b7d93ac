source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 200000 -np 1 --port 18238
wait_for http://127.0.0.1:18238/health
curl -s -o /dev/null http://127.0.0.1:18238/completion -d '{"prompt":"Hello","n_predict":190000,"ignore_eos":true,"temperature":1.5}' &
first=$!
sleep 1
echo '$ curl -m 5 http://127.0.0.1:18238/v1/chat/completions ...'
curl -sS -m 5 http://127.0.0.1:18238/v1/chat/completions -d '{"messages":[{"role":"user","content":"Hello"}],"max_tokens":8}'
code=$?
kill $first
kill -TERM $server_pid
wait $server_pid 2>/dev/null
exit $code
