group=/sys/fs/cgroup/memory/job8
mkdir -p $group && echo 700M >$group/memory.limit_in_bytes
(
  echo $BASHPID >$group/cgroup.procs
  exec python train.py
)
code=$?
sleep 1
rmdir $group 2>/dev/null
exit $code
