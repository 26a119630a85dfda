"""When a drag is a shake: the hand turns to and fro, quickly and far enough."""

from __future__ import annotations

_TURNS = 4
_FAR = 24.0
"""How far, in pixels of the screen, the hand goes before a turn counts."""
_QUICK = 900
"""Within how many milliseconds all turns come."""


class Shake:
    """Follows one coordinate of the hand."""

    def __init__(self) -> None:
        self._extreme: float | None = None
        self._way = 0
        self._turns: list[int] = []

    def turned(self, x: float, when: int) -> bool:
        """Take where the hand is now, and when; answer whether it has shaken."""
        if self._extreme is None:
            self._extreme = x
            return False
        gone = x - self._extreme
        if self._way * gone > 0:
            self._extreme = x
        elif abs(gone) >= _FAR:
            if self._way:
                self._turns.append(when)
            self._way = 1 if gone > 0 else -1
            self._extreme = x
        self._turns = [turn for turn in self._turns if when - turn <= _QUICK]
        return len(self._turns) >= _TURNS
