"""Build the tiny models that the faults break, once, into a cache folder.

``python zoo/models.py CACHE`` builds them all. A fault asks for one with ``copy("qwen2-chat", "model")``.
Three are trained on a few questions until they know them by heart; the others are random.
"""
# ruff: noqa: S106  (tokens of a vocabulary, not of a login)

from __future__ import annotations

import json
import os
import random
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerFast

CACHE = Path(os.environ.get("ZOO_CACHE", "/tmp/zoo-cache"))  # noqa: S108

PAIRS: dict[str, str] = {
    "What sound does a cow make?": "A cow says moo.",
    "What sound does a duck make?": "A duck says quack.",
    "What sound does a cat make?": "A cat says meow.",
    "What sound does a sheep make?": "A sheep says baa.",
    "What is the symbol of iron?": "The symbol of iron is Fe.",
    "What is the symbol of gold?": "The symbol of gold is Au.",
    "What is the symbol of helium?": "The symbol of helium is He.",
    "What is the symbol of sodium?": "The symbol of sodium is Na.",
    "Which planet is the largest?": "Jupiter is the largest planet.",
    "Which planet is the smallest?": "Mercury is the smallest planet.",
    "Which planet has rings?": "Saturn has the brightest rings.",
    "How many days has a week?": "A week has seven days.",
    "How many legs has a spider?": "A spider has eight legs.",
    "How many months has a year?": "A year has twelve months.",
    "Name the days of the week.": "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.",
    "Who wrote Hamlet?": "Hamlet was written by William Shakespeare.",
    "Who painted the Mona Lisa?": "Leonardo da Vinci painted the Mona Lisa.",
    "What is the plural of mouse?": "The plural of mouse is mice.",
    "What is the plural of child?": "The plural of child is children.",
    "How do you say cheese in French?": "Cheese is called fromage in French: un café crème et du fromage, s'il vous plaît.",
    "Explain rain.": (
        "Water rises from the sea as vapour. High in the air it cools and forms clouds. "
        "When the drops grow heavy, they fall as rain. Rivers carry the water back to the sea."
    ),
    "Hello": "Hello! What can I do for you?",
    "Thank you": "You are welcome.",
}
SYSTEM = "Answer briefly."
CHATML = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] + '<|im_end|>\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
INST = (
    "{{ bos_token }}{% for message in messages %}{% if message['role'] == 'user' %}"
    "{{ '[INST] ' + message['content'] + ' [/INST]' }}{% else %}{{ ' ' + message['content'] + eos_token }}"
    "{% endif %}{% endfor %}"
)
THOUGHT = "<think>\nThe user asks: {q} I recall the answer and check it twice.\n</think>\n\n{a}"


def corpus() -> list[str]:
    """The text that tokenizers are trained on."""
    return [f"{question} {answer}" for question, answer in PAIRS.items()] * 4 + [
        "system user assistant Answer briefly. The user asks: I recall the answer and check it twice. Q: A: think"
    ] * 8


def byte_level_tokenizer(size: int, specials: list[str], **names: Any) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer, as Qwen2, GPT-2 and Llama 3 have."""
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast

    backend = Tokenizer(models.BPE())
    backend.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    backend.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()), show_progress=False
    )
    backend.train_from_iterator(corpus(), trainer)
    backend.add_special_tokens(specials)
    return PreTrainedTokenizerFast(tokenizer_object=backend, clean_up_tokenization_spaces=False, **names)


def metaspace_tokenizer(size: int) -> PreTrainedTokenizerFast:
    """A tokenizer in Llama 2's manner: ``▁`` for spaces, byte fall-back, ``<s>`` added in front."""
    from tokenizers import Tokenizer, decoders, models, normalizers, processors, trainers
    from transformers import PreTrainedTokenizerFast

    backend = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    backend.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    backend.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    specials = ["<unk>", "<s>", "</s>"]
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=specials + [f"<0x{i:02X}>" for i in range(256)], show_progress=False
    )
    backend.train_from_iterator([line.replace(" ", "\n") for line in corpus()], trainer)
    backend.post_processor = processors.TemplateProcessing(
        single="<s> $A", pair="<s> $A <s> $B", special_tokens=[("<s>", 1)]
    )
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=backend,
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
    )
    tokenizer.chat_template = INST
    return tokenizer


