"""Which of the things on a picture are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipelines.detection.found import Sighting


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """`wanted` and `unwanted` are words of which a label must hold one, or none; without wanted
    words every label is good. Coverages are shares of the picture. Of two boxes of a label that
    overlap by more than `overlap`, the surer one stays."""

    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    least_score: float = 0.0
    least_coverage: float = 0.0
    most_coverage: float = 1.0
    overlap: float = 1.0


def sifted(sightings: Iterable[Sighting], sieve: Sieve) -> list[Sighting]:
    """What is kept, the surest first."""
    kept: list[Sighting] = []
    for one in sorted(sightings, key=_by_sureness):
        if not _passes(one, sieve):
            continue
        rivals = (other for other in kept if other.label == one.label)
        if all(one.box.overlap(other.box) <= sieve.overlap for other in rivals):
            kept.append(one)
    return kept


def _by_sureness(one: Sighting) -> tuple[float, float, float, float]:
    """A whole order, so that equals do not depend on the one that came first."""
    return -one.score, -one.box.coverage, one.box.left, one.box.top


def _passes(one: Sighting, sieve: Sieve) -> bool:
    if one.score < sieve.least_score:
        return False
    if not sieve.least_coverage <= one.box.coverage <= sieve.most_coverage:
        return False
    if any(_has(one.label, words) for words in sieve.unwanted):
        return False
    return not sieve.wanted or any(_has(one.label, words) for words in sieve.wanted)


def _has(label: str, words: str) -> bool:
    """Whole words: a cup is no cupboard."""
    return f" {words} " in f" {label.casefold()} "
