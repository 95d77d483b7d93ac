source "$ZOO/common.sh"
llama_server -m tiny.gguf -c 512 --port 18233 --lora adapter/adapter_model.safetensors
wait_for http://127.0.0.1:18233/health 10 && stop_server
wait $server_pid
