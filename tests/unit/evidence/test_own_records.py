"""Our own decisions are records of the kind that showtell writes, and are read as strictly."""

from pathlib import Path

import pytest

from toolkit.domain.madr import read_record

RECORDS = sorted((Path(__file__).parents[3] / "docs" / "decisions").glob("*.md"))


def test_there_are_some_and_their_numbers_have_no_gaps():
    assert [int(path.name[:4]) for path in RECORDS] == list(range(1, len(RECORDS) + 1))
    assert len(RECORDS) >= 5


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_of_ours_reads_strictly(path):
    record = read_record(path.read_text("utf-8"), where=path.name)
    assert record.ours
    assert record.chosen in record.options
