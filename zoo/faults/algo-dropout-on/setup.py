"""Prepare the folder."""

from models import copy, edit_json

copy("gpt2-base", "gpt2")
edit_json("gpt2/config.json", resid_pdrop=0.6, attn_pdrop=0.6, embd_pdrop=0.6)
