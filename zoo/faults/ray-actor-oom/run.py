"""What the user runs."""

import time

import ray

ray.init(num_cpus=1, include_dashboard=False, object_store_memory=80_000_000, log_to_driver=True)


@ray.remote(max_retries=0)
def tokenize(part: int) -> int:
    """Hold a part of the corpus in memory."""
    rows = []
    for _ in range(40):
        rows.append(bytearray(20_000_000))
        time.sleep(0.2)
    return len(rows) + part


print("tokenising part 0")
print(ray.get(tokenize.remote(0)))
