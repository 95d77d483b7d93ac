"""The same with the remedy applied."""

import multiprocessing as mp


def tokenize(rows: list[str], queue: "mp.Queue[list[int]]") -> None:
    """Send the ids of all rows."""
    for row in rows:
        queue.put([ord(letter) for letter in row])


def main() -> None:
    """Tokenise in a second process."""
    results: mp.Queue[list[int]] = mp.Queue()
    worker = mp.Process(target=tokenize, args=(["some text to learn from " * 50] * 400, results))
    worker.start()
    print("rows:", sum(1 for _ in range(400) if results.get()))
    worker.join()


if __name__ == "__main__":
    main()