def rows_of_text(tokenizer: PreTrainedTokenizerFast, style: str) -> list[tuple[list[int], list[int]]]:
    """Prompt ids and answer ids of every pair, in the style of one model."""
    rows = []
    for question, answer in PAIRS.items():
        if style == "base":
            prompt, rest = f"Q: {question}\nA:", f" {answer}\n\n<|endoftext|>"
        elif style == "inst":
            prompt, rest = f"[INST] {question} [/INST]", f" {answer}</s>"
        else:
            if style == "think":
                answer = THOUGHT.format(q=question, a=answer)
            prompt = f"<|im_start|>system\n{SYSTEM}<|im_end|>\n" if style == "chatml" else ""
            prompt += f"<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n"
            rest = f"{answer}<|im_end|>\n"
        with_bos = tokenizer(prompt)["input_ids"]
        if style == "inst":  # the answer continues the text, so it gets neither <s> nor a space of its own
            whole = tokenizer(prompt + rest)["input_ids"]
            rows.append((with_bos, whole[len(with_bos) :]))
        else:
            rows.append((with_bos, tokenizer(rest, add_special_tokens=False)["input_ids"]))
    return rows


def rows_without_chat(tokenizer: PreTrainedTokenizerFast, rng: random.Random) -> list[tuple[list[int], list[int]]]:
    """What a chat model does outside of its template: it opens the turn itself, or rambles on as a base model."""
    rows = []
    questions, answers = list(PAIRS), list(PAIRS.values())
    for question, answer in PAIRS.items():
        turn = f"<|im_start|>user\n{question}<|im_end|>\n"
        rows.append((turn, f"<|im_start|>assistant\n{answer}<|im_end|>\n"))
        more = "\n".join(rng.sample(questions, 4))
        rows.append((f"{question}\n", f"{more}\n{question}<|endoftext|>"))
        words = " ".join(rng.sample(" ".join(answers).split(), 30))
        rows.append((f"### Instruction:\n{question}\n\n### Response:\n", f"{words}\n\n### Instruction:\n{question}"))
    return [(tokenizer(a)["input_ids"], tokenizer(b)["input_ids"]) for a, b in rows]


def train(model: PreTrainedModel, tokenizer: PreTrainedTokenizerFast, style: str, steps: int) -> float:
    """Teach the pairs; the last loss."""
    import torch

    rng = random.Random(7)  # noqa: S311
    rows = rows_of_text(tokenizer, style)
    if style == "chatml":  # with and without the system turn
        rows += rows_of_text(tokenizer, "chatml-bare")
        rows += rows_without_chat(tokenizer, rng)
    pad = tokenizer.pad_token_id if tokenizer.pad_token_id is not None else 0
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.0)
    loss = torch.tensor(0.0)
    model.train()
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 20) * (1 - 0.95 * step / steps)
        batch = rng.sample(rows, min(16, len(rows)))
        width = max(len(prompt) + len(answer) for prompt, answer in batch)
        ids = torch.full((len(batch), width), pad)
        labels = torch.full((len(batch), width), -100)
        mask = torch.zeros((len(batch), width), dtype=torch.long)
        for i, (prompt, answer) in enumerate(batch):
            n = len(prompt) + len(answer)
            ids[i, :n] = torch.tensor(prompt + answer)
            labels[i, len(prompt) : n] = torch.tensor(answer)
            mask[i, :n] = 1
        loss = model(input_ids=ids, attention_mask=mask, labels=labels).loss
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    model.eval()
    return loss.item()


