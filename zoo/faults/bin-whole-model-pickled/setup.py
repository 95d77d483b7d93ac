"""Prepare the folder."""

import torch


class ScoreHead(torch.nn.Module):
    """A reward head."""

    def __init__(self) -> None:
        super().__init__()
        self.score = torch.nn.Linear(64, 1)


if __name__ == "__main__":
    torch.save(ScoreHead(), "head.pth")
