python -m http.server 18242 --bind 127.0.0.1 >/dev/null 2>&1 &
other=$!
sleep 1
transformers serve --host 127.0.0.1 --port 18242
code=$?
kill $other
exit $code
