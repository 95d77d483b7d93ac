ulimit -v 400000
export RAYON_NUM_THREADS=1
python train_tokenizer.py
code=$?
exit $code
