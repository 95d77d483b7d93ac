"""What the user runs."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, LogitsProcessor, LogitsProcessorList


class OnlyWords(LogitsProcessor):
    """Allow these words only."""

    def __init__(self, vocabulary: dict[str, int], words: set[str]) -> None:
        self.forbidden = torch.ones(len(vocabulary), dtype=torch.bool)
        for token, index in vocabulary.items():
            if token in words:
                self.forbidden[index] = False

    def __call__(self, input_ids: torch.LongTensor, scores: torch.FloatTensor) -> torch.FloatTensor:  # noqa: ARG002
        """Mask the scores."""
        return scores.masked_fill(self.forbidden, -torch.inf)


tokenizer = AutoTokenizer.from_pretrained("qwen")
model = AutoModelForCausalLM.from_pretrained("qwen")
processors = LogitsProcessorList([OnlyWords(tokenizer.get_vocab(), {"yes", "no"})])
ids = tokenizer("<|im_start|>user\nIs rain wet?<|im_end|>\n<|im_start|>assistant\n", return_tensors="pt")
print(tokenizer.decode(model.generate(**ids, do_sample=True, logits_processor=processors, max_new_tokens=2)[0]))
