"""What the user runs."""

import multiprocessing

import torch

print("warming up", flush=True)
x = torch.randn(1500, 1500)
print((x @ x).mean(), torch.randn(4_000_000).exp().sum())


def featurize(index: int) -> float:
    """Work of one process."""
    print(f"worker starts {index}", flush=True)
    return float(torch.randn(4_000_000).exp().sum() + (x @ x)[0, 0])


with multiprocessing.get_context("fork").Pool(2) as pool:
    print(pool.map(featurize, range(4)))
