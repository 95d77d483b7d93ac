"""What the user runs."""

import multiprocessing as mp


def tokenize(rows: list[str], queue: "mp.Queue[list[int]]") -> None:
    """Send the ids of all rows."""
    for row in rows:
        queue.put([ord(letter) for letter in row])
    print("worker: all rows are tokenised", flush=True)


def main() -> None:
    """Tokenise in a second process."""
    results: mp.Queue[list[int]] = mp.Queue()
    worker = mp.Process(target=tokenize, args=(["some text to learn from " * 50] * 400, results))
    worker.start()
    print("waiting for the tokeniser ...", flush=True)
    worker.join()
    print("rows:", sum(1 for _ in range(400) if results.get()))


if __name__ == "__main__":
    main()
