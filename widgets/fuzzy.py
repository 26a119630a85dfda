"""How well typed letters fit a name: for lists that are searched by typing."""

from __future__ import annotations

_IN_A_ROW = 5
_AT_A_WORD = 8
_WHOLE = 40


def fit(typed: str, name: str) -> int | None:
    """A score, higher for a better fit; None where a typed letter is missing. Nothing fits all."""
    wanted, text = "".join(typed.lower().split()), name.lower()
    if not wanted:
        return 0
    place = text.find(typed.lower().strip())
    if place >= 0:
        starts_word = place == 0 or not text[place - 1].isalnum()
        return _WHOLE + (_WHOLE if starts_word else 0) + _WHOLE * len(wanted) // len(text)
    score, before = 0, -2
    for letter in wanted:
        found = _next(text, letter, before + 1)
        if found < 0:
            return None
        if found == before + 1:
            score += _IN_A_ROW
        elif found == 0 or not text[found - 1].isalnum():
            score += _AT_A_WORD
        score -= 1
        before = found
    return score


def _next(text: str, letter: str, start: int) -> int:
    """Where a letter comes next, at the start of a word where there is one such."""
    first = text.find(letter, max(start, 0))
    if first in (start, -1):
        return first
    place = first
    while place >= 0:
        if place == 0 or not text[place - 1].isalnum():
            return place
        place = text.find(letter, place + 1)
    return first
