"""Prepare the folder."""

from models import copy, edit_json

copy("llama-chat", "llama-3.1")
edit_json(
    "llama-3.1/config.json",
    rope_parameters=...,
    dtype=...,
    rope_theta=500000.0,
    rope_scaling={
        "factor": 8.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 8192,
        "rope_type": "llama3",
    },
)
