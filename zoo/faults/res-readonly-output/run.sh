mkdir -p mnt
unshare -m bash -c 'mount -t tmpfs -o ro mnt mnt && python finetune.py'
