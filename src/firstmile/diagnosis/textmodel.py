"""A linear text model, trained offline and read without any numerical library.

Every feature has one row of small integers, one for each label. Rows are added as big integers whose
lanes never overflow, which is as fast as a vector library for a few hundred rows and imports nothing.

File format (little endian): magic ``FMTM``, uint32 length of a JSON header, the header, then uint32
feature hashes in ascending order, then the rows: `lanes` uint32 each, biased by 2**15.
The header holds `version`, `labels` (kind -> list), `bias` (kind -> list of float), `scale`, `alpha`
(kind -> weight of the rules' log share), `mix` (kind -> share of the rules' own
mixture in the answer), `temperature` (kind -> float), `floor`, `norm_scale` and
`features` (their number).
"""

import json
import struct
import zlib
from bisect import bisect_left
from math import exp, log, sqrt
from typing import Any

from firstmile.diagnosis.features import VERSION
from firstmile.mapped import mapped

_MAGIC = b"FMTM"
_BIAS = 1 << 15


def feature_hash(feature: str) -> int:
    """32-bit hash of a feature; the same on every machine."""
    return zlib.crc32(feature.encode("utf-8", "surrogatepass"))


class TextModel:
    """Scores labels for a set of features."""

    def __init__(self, header: dict[str, Any], hashes: "memoryview[int]", rows: memoryview) -> None:
        if header["version"] != VERSION:
            raise ValueError("the text model was trained with other features; train it again")
        self.header = header
        self.labels: dict[str, list[str]] = header["labels"]
        self._lanes = sum(len(names) for names in self.labels.values()) + 1
        self._size = self._lanes * 4
        self._hashes, self._rows = hashes, rows

    @classmethod
    def load(cls, path: str) -> "TextModel":
        """Read a model. Raises ValueError for a file that is not one."""
        data = mapped(path)
        if bytes(data[:4]) != _MAGIC:
            raise ValueError(f"{path} is not a text model")
        (length,) = struct.unpack_from("<I", data, 4)
        header = json.loads(bytes(data[8 : 8 + length]))
        at = 8 + length
        stop = at + 4 * header["features"]
        return cls(header, data[at:stop].cast("I"), data[stop:])

    def _sum(self, features: set[str]) -> tuple[list[int], float]:
        """Lane by lane sum of the features' rows, and the norm that the last lane gives."""
        hashes, size, rows = self._hashes, self._size, self._rows
        last = len(hashes) - 1
        total = count = 0
        for feature in features:
            key = zlib.crc32(feature.encode("utf-8", "surrogatepass"))
            row = bisect_left(hashes, key, 0, last)
            if hashes[row] == key:
                total += int.from_bytes(rows[row * size : row * size + size], "little")
                count += 1
        lanes = struct.unpack(f"<{self._lanes}I", total.to_bytes(size, "little"))
        shift = count * _BIAS
        norm = sqrt(max((lanes[-1] - shift) * self.header["norm_scale"], 1e-9))
        return [lane - shift for lane in lanes[:-1]], norm

    def distribution(
        self, words: set[str], marks: set[str], shares: dict[str, dict[str, float]]
    ) -> dict[str, dict[str, float]]:
        """Kind to label to probability.

        Words count relative to the length of the text, marks (fired modes, exceptions, platforms) in
        full. `shares` are the rules' mixtures, kind to label to share; empty where no rule fired.
        """
        word_sums, norm = self._sum(words)
        mark_sums, _ = self._sum(marks)
        scale = self.header["scale"]
        sums = [
            word * scale / norm + mark * scale for word, mark in zip(word_sums, mark_sums, strict=True)
        ]
        result = {}
        at = 0
        floor = self.header["floor"]
        for kind, names in self.labels.items():
            bias, alpha = self.header["bias"][kind], self.header["alpha"][kind]
            share = shares.get(kind)
            scores = []
            for offset, name in enumerate(names):
                score = sums[at + offset] + bias[offset]
                if share:
                    score += alpha * log((share.get(name, 0.0) + floor) / (1 + floor * len(names)))
                scores.append(score / self.header["temperature"][kind])
            at += len(names)
            top = max(scores)
            weights = [exp(score - top) for score in scores]
            total = sum(weights)
            mix = self.header["mix"][kind] if share else 0.0
            result[kind] = {
                name: (1 - mix) * weight / total + (mix * share.get(name, 0.0) if share else 0.0)
                for name, weight in zip(names, weights, strict=True)
            }
        return result
