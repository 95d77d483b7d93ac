"""Prepare the folder."""

from pathlib import Path

Path("accelerate.yaml").write_text(
    "compute_environment: LOCAL_MACHINE\ndistributed_type: MULTI_CPU\nmixed_precision: 'no'\nnum_processes: 2\nuse_cpu: true\ngpus_per_node: 4\n"
)
Path("train.py").write_text("print('training')\n")
