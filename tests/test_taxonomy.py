"""The taxonomy is the study's: codes, paths and leaves."""

import pytest

from firstmile import taxonomy


def test_counts() -> None:
    """Five symptom groups and nine root-cause groups, with the study's leaves."""
    groups = {taxonomy.group_of(code) for code in taxonomy.labels("symptom")}
    assert groups == {"S-A", "S-B", "S-C", "S-D", "S-E"}
    assert len({taxonomy.group_of(code) for code in taxonomy.labels("root_cause")}) == 9
    assert len(taxonomy.leaf_codes("symptom")) == 37
    assert len(taxonomy.leaf_codes("root_cause")) == 26


def test_labels_and_codes_are_inverse() -> None:
    """A code's label leads back to the code."""
    for kind in ("symptom", "root_cause"):
        for code in taxonomy.labels(kind):
            assert taxonomy.code_of(taxonomy.label_of(code)) == code


def test_unknown() -> None:
    """Unknown labels give None, unknown codes raise."""
    assert taxonomy.code_of("Crash - Because") is None
    with pytest.raises(KeyError):
        taxonomy.label_of("S-Z.9")
