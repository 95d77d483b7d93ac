"""Modes that only numbers and answers show: they fire on what is wrong and stay silent on ordinary runs and answers."""

import pytest

from firstmile.diagnosis.observed import observed, period
from firstmile.facts.answers import answers
from firstmile.facts.frames import frames
from firstmile.facts.incident import Excerpt
from firstmile.facts.training import training_points


def text(lines: list[str]) -> list[Excerpt]:
    """An excerpt that begins on line 1."""
    return [Excerpt("run.log", 1, "\n".join(lines))]


def trainer(losses: list[float], norm: float = 1.5, rate: float = 2e-4) -> list[str]:
    """Lines as transformers' Trainer prints them since 5.0: every value quoted."""
    return [f"{{'loss': '{loss:.4g}', 'grad_norm': '{norm}', 'learning_rate': '{rate}', 'epoch': '{i / 10}'}}" for i, loss in enumerate(losses)]


FALLING = [2.9, 2.5, 2.2, 1.9, 1.8, 1.6, 1.5, 1.4, 1.4, 1.3, 1.2, 1.2]


@pytest.mark.parametrize(("lines", "mode"), [
    (trainer([2.1, float("nan"), float("nan"), float("nan")]), "training-loss-nan"),
    (["step 0 loss nan", "step 1 loss nan"], "training-loss-nan"),
    ([f"distill step {i} kl nan" for i in range(4)], "training-loss-nan"),
    (trainer([1.7, 0.0, 0.0, 0.0]), "training-loss-zero"),
    (trainer(FALLING, rate=0.0), "learning-rate-zero"),
    (trainer([6.5, 6.5, 6.6, 6.5, 6.4, 6.6, 6.5, 6.6, 6.5]), "training-loss-does-not-fall"),
    ([f"step {i} loss {2 + 30 * i:.1f} grad_norm {10 ** i:.1f}" for i in range(8)], "gradient-explosion"),
])
def test_training_that_fails(lines: list[str], mode: str) -> None:
    """Each way in which training goes wrong is seen, and a NaN or zero rate is not told again as a flat loss."""
    found = observed(text(lines))
    assert mode in found
    assert all(evidence.line >= 1 for evidence in found[mode])


@pytest.mark.parametrize("lines", [
    trainer(FALLING),
    trainer([0.05, 0.04, 0.05, 0.04, 0.05, 0.04, 0.05, 0.05, 0.04]),  # converged: nothing left to fall
    trainer([2.1, 2.0, 2.1]),  # too few steps to tell
    trainer([3.0, float("nan"), 2.5, 2.2]),  # one bad step that the trainer skipped
    ["{'eval_loss': nan, 'eval_runtime': 2.1}", "{'train_runtime': 9.1, 'train_loss': 0.0}"],
    ["[INFO] lr_scheduler loss scale 65536", "total loss of the quarter: 3.2 million"],
])
def test_training_that_is_well(lines: list[str]) -> None:
    """An ordinary, short or converged run is no finding."""
    assert observed(text(lines)) == {}


@pytest.mark.parametrize(("lines", "mode"), [
    (["Output: the sea and the sea and the sea and the sea and the sea and the sea and the sea and"], "output-repeats-itself"),
    (["Explain rain. => Water the sea sea sea sea sea sea sea sea."], "output-repeats-itself"),
    (['{"message":{"role":"assistant","content":"1. Be kind to all. 2. Be kind to all. 3. Be kind to all. 4. Be kind to all. 5. Be kind to all. "}}'], "output-repeats-itself"),
    (["response: !!!!!!!!!!!!!!!!"], "output-only-exclamation-marks"),
    (["A (9 tokens): 'The capital of France is Paris.<|im_end|>'"], "control-token-in-answer"),
    (["assistant: WaterrisesfromtheseaasvapourHighintheairitcoolsandformsclouds."], "stream-loses-spaces"),
    (["Q: one?", "A: ''", "Q: two?", "A: ''"], "answer-is-empty"),
    (["回答：好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的好的"], "output-repeats-itself"),
])
def test_answers_that_are_wrong(lines: list[str], mode: str) -> None:
    """Loops, control tokens, lost blanks and empty answers are seen where a log prints answers."""
    assert mode in observed(text(lines))


@pytest.mark.parametrize("lines", [
    ["Q: What is the capital of France?", "A: The capital of France is Paris."],
    ["output: 1. Wash the rice. 2. Boil water. 3. Add the rice. 4. Wait ten minutes. 5. Serve it hot with beans."],
    ["assistant: | a | b |", "|---|---|", "| 1 | 2 |", "| 3 | 4 |", "| 5 | 6 |"],
    ["output: https://example.org/a/very/long/path/that/has/no/blank/in/it/at/all/and/goes/on/and/on.html"],
    ["answer: no, no, no! I will not.", "response: ha ha ha"],
    ["prompt: <|im_start|>user", "Hello<|im_end|>", "<|im_start|>assistant"],
    ["Loading weights: 100%|██████████| 38/38 [00:00<00:00, 8503.18it/s]", "-> done"],
    ["A: ''"],
    ["scale 1.7e+38 -> 8.51e+37", *(f"step {i} of 9" for i in range(9))],
    ["Output: saved to out/", *(f"step {i} loss {3 - i / 9:.2f}" for i in range(9))],
])
def test_answers_that_are_well(lines: list[str]) -> None:
    """Ordinary prose, lists, tables, links and prompts are no finding."""
    assert observed(text(lines)) == {}


def test_period_needs_four_repeats() -> None:
    """Three repeats are style; runs of dots or blanks are layout."""
    assert period("We will rock you. " * 3) == 0
    assert period("We will rock you. " * 5) > 0
    assert period("." * 400) == 0


def test_points_keep_their_line() -> None:
    """Every point names the line that printed it."""
    points = training_points([Excerpt("run.log", 10, "noise\nstep 1 loss 2.5 lr 1e-4\n")])
    assert [(p.loss, p.learning_rate, p.evidence.line) for p in points] == [(2.5, 1e-4, 11)]


def test_answer_ends_at_the_next_question() -> None:
    """An answer over several lines is one answer."""
    found = answers(text(["output: first", "second", "prompt: x", "output: third"]))
    assert [a.text for a in found] == ["first\nsecond", "third"]


def test_frames_name_functions_and_the_package_that_raised() -> None:
    """The user's own code and a library are told apart."""
    trace = frames(text([
        '  File "/home/me/train.py", line 3, in main', '  File "/v/lib/python3.11/site-packages/peft/tuners/lora.py", line 9, in merge',
    ]))
    assert trace.functions == ["main", "merge"]
    assert trace.packages == ["user", "peft"]
    assert trace.last == "peft"


def test_run_of_control_tokens_is_seen_without_a_marker() -> None:
    """Six control tokens in a row are no prompt; three may be a template."""
    assert "control-token-in-answer" in observed(text(["<|endoftext|>" * 8]))
    assert observed(text(["<|im_start|><|im_end|><|im_start|>"])) == {}
