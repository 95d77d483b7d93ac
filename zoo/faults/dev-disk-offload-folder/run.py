"""What the user runs."""

from accelerate import load_checkpoint_and_dispatch
from transformers import AutoConfig, AutoModelForCausalLM

model = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained("llama"))
device_map = {
    "model.embed_tokens": "cpu",
    "model.layers": "disk",
    "model.norm": "disk",
    "lm_head": "cpu",
    "model.rotary_emb": "cpu",
}
model = load_checkpoint_and_dispatch(model, "llama/pytorch_model.bin", device_map=device_map)
