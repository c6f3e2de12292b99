"""A workspace's book: its secret stays its owner's, its links stay the same, its clock never goes back."""

import pytest

from toolkit.errors import ToolkitError
from toolkit.services.book import open_book
from toolkit.services.clock import seconds, server_clock, utc
from toolkit.services.links import hashed, links_of


def test_the_secret_is_for_its_owner_only_and_stays(tmp_path):
    path = tmp_path / "made" / "secret"
    token = links_of(path).token("s1")
    assert path.stat().st_mode & 0o077 == 0
    assert links_of(path).token("s1") == token
    assert links_of(path).token("s2") != token
    assert links_of(tmp_path / "another").token("s1") != token


def test_a_token_fits_into_an_address_and_its_hash_says_nothing_of_it(tmp_path):
    token = links_of(tmp_path / "secret").token("s1")
    assert token.replace("-", "").replace("_", "").isalnum()
    assert len(token) == 43
    assert hashed(token) != token
    assert len(hashed(token)) == 64


@pytest.mark.parametrize("content", ["", "no hexadecimal", "abcd"])
def test_a_damaged_secret_is_said_and_not_replaced(tmp_path, content):
    path = tmp_path / "secret"
    path.write_text(content)
    with pytest.raises(ToolkitError) as error:
        links_of(path)
    assert "backup" in error.value.fix
    assert path.read_text() == content


def test_a_book_is_opened_again_with_everything_in_it(tmp_path):
    book = open_book(tmp_path / ".showtell")
    token = book.links.token("s1")
    book.store.close()
    again = open_book(tmp_path / ".showtell")
    assert again.links.token("s1") == token
    assert sorted(path.name for path in (tmp_path / ".showtell").iterdir())[:2] == ["secret", "showtell.sqlite"]
    again.store.close()


def test_the_clock_only_goes_on():
    clock = server_clock()
    times = [clock() for _ in range(100)]
    assert times == sorted(times)


@pytest.mark.parametrize("moment", [0.0, 1_772_000_000.123, 4_000_000_000.999])
def test_a_time_as_text_is_the_same_time(moment):
    assert seconds(utc(moment)) == pytest.approx(moment, abs=0.0005)
    assert utc(moment).endswith("Z")
