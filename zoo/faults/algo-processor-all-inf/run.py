"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, LogitsProcessor, LogitsProcessorList


class OnlyLetters(LogitsProcessor):
    """Allow letters only, then drop the unlikely ones."""

    def __init__(self, allowed: torch.Tensor) -> None:
        self.allowed = allowed

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:  # noqa: ARG002
        """Mask the scores."""
        scores = scores.masked_fill(self.allowed, -torch.inf)
        return scores.masked_fill(scores < scores[:, self.allowed].amax(-1, keepdim=True) + 1e9, -torch.inf)


tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
letters = torch.tensor([tokenizer.decode([i]).strip().isalpha() for i in range(model.config.vocab_size)])
ids = tokenizer("<|im_start|>user\nWho wrote Hamlet?<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
processors = LogitsProcessorList([OnlyLetters(letters)])
print(tokenizer.decode(model.generate(**ids, do_sample=True, logits_processor=processors, max_new_tokens=20)[0]))
