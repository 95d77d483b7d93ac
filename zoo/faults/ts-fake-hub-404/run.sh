python hub.py &
hub=$!
sleep 1
python finetune.py
code=$?
kill $hub
exit $code
