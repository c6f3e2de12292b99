"""Values as other programs take them, and names as ids."""

from datetime import date, datetime, time, timedelta

import pytest

from toolkit.domain.values import exchanged


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (True, True),
        (3.5, 3.5),
        ("text", "text"),
        (("A", "B"), ["A", "B"]),
        (date(2026, 3, 2), "2026-03-02"),
        (datetime(2026, 3, 2, 9, 30), "2026-03-02T09:30:00"),
        (time(9, 30), "09:30:00"),
        (timedelta(0), "PT0S"),
        (timedelta(days=2), "P2D"),
        (timedelta(days=1, hours=12), "P1DT12H"),
        (timedelta(minutes=90, seconds=5), "PT1H30M5S"),
        (timedelta(minutes=-15), "-PT15M"),
    ],
)
def test_dates_and_durations_are_written_in_iso_8601(value, plain):
    assert exchanged(value) == plain