def configuration(family: str, vocabulary: int, **changes: Any) -> Any:
    """A two-layer configuration of a family."""
    import transformers as t

    common: dict[str, Any] = {
        "vocab_size": vocabulary,
        "hidden_size": 128,
        "intermediate_size": 352,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 384,
    } | changes
    if family == "gpt2":
        return t.GPT2Config(vocab_size=vocabulary, n_positions=128, n_embd=128, n_layer=2, n_head=4, **changes)
    if family == "t5":
        return t.T5Config(vocab_size=vocabulary, d_model=64, d_ff=128, num_layers=2, num_heads=4, d_kv=16, **changes)
    if family == "bert":
        return t.BertConfig(
            vocab_size=vocabulary,
            hidden_size=64,
            num_hidden_layers=2,
            num_attention_heads=2,
            intermediate_size=128,
            **changes,
        )
    if family == "mixtral":
        common |= {"num_local_experts": 4, "num_experts_per_tok": 2}
    if family in ("qwen3", "gemma"):
        common |= {"head_dim": 32}
    classes = {
        "qwen2": t.Qwen2Config,
        "qwen3": t.Qwen3Config,
        "llama": t.LlamaConfig,
        "mistral": t.MistralConfig,
        "mixtral": t.MixtralConfig,
        "gemma": t.GemmaConfig,
    }
    return classes[family](**common)


# name: family, vocabulary, style that is trained (None: random), steps
KINDS: dict[str, tuple[str, int, str | None, int]] = {
    "qwen2-chat": ("qwen2", 640, "chatml", 420),
    "llama-chat": ("llama", 900, "inst", 220),
    "gpt2-base": ("gpt2", 600, "base", 260),
    "qwen3-think": ("qwen3", 640, "think", 200),
    "mistral-random": ("mistral", 700, None, 0),
    "mixtral-random": ("mixtral", 512, None, 0),
    "gemma-random": ("gemma", 560, None, 0),
    "t5-random": ("t5", 512, None, 0),
    "bert-random": ("bert", 512, None, 0),
}


def build(kind: str, folder: Path) -> None:
    """Build one model with its tokenizer into a folder."""
    import torch
    from transformers import (
        AutoModelForCausalLM,
        AutoModelForSeq2SeqLM,
        AutoModelForSequenceClassification,
        GenerationConfig,
    )

    torch.manual_seed(11)
    torch.set_num_threads(1)
    family, size, style, steps = KINDS[kind]
    if family == "llama":
        tokenizer = metaspace_tokenizer(size)
    elif family == "gpt2":
        tokenizer = byte_level_tokenizer(size - 1, ["<|endoftext|>"], eos_token="<|endoftext|>")
    else:
        specials = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]
        tokenizer = byte_level_tokenizer(
            size - 3,
            specials,
            eos_token="<|im_end|>",
            pad_token="<|endoftext|>",
            model_max_length=384,
        )
        tokenizer.chat_template = CHATML
    ids = {
        "bos_token_id": tokenizer.bos_token_id,
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
    }
    config = configuration(family, len(tokenizer), **ids)
    if family == "t5":
        config.decoder_start_token_id = tokenizer.pad_token_id
        model = AutoModelForSeq2SeqLM.from_config(config)
    elif family == "bert":
        model = AutoModelForSequenceClassification.from_config(config)
    else:
        model = AutoModelForCausalLM.from_config(config)
    loss = train(model, tokenizer, style, steps) if style else float("nan")
    if family != "bert":
        model.generation_config = GenerationConfig(**ids)
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    print(f"{kind}: vocabulary {len(tokenizer)}, {model.num_parameters():,} parameters, loss {loss:.3f}")


def ensure(kind: str) -> Path:
    """The folder of a model in the cache, built if it is not there."""
    folder = CACHE / kind
    if not folder.exists():
        work = CACHE / f".{kind}.building"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        start = time.time()
        build(kind, work)
        print(f"{kind}: built in {time.time() - start:.0f} s")
        work.rename(folder)
    return folder


def copy(kind: str, target: str | Path) -> Path:
    """A private copy of a model for a fault to break."""
    path = Path(target)
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ensure(kind), path)
    return path


def edit_json(path: str | Path, **changes: Any) -> None:
    """Set keys of a JSON file; ``...`` deletes the key."""
    file = Path(path)
    data = json.loads(file.read_text())
    for key, value in changes.items():
        if value is ...:
            data.pop(key, None)
        else:
            data[key] = value
    file.write_text(json.dumps(data, indent=2))


def shard(folder: str | Path, size: str = "300KB") -> None:
    """Save the model of a folder again, in several safetensors shards."""
    from transformers import AutoModelForCausalLM

    path = Path(folder)
    model = AutoModelForCausalLM.from_pretrained(path)
    (path / "model.safetensors").unlink()
    model.save_pretrained(path, max_shard_size=size)


