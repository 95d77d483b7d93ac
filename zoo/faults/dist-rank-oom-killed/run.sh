group=/sys/fs/cgroup/memory/job7
mkdir -p $group && echo 900M >$group/memory.limit_in_bytes
(
  echo $BASHPID >$group/cgroup.procs
  exec torchrun --standalone --nproc-per-node 2 train.py
)
code=$?
sleep 1
rmdir $group 2>/dev/null
exit $code
