"""Write large logs in real formats: an eight-rank training log with one telling line, and plain bulk.

Usage: python benchmarks/make_logs.py eight-ranks OUT [--mb 68]
       python benchmarks/make_logs.py bulk OUT [--mb 1024]
"""

import argparse
import random
import sys
from pathlib import Path
from typing import IO

STEP = (
    "[rank{rank}]: {{'loss': {loss:.4f}, 'grad_norm': {norm:.6f}, 'learning_rate': {lr:.3e}, 'epoch': {epoch:.2f}}}\n",
    "[rank{rank}]:[2026-11-02 {h:02d}:{m:02d}:{s:02d},{ms:03d}] [INFO] [logging.py:96:log_dist] [Rank {rank}]"
    " step={step}, skipped=0, lr=[{lr:.3e}], mom=[(0.9, 0.999)]\n",
    "[rank{rank}]: INFO 11-02 {h:02d}:{m:02d}:{s:02d} [metrics.py:455] Avg prompt throughput: {norm:.1f} tokens/s,"
    " GPU KV cache usage: {loss:.1f}%\n",
    "[rank{rank}]: Saving model checkpoint to output/checkpoint-{step}\n",
)
# The line that explains everything, as a data loader prints it; it stands once, in the middle.
ROOT = (
    "[rank3]: Traceback (most recent call last):\n"
    '[rank3]:   File "/opt/train/finetune.py", line 231, in <module>\n'
    "[rank3]:     trainer.train()\n"
    '[rank3]:   File "/opt/venv/lib/python3.11/site-packages/torch/utils/data/_utils/pin_memory.py", line 50, in do_one_step\n'
    "[rank3]: torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.32 GiB. GPU 3 has a total capacity of"
    " 79.25 GiB of which 1.18 GiB is free. Including non-PyTorch memory, this process has 78.05 GiB memory in use."
    " Of the allocated memory 71.64 GiB is allocated by PyTorch, and 5.02 GiB is reserved by PyTorch but unallocated.\n"
)
WAIT = (
    "[rank{rank}]:[E1102 14:22:{s:02d}.{ms:03d} ProcessGroupNCCL.cpp:632] [Rank {rank}] Watchdog caught collective operation"
    " timeout: WorkNCCL(SeqNum=48211, OpType=ALLREDUCE, NumelIn=58720256, NumelOut=58720256, Timeout(ms)=600000)"
    " ran for 600043 milliseconds before timing out.\n"
    "[rank{rank}]: torch.distributed.DistBackendError: [Rank {rank}] Watchdog caught collective operation timeout\n"
)
END = (
    "E1102 14:32:43.241000 22045 torch/distributed/elastic/multiprocessing/api.py:874] failed (exitcode: -6)"
    " local_rank: 0 (pid: 22059) of binary: /opt/venv/bin/python3\n"
    "torch.distributed.elastic.multiprocessing.errors.ChildFailedError: \n"
    "Root Cause (first observed failure):\n[0]:\n  rank      : 0 (local_rank: 0)\n  exitcode  : -6 (pid: 22059)\n"
)


def _steps(out: IO[str], size: int, rng: random.Random) -> None:
    written = step = 0
    while written < size:
        step += 1
        rows = [
            rng.choices(STEP, (8, 4, 4, 1))[0].format(
                rank=rank, loss=rng.random() * 2, norm=rng.random() * 9, lr=rng.random() / 1e4, epoch=step / 9e3,
                h=step // 3600 % 24, m=step // 60 % 60, s=step % 60, ms=rng.randrange(1000), step=step,
            )
            for rank in range(8)
        ]
        text = "".join(rows)
        out.write(text)
        written += len(text)


def eight_ranks(path: Path, megabytes: int) -> None:
    """Interleaved ranks; rank 3 fails in the middle, the others time out long after, rank 0 is blamed."""
    rng = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        _steps(out, megabytes * 500_000, rng)
        out.write(ROOT)
        _steps(out, megabytes * 500_000, rng)
        for rank in (0, 1, 2, 4, 5, 6, 7):
            out.write(WAIT.format(rank=rank, s=rng.randrange(60), ms=rng.randrange(1000)))
        out.write(END)


def bulk(path: Path, megabytes: int) -> None:
    """The same steps over and over (one random megabyte repeated), and one failure at the end."""
    from io import StringIO

    block = StringIO()
    _steps(block, 4_000_000, random.Random(11))
    text = block.getvalue()
    with path.open("w", encoding="utf-8") as out:
        for _ in range(max(1, megabytes * 1_000_000 // len(text))):
            out.write(text)
        out.write(ROOT + END)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kind", choices=("eight-ranks", "bulk"))
    parser.add_argument("out", type=Path)
    parser.add_argument("--mb", type=int, default=68)
    args = parser.parse_args()
    (eight_ranks if args.kind == "eight-ranks" else bulk)(args.out, args.mb)
    return 0


if __name__ == "__main__":
    sys.exit(main())