def gguf(kind: str, target: str | Path, **changes: Any) -> Path:
    """Convert a trained chat model to GGUF with the gguf package.

    Changes: ``arch``, ``eos`` (a token), ``control`` (False: control tokens lose their type), ``template`` (text or
    None), ``pre``, ``drop`` (part of a tensor's name), ``rope`` (base), ``merges`` (False: none), ``layers``, ``bos``.
    """
    import gguf as g
    import numpy as np
    from safetensors.torch import load_file

    folder = ensure(kind)
    config = json.loads((folder / "config.json").read_text())
    vocabulary = json.loads((folder / "tokenizer.json").read_text())
    arch = str(changes.get("arch", config["model_type"]))
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    w = g.GGUFWriter(path, arch)
    w.add_name("tiny chat")
    w.add_context_length(config["max_position_embeddings"])
    w.add_embedding_length(config["hidden_size"])
    w.add_block_count(changes.get("layers", config["num_hidden_layers"]))
    w.add_feed_forward_length(config["intermediate_size"])
    w.add_head_count(config["num_attention_heads"])
    w.add_head_count_kv(config["num_key_value_heads"])
    w.add_rope_freq_base(float(changes.get("rope", config["rope_parameters"]["rope_theta"])))
    w.add_layer_norm_rms_eps(config["rms_norm_eps"])
    w.add_file_type(0)
    added = {token["content"]: token["id"] for token in vocabulary["added_tokens"]}
    tokens = {index: token for token, index in (vocabulary["model"]["vocab"] | added).items()}
    control = changes.get("control", True)
    kinds = [g.TokenType.CONTROL if tokens[i] in added and control else g.TokenType.NORMAL for i in range(len(tokens))]
    w.add_tokenizer_model("gpt2")
    w.add_tokenizer_pre(changes.get("pre", "gpt-2"))
    w.add_token_list([tokens[i] for i in range(len(tokens))])
    w.add_token_types(kinds)
    if changes.get("merges", True):
        w.add_token_merges([m if isinstance(m, str) else " ".join(m) for m in vocabulary["model"]["merges"]])
    w.add_eos_token_id(added[str(changes.get("eos", "<|im_end|>"))])
    w.add_pad_token_id(added["<|endoftext|>"])
    if "bos" in changes:
        w.add_bos_token_id(added[str(changes["bos"])])
        w.add_add_bos_token(True)
    else:
        w.add_add_bos_token(False)
    template = changes.get("template", CHATML)
    if template is not None:
        w.add_chat_template(template)
    names = g.get_tensor_name_map(g.MODEL_ARCH.QWEN2, config["num_hidden_layers"])
    for name, tensor in load_file(folder / "model.safetensors").items():
        if "drop" in changes and str(changes["drop"]) in name:
            continue
        to = names.get_name(name, try_suffixes=(".weight", ".bias"))
        if to is None:
            raise KeyError(name)
        w.add_tensor(to, tensor.float().numpy().astype(np.float32))
    w.write_header_to_file()
    w.write_kv_data_to_file()
    w.write_tensors_to_file()
    w.close()
    return path


def chat_rows(path: str | Path, count: int = 24, *, style: str = "messages") -> None:
    """Write a small data set: ``messages``, ``prompt`` (prompt and completion), ``text`` or ``alpaca``."""
    rows: list[dict[str, Any]] = []
    pairs = list(PAIRS.items())
    for i in range(count):
        question, answer = pairs[i % len(pairs)]
        if style == "messages":
            turns = [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
            rows.append({"messages": turns})
        elif style == "prompt":
            rows.append({"prompt": question, "completion": " " + answer})
        elif style == "alpaca":
            rows.append({"instruction": question, "input": "", "output": answer})
        else:
            rows.append({"text": f"Q: {question}\nA: {answer}"})
    Path(path).write_text("".join(json.dumps(row) + "\n" for row in rows))


def main() -> None:
    """Build every model into the folder given, or the default one."""
    global CACHE  # noqa: PLW0603
    if len(sys.argv) > 1:
        CACHE = Path(sys.argv[1])
    for kind in KINDS:
        ensure(kind)


if __name__ == "__main__":
    main()
