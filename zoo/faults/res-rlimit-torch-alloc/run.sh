ulimit -v 3000000
python score.py
