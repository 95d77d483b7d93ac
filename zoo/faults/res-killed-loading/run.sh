group=/sys/fs/cgroup/memory/job9
mkdir -p $group && echo 500M >$group/memory.limit_in_bytes
(
  echo $BASHPID >$group/cgroup.procs
  python serve.py
  exit $?
)
code=$?
sleep 1
rmdir $group 2>/dev/null
exit $code
