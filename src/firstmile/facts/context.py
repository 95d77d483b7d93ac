"""Facts that stand outside the log: the launch command, the model's folder, the machine."""

import json
import os
from typing import Any, NamedTuple

from firstmile.errors import InputError
from firstmile.facts.environment import environment
from firstmile.facts.incident import Excerpt, Incident
from firstmile.model import NotEvaluated

_LARGEST = 1 << 20
_KEYS = (
    "model_type", "architectures", "torch_dtype", "dtype", "num_hidden_layers", "hidden_size",
    "num_attention_heads", "num_key_value_heads", "max_position_embeddings", "vocab_size",
    "eos_token_id", "bos_token_id", "pad_token_id", "transformers_version", "quantization_config",
)


class Context(NamedTuple):
    """Texts to read facts from, and what could not be read."""

    excerpts: tuple[Excerpt, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()


def _small_text(path: str) -> str:
    from firstmile.facts.source import clean, open_bytes

    with open_bytes(path) as stream:
        return clean(stream.read(_LARGEST)).decode("utf-8", "replace")


def _model_folder(path: str) -> tuple[list[Excerpt], list[NotEvaluated]]:
    if not os.path.isdir(path):
        raise InputError(f"--model {path} is not a folder; name the folder that holds config.json.")
    config = os.path.join(path, "config.json")
    try:
        data: Any = json.loads(_small_text(config))
        if not isinstance(data, dict):
            raise ValueError("not an object")
    except InputError:
        return [], [NotEvaluated("the model's configuration", f"{path} has no readable config.json")]
    except ValueError as error:
        return [], [NotEvaluated("the model's configuration", f"config.json is not valid JSON ({error})")]
    lines = [f"model folder: {os.path.basename(os.path.abspath(path))}"]
    lines += [f"{key}: {json.dumps(data[key])}" for key in _KEYS if key in data]
    weights = 0
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name.endswith((".safetensors", ".bin", ".gguf", ".pth")) and entry.is_file():
                weights += entry.stat().st_size
    if weights:
        lines.append(f"weights on disk: {weights / 2**30:.1f} GiB")
    unread = NotEvaluated("the model's weight and tokenizer files", "only config.json and the sizes of the weights were read")
    return [Excerpt(config, 1, "\n".join(lines))], [unread]


def gather(launch: str | None, model: str | None, machine: str | None) -> Context:
    """Read what was named.

    Raises:
        InputError: a named file or folder does not exist or is no text.
    """
    excerpts: list[Excerpt] = []
    missing: list[NotEvaluated] = []
    if launch:
        excerpts.append(Excerpt("launch command", 1, launch))
    else:
        missing.append(NotEvaluated("the launch command", "--launch was not given"))
    if model:
        found, problems = _model_folder(model)
        excerpts += found
        missing += problems
    else:
        missing.append(NotEvaluated("the model's files", "--model was not given"))
    if machine:
        excerpt = Excerpt(machine, 1, _small_text(machine))
        excerpts.append(excerpt)
        if not environment([excerpt]).facts:
            missing.append(NotEvaluated("the machine", f"{machine} holds no fact of a machine; give collect_env or nvidia-smi output"))
    else:
        missing.append(NotEvaluated("the machine", "--machine was not given"))
    return Context(tuple(excerpts), tuple(missing))


def refuse_empty(incident: Incident) -> None:
    """Raises InputError when there is no text in any source."""
    if not any(excerpt.text.strip() for excerpt in incident.excerpts):
        names = ", ".join(incident.sizes) or "the input"
        raise InputError(
            f"{names} is empty; capture standard error as well, for instance `CMD 2>&1 | tee run.log`."
        )
