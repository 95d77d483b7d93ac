"""What the user runs."""

from typing import Any

from torch.utils.data import DataLoader, Dataset

ROWS: list[dict[str, str]] = [{"instruction": f"q{i}", "output": f"a{i}"} for i in range(40)]
del ROWS[29]["output"]


class Instructions(Dataset[str]):
    """Instruction data as text."""

    def __len__(self) -> int:
        return len(ROWS)

    def __getitem__(self, index: Any) -> str:
        row = ROWS[index]
        return row["instruction"] + "\n" + row["output"]


for number, batch in enumerate(DataLoader(Instructions(), batch_size=8, num_workers=2)):
    print(f"batch {number}: {len(batch)} rows")
