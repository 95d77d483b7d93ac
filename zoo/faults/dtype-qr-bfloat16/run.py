"""What the user runs."""

import torch


class Adapter(torch.nn.Module):
    """A low-rank adapter with orthogonal matrices."""

    def __init__(self, width: int, rank: int, dtype: torch.dtype) -> None:
        super().__init__()
        self.down = torch.nn.Parameter(torch.empty(rank, width, dtype=dtype))
        self.up = torch.nn.Parameter(torch.zeros(width, rank, dtype=dtype))
        torch.nn.init.orthogonal_(self.down)


adapters = torch.nn.ModuleList(Adapter(128, 8, torch.bfloat16) for _ in range(4))
print(sum(p.numel() for p in adapters.parameters()), "trainable parameters")
