source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18224
wait_for http://127.0.0.1:18224/health
post http://127.0.0.1:18224/v1/chat/completions '{"messages":[{"role":"user","content":"How many legs has a spider?"}],"response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object","properties":{"legs":{"type":"int"}}}}}}'
stop_server
