"""Reports that say nearly the same: MinHash finds pairs worth comparing, exact overlap of shingles decides."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

_BANDS, _ROWS = 24, 3
_SIZE = 5
_PRIME = np.uint64((1 << 31) - 1)
_CROWDED = 200  # a bucket with more than this holds a template, not duplicates
# Addresses, times and paths differ between two reports of one failure.
_NOISE = re.compile(r"0x[0-9a-f]+|\d+|/[\w./-]+|[^\w]+", re.IGNORECASE)


class Pair(NamedTuple):
    """Two texts, by their keys, and the share of shingles that they have in common."""

    first: str
    second: str
    overlap: float


def shingles(text: str) -> frozenset[int]:
    """Hashes of the runs of five characters that are left when numbers, paths and punctuation are gone."""
    bare = _NOISE.sub(" ", text.lower()).strip()[:20_000]
    data = bare.encode("utf-32-le")
    step = 4 * _SIZE
    return frozenset(zlib.crc32(data[n : n + step]) & 0x7FFFFFFF for n in range(0, max(1, len(data) - step + 4), 4)) if bare else frozenset()


def _signature(hashes: frozenset[int], a: npt.NDArray[np.uint64], b: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    values = np.fromiter(hashes, dtype=np.uint64, count=len(hashes))
    lowest: npt.NDArray[np.uint64] = ((a[:, None] * values[None, :] + b[:, None]) % _PRIME).min(axis=1)
    return lowest


def find(texts: Iterable[tuple[str, str]], at_least: float = 0.8, shortest: int = 40) -> list[Pair]:
    """Pairs of (key, text) that overlap by at least so much, the most alike first. Texts that say too little are left out."""
    rng = np.random.default_rng(7)
    a = rng.integers(1, int(_PRIME), _BANDS * _ROWS, dtype=np.uint64)
    b = rng.integers(0, int(_PRIME), _BANDS * _ROWS, dtype=np.uint64)
    kept: dict[str, frozenset[int]] = {}
    buckets: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for key, text in texts:
        hashes = shingles(text)
        if len(hashes) < shortest:
            continue
        kept[key] = hashes
        signature = _signature(hashes, a, b)
        for band in range(_BANDS):
            buckets[band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes()].append(key)
    return _compare(kept, buckets.values(), at_least)


def _compare(kept: dict[str, frozenset[int]], buckets: Iterable[Sequence[str]], at_least: float) -> list[Pair]:
    seen: set[tuple[str, str]] = set()
    pairs = []
    for keys in buckets:
        if not 1 < len(keys) <= _CROWDED:
            continue
        for n, first in enumerate(keys):
            for second in keys[n + 1 :]:
                if (first, second) in seen:
                    continue
                seen.add((first, second))
                common = len(kept[first] & kept[second])
                overlap = common / (len(kept[first]) + len(kept[second]) - common)
                if overlap >= at_least:
                    pairs.append(Pair(first, second, overlap))
    return sorted(pairs, key=lambda pair: (-pair.overlap, pair.first, pair.second))
