ulimit -v 600000
python pack.py
