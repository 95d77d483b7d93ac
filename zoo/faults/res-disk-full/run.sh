mkdir -p scratch
unshare -m bash -c 'mount -t tmpfs -o size=1m scratch scratch && python finetune.py && df -h scratch'
