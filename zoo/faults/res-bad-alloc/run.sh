ulimit -v 190000
python tokenizer.py
