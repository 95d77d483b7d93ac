"""Which confirmed cases resemble an incident? An inverted index that is read, not loaded.

`tools/ranker` writes `similar.fmsi` (little endian): magic ``FMSI``; uint32 counts of terms, postings
and cases and the length of the case table; uint32 term hashes in ascending order; uint32 offsets of
their postings; uint32 offsets of the cases; postings as uint16 case number and uint16 weight; then the cases as JSON.
"""

import json
import os
import struct
from bisect import bisect_left
from typing import Any, NamedTuple

from firstmile.diagnosis.textmodel import feature_hash
from firstmile.mapped import mapped
from firstmile.model import Diagnosis, Similar

_FILE = os.path.join(os.path.dirname(__file__), "similar.fmsi")
_MAGIC = b"FMSI"
_ENOUGH = 0.12
_COMMON = 120  # a word of more cases than this tells nothing and costs most of the time


class Casebook(NamedTuple):
    """The index of one file."""

    hashes: "memoryview[int]"
    offsets: "memoryview[int]"
    places: "memoryview[int]"
    postings: "memoryview[int]"
    table: memoryview

    @classmethod
    def load(cls, path: str = _FILE) -> "Casebook":
        """Read the index; an absent file is an empty casebook."""
        try:
            data = mapped(path)
        except OSError:
            nothing = memoryview(b"").cast("I")
            return cls(nothing, nothing, nothing, nothing, memoryview(b""))
        if bytes(data[:4]) != _MAGIC:
            raise ValueError(f"{path} is not a casebook index")
        terms, postings, cases, length = struct.unpack_from("<4I", data, 4)
        at = 20
        ends = [at := at + size for size in (4 * terms, 4 * (terms + 1), 4 * (cases + 1), 4 * postings, length)]
        return cls(
            data[20 : ends[0]].cast("I"), data[ends[0] : ends[1]].cast("I"), data[ends[1] : ends[2]].cast("I"),
            data[ends[2] : ends[3]].cast("H"), data[ends[3] : ends[4]],
        )

    def case(self, number: int) -> dict[str, Any]:
        """Title, url, fix, modes and root cause of a case."""
        found: dict[str, Any] = json.loads(bytes(self.table[self.places[number] : self.places[number + 1]]))
        return found

    def scores(self, features: set[str]) -> dict[int, float]:
        """Case number to cosine similarity."""
        found: dict[int, int] = {}
        hashes, offsets, postings = self.hashes, self.offsets, self.postings
        for feature in features:
            key = feature_hash(feature)
            at = bisect_left(hashes, key)
            if at < len(hashes) and hashes[at] == key:
                if offsets[at + 1] - offsets[at] > _COMMON:
                    continue
                for position in range(2 * offsets[at], 2 * offsets[at + 1], 2):
                    case = postings[position]
                    found[case] = found.get(case, 0) + postings[position + 1]
        length = max(len(features), 1) ** 0.5
        return {case: total / 65535 * 4 / length for case, total in found.items()}

    def similar(self, words: set[str], diagnosis: Diagnosis, limit: int = 5) -> list[Similar]:
        """The most similar cases by `text_features`.

        Those that share a failure mode or the first cause go first; where the incident has modes, a case
        that shares neither is not shown.
        """
        features = {word for word in words if not word.startswith("t:")}
        modes = {cause.mode_id for cause in diagnosis.causes if cause.mode_id}
        features |= {"m:" + mode for mode in modes}
        causes = [cause.label for cause in diagnosis.causes[:2]]
        rows = []
        for number, score in sorted(self.scores(features).items(), key=lambda row: -row[1])[:40]:
            case = self.case(number)
            shared = bool(modes & set(case["modes"]))
            if modes and not shared and case["root_cause"] not in causes:
                continue
            if shared:
                score *= 1.6
            if case["root_cause"] in causes:
                score *= 1.25
            rows.append(Similar(case["title"], case["url"], case["fix"], round(score, 3)))
        rows.sort(key=lambda row: -row.score)
        return [row for row in rows if row.score >= _ENOUGH][:limit]
