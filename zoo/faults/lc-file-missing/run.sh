source "$ZOO/common.sh"
llama_server -m models/tiny-chat.Q4_K_M.gguf --port 18213
wait $server_pid
