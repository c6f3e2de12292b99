"""A list of words that gains some changes hardly a word that was drawn; a permutation meets everything once."""

import numpy as np
import pytest

from toolkit.data.numbers import mixed, permuted
from toolkit.data.pool import Pool
from toolkit.data.words import spoken_in

CELLS = mixed(np.arange(20_000, dtype=np.uint64))
NAMES = [f"name {n}" for n in range(500)]


def kept(before: Pool, after: Pool) -> float:
    return sum(a == b for a, b in zip(before.draw(CELLS), after.draw(CELLS), strict=True)) / len(CELLS)


def test_a_list_that_grows_by_a_hundredth_keeps_nearly_all_draws():
    assert kept(Pool(NAMES), Pool([*NAMES[:200], *"abcde", *NAMES[200:]])) > 0.985


def test_the_order_of_the_list_means_nothing():
    assert kept(Pool(NAMES), Pool(NAMES[::-1])) == 1


def test_words_are_drawn_as_often_as_their_weights_say():
    drawn = Pool(["often", "seldom", "never asked"], [0.7, 0.2, 0.1]).draw(CELLS)
    assert drawn.count("often") / len(CELLS) == pytest.approx(0.7, abs=0.05)
    assert drawn.count("never asked") / len(CELLS) == pytest.approx(0.1, abs=0.03)


@pytest.mark.parametrize("size", [1, 2, 3, 40, 1000])
def test_a_permutation_gives_each_place_once(size):
    assert sorted(permuted(np.arange(size), size, 7).tolist()) == list(range(size))
    half = size // 2
    assert permuted(np.arange(half), size, 7).tolist() == permuted(np.arange(size), size, 7).tolist()[:half]


@pytest.mark.parametrize(
    ("locale", "provider", "word"),
    [("en_US", "last_name", "Smith"), ("de_DE", "first_name_female", "Heike"), ("ja_JP", "last_name", "佐藤")],
)
def test_the_lists_of_faker_are_read_as_they_are(locale, provider, word):
    words, weights = spoken_in(locale).list(provider)
    assert word in words
    assert len(words) == len(weights) > 20


def test_nobody_is_called_like_a_tyrant():
    assert not {"Himmler", "Göring"} & set(spoken_in("de_DE").list("last_name")[0])
