ulimit -n 40
python train.py
