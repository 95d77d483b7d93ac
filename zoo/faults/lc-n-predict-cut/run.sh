source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 1024 -n 12 --port 18234
wait_for http://127.0.0.1:18234/health
post http://127.0.0.1:18234/v1/chat/completions '{"messages":[{"role":"user","content":"Explain rain."}],"temperature":0}'
post http://127.0.0.1:18234/v1/chat/completions '{"messages":[{"role":"user","content":"Name the days of the week."}],"temperature":0}'
stop_server
