"""Prepare the folder."""

import torch
import torch.distributed.checkpoint as dcp

model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Linear(4, 4))
dcp.save({"model": model.state_dict()}, checkpoint_id="ckpt/step_100")
