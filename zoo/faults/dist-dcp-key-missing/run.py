"""What the user runs."""

import torch
import torch.distributed.checkpoint as dcp

model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Linear(4, 4), torch.nn.Linear(4, 4))
state = {"model": model.state_dict()}
dcp.load(state, checkpoint_id="ckpt/step_100")
