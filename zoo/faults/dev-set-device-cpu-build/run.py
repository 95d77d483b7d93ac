"""What the user runs."""

import os

import torch

local_rank = int(os.environ.get("LOCAL_RANK", "0"))
torch.cuda.set_device(local_rank)
model = torch.nn.Linear(8, 8).cuda()
print(model)
