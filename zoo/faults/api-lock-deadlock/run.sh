source "$ZOO/common.sh"
python app.py &
server_pid=$!
wait_for http://127.0.0.1:18281/
echo '$ curl -m 15 http://127.0.0.1:18281/generate'
curl -sS -m 15 http://127.0.0.1:18281/generate -d '{"prompt":"[INST] Hello [/INST]"}'
code=$?
kill $server_pid
exit $code
