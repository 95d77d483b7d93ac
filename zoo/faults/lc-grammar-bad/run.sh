source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18223
wait_for http://127.0.0.1:18223/health
post http://127.0.0.1:18223/completion '{"prompt":"Hello","n_predict":16,"grammar":"root ::= answer | \"no\""}'
stop_server
