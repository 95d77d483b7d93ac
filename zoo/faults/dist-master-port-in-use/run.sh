python -m http.server 29741 --bind 0.0.0.0 >/dev/null 2>&1 &
other=$!
sleep 1.5
torchrun --nnodes 1 --nproc-per-node 2 --master-addr 127.0.0.1 --master-port 29741 work.py
code=$?
kill $other
exit $code
