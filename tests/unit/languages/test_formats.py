"""Numbers, money, dates and durations are written as in the language, and read as they are written."""

from datetime import date, datetime, time, timedelta

import pytest

from toolkit.languages import language

AT = datetime(2026, 3, 5, 9, 30)


@pytest.mark.parametrize(
    ("code", "number", "money", "day", "moment"),
    [
        ("en", "1,234.50", "1,234.50\u00a0EUR", "5 Mar 2026", "5 Mar, 09:30"),
        ("en_US", "1,234.50", "€1,234.50", "Mar 5, 2026", "Mar 5, 9:30\u202fAM"),
        ("de", "1.234,50", "1.234,50\u00a0€", "05.03.2026", "5. März, 09:30"),
        ("fr", "1\u202f234,50", "1\u202f234,50\u00a0€", "5 mars 2026", "5 mars, 09:30"),
        ("ar", "1,234.50", "\u200f1,234.50\u00a0€", "05\u200f/03\u200f/2026", "5 مارس، 9:30 ص"),
    ],
)
def test_values_are_written_as_in_the_language(code: str, number: str, money: str, day: str, moment: str) -> None:
    formats = language(code).formats
    assert formats.number(1234.5, 2) == number
    assert formats.money(1234.5, "EUR") == money
    assert formats.short_date(AT) == day
    assert formats.moment(AT) == moment


@pytest.mark.parametrize("code", ["en", "en_US", "de", "de_CH", "fr", "ar", "ar_EG"])
def test_what_is_shown_can_be_typed_again(code: str) -> None:
    formats = language(code).formats
    for value in (0, 12, 1234.5, 1_234_567.25, -3.5):
        assert float(formats.read_number(formats.number(value, 2))) == value
        assert float(formats.read_number(formats.typed_number(value))) == value
    for minutes in (1, 2, 45, 60, 90, 1440, 3 * 1440 + 61):
        typed = language("en").formats.duration(timedelta(minutes=minutes))
        assert formats.read_duration(typed) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "1.234", 1.234),
        ("en", "1,234", 1234),
        ("de", "1.234", 1234),
        ("de", "1,234", 1.234),
        ("de", "1.5", 1.5),
        ("fr", "1 234,5", 1234.5),
        ("ar", "١٢٫٥", 12.5),
        ("ar", "\u200f-3", -3),
    ],
)
def test_a_number_is_read_as_in_the_language(code: str, text: str, value: float) -> None:
    assert float(language(code).formats.read_number(text)) == value


def test_a_duration_is_read_in_the_words_of_the_language() -> None:
    assert language("de").formats.read_duration("2 Std. 5 Min.") == timedelta(hours=2, minutes=5)
    assert language("fr").formats.read_duration("1,5 jours") == timedelta(days=1.5)
    assert language("ar").formats.read_duration("3 س 5 د") == timedelta(hours=3, minutes=5)
    with pytest.raises(ValueError, match="2 Std"):
        language("fr").formats.read_duration("2 Std")


def test_weeks_begin_where_they_do() -> None:
    assert [language(code).formats.weekdays()[0][1] for code in ("en", "en_US", "de", "ar_EG")] == [
        "Monday",
        "Sunday",
        "Montag",
        "السبت",
    ]
    assert language("fr").formats.whole_day(date(2026, 3, 5)) == "jeudi 5 mars 2026"
    assert language("de").formats.month(AT) == "März 2026"
    assert language("ar").formats.clock_time(time(14, 5)) == "2:05 م"
