ulimit -v 2200000
python load.py
