"""llama.cpp's own server, out of the xllamacpp wheel, behind a few of its usual options."""

from __future__ import annotations

import argparse
import os
import signal
import time

import xllamacpp


def main() -> None:
    """Serve until a signal comes."""
    parser = argparse.ArgumentParser(prog="llama-server")
    parser.add_argument("-m", "--model", required=True)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("-c", "--ctx-size", type=int, default=0)
    parser.add_argument("-np", "--parallel", type=int, default=1)
    parser.add_argument("-n", "--n-predict", type=int)
    parser.add_argument("-t", "--threads", type=int, default=1)
    parser.add_argument("-ngl", "--n-gpu-layers", type=int)
    parser.add_argument("-ctk", "--cache-type-k")
    parser.add_argument("-ctv", "--cache-type-v")
    parser.add_argument("-fa", "--flash-attn", choices=["on", "off", "auto"])
    parser.add_argument("-md", "--model-draft")
    parser.add_argument("--rope-freq-base", type=float)
    parser.add_argument("--rope-freq-scale", type=float)
    parser.add_argument("--chat-template-file")
    parser.add_argument("--chat-template")
    parser.add_argument("--api-key")
    parser.add_argument("--mmproj")
    parser.add_argument("--lora")
    parser.add_argument("--embeddings", action="store_true")
    parser.add_argument("--special", action="store_true")
    options = parser.parse_args()
    params = xllamacpp.CommonParams()
    params.model.path = options.model
    params.port = options.port
    params.n_ctx = options.ctx_size
    params.n_parallel = options.parallel
    params.cpuparams.n_threads = options.threads
    params.cpuparams_batch.n_threads = options.threads
    for name, value in (
        ("n_predict", options.n_predict),
        ("n_gpu_layers", options.n_gpu_layers),
        ("rope_freq_base", options.rope_freq_base),
        ("rope_freq_scale", options.rope_freq_scale),
        ("chat_template", options.chat_template),
    ):
        if value is not None:
            setattr(params, name, value)
    if options.chat_template_file:
        with open(options.chat_template_file, encoding="utf-8") as file:
            params.chat_template = file.read()
    if options.cache_type_k:
        params.cache_type_k = getattr(xllamacpp.ggml_type, f"GGML_TYPE_{options.cache_type_k.upper()}")
    if options.cache_type_v:
        params.cache_type_v = getattr(xllamacpp.ggml_type, f"GGML_TYPE_{options.cache_type_v.upper()}")
    if options.flash_attn:
        kind = {"on": "ENABLED", "off": "DISABLED", "auto": "AUTO"}[options.flash_attn]
        params.flash_attn_type = getattr(xllamacpp.llama_flash_attn_type, f"LLAMA_FLASH_ATTN_TYPE_{kind}")
    if options.api_key:
        params.api_keys = [options.api_key]
    if options.mmproj:
        params.mmproj.path = options.mmproj
    if options.lora:
        params.lora_adapters = [xllamacpp.CommonAdapterLoraInfo(options.lora, 1.0)]
    if options.model_draft:
        params.speculative.draft.mparams.path = options.model_draft
    params.embedding = options.embeddings
    params.special = options.special
    server = xllamacpp.Server(params)
    print(f"main: server is listening on {server.listening_address}", flush=True)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: os._exit(0))
    while True:
        time.sleep(3600)


if __name__ == "__main__":
    main()
