"""Which kinds of node a few typed letters mean, best first. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nodes.spec import NodeSpec

_TITLE, _ID, _CATEGORY, _HELP = 1.0, 0.8, 0.6, 0.3


def ranked(
    query: str, specs: Iterable[NodeSpec], *, used: Mapping[str, int] | None = None
) -> list[NodeSpec]:
    """The specs that a query fits, best first; kinds that are used more come before equals.

    Every word of the query must be found somewhere. Without one, the order given is kept.
    """
    words = query.lower().split()
    counts = used or {}
    scored = [
        (-score, -counts.get(spec.id, 0), place, spec)
        for place, spec in enumerate(specs)
        if (score := spec_score(words, spec)) > 0
    ]
    if not words:
        return [spec for *_, spec in scored]
    return [spec for *_, spec in sorted(scored, key=lambda one: one[:3])]


def spec_score(words: Iterable[str], spec: NodeSpec) -> float:
    """How well words fit a kind of node: 0 not at all."""
    total = 1.0
    for word in words:
        score = max(
            text_score(word, spec.title.lower()) * _TITLE,
            text_score(word, spec.id.lower()) * _ID,
            text_score(word, spec.category.lower()) * _CATEGORY,
            (0.5 if word in spec.help.lower() else 0.0) * _HELP,
        )
        if score == 0:
            return 0.0
        total += score
    return total


def text_score(word: str, text: str) -> float:
    """How well letters fit a text: all of it, its start, a word's start, its initials, within,
    scattered."""
    if text == word:
        return 1.0
    if text.startswith(word):
        return 0.9
    starts = _word_starts(text)
    if any(text.startswith(word, start) for start in starts):
        return 0.75
    initials = "".join(text[start] for start in starts)
    if len(word) > 1 and initials.startswith(word):
        return 0.6
    if word in text:
        return 0.5
    return 0.2 if len(word) > 1 and _is_scattered(word, text) else 0.0


def _word_starts(text: str) -> list[int]:
    return [
        place
        for place, letter in enumerate(text)
        if letter.isalnum() and (place == 0 or not text[place - 1].isalnum())
    ]


def _is_scattered(word: str, text: str) -> bool:
    """Whether the letters of a word stand in a text in order, beginning at a word's start."""
    for start in _word_starts(text):
        if text[start] != word[0]:
            continue
        rest = iter(text[start:])
        if all(letter in rest for letter in word):
            return True
    return False
