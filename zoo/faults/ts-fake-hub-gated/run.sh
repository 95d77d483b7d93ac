python hub.py &
hub=$!
sleep 1
python infer.py
code=$?
kill $hub
exit $code
