"""Which of the found things are kept."""

from __future__ import annotations

import pytest

from pipelines.detection.detector import labels_of
from pipelines.detection.found import Box, Sighting
from pipelines.detection.sifting import Sieve, sifted

SMALL, LARGE = Box(0.1, 0.1, 0.2, 0.2), Box(0.0, 0.0, 1.0, 0.5)
CUP, CUPBOARD = Sighting("red cup", SMALL, 0.4), Sighting("cupboard", LARGE, 0.9)


def labels(sieve: Sieve, *sightings: Sighting) -> list[str]:
    return [one.label for one in sifted(sightings or (CUP, CUPBOARD), sieve)]


def test_the_surest_comes_first_and_the_unsure_not_at_all() -> None:
    assert labels(Sieve()) == ["cupboard", "red cup"]
    assert labels(Sieve(least_score=0.4)) == ["cupboard", "red cup"]
    assert labels(Sieve(least_score=0.41)) == ["cupboard"]


def test_what_covers_too_little_or_too_much_is_left_out() -> None:
    assert labels(Sieve(least_coverage=0.02)) == ["cupboard"]
    assert labels(Sieve(most_coverage=0.49)) == ["red cup"]


def test_words_are_whole_words_of_a_label() -> None:
    assert labels(Sieve(wanted=("cup",))) == ["red cup"]
    assert labels(Sieve(unwanted=("cup",))) == ["cupboard"]
    assert labels(Sieve(wanted=("cup",), unwanted=("red",))) == []


def test_of_boxes_that_overlap_the_surest_of_each_label_stays() -> None:
    beside = Box(0.12, 0.1, 0.22, 0.2)
    found = [Sighting("cup", SMALL, 0.5), Sighting("cup", beside, 0.6), Sighting("pot", SMALL, 0.2)]
    assert SMALL.overlap(beside) == pytest.approx(8 / 12)
    assert [one.score for one in sifted(found, Sieve(overlap=0.5))] == [0.6, 0.2]
    assert [one.score for one in sifted(found, Sieve(overlap=0.7))] == [0.6, 0.5, 0.2]


def test_what_is_looked_for_stands_between_dots_commas_and_lines() -> None:
    assert labels_of(" Teapot.  red   Cup.\nteapot, bar counter;") == (
        "teapot",
        "red cup",
        "bar counter",
    )
    assert labels_of(" . ") == ()
