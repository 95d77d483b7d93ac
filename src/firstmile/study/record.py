"""What an import yields: records, and what was odd about them."""

from typing import NamedTuple


class Record(NamedTuple):
    """One label of one issue, normalised, with where it stood and what stood there."""

    repository: str
    issue: int
    idx: int
    url: str
    status: str | None
    symptom: str
    root_cause: str
    stage: str
    series: str
    model: str | None
    architecture: str | None
    raw: str
    file: str
    position: int

    @property
    def id(self) -> str:
        """``owner/name#12/1``: the issue, and which of its records."""
        return f"{self.repository}#{self.issue}/{self.idx}"


class Anomaly(NamedTuple):
    """Something in the source that is not as it should be, and what was done about it."""

    kind: str
    subject: str
    detail: str
    treatment: str


class FileRead(NamedTuple):
    """One file of a source."""

    path: str
    sha256: str
    records: int


class Imported(NamedTuple):
    """All that one import found."""

    kind: str
    source: str
    revision: str | None
    files: list[FileRead]
    records: list[Record]
    anomalies: list[Anomaly]
