ulimit -f 1024
python save.py
