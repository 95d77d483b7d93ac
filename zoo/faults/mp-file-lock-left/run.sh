python hold.py >/dev/null 2>&1 &
other=$!
until [ -e held ]; do sleep 0.2; done
echo "+ python -m load"
python -c '
from datasets import load_dataset
print("loading train.jsonl", flush=True)
data = load_dataset("json", data_files="train.jsonl", split="train")
print(data)
'
kill $other
