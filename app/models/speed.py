"""How fast bytes come, by those of the last seconds."""

from __future__ import annotations

from collections import deque

_SECONDS = 8.0
_LEAST_SECONDS = 1.0


class Speed:
    """Bytes a second, told with bytes done at clock times."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def forget(self) -> None:
        """It stood still: what was seen before says nothing of what comes."""
        self._seen.clear()

    def see(self, now: float, done: int) -> None:
        """So many bytes are done by now. Where there are fewer than before, it began again."""
        if self._seen and done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, done))
        while len(self._seen) > 2 and self._seen[0][0] < now - _SECONDS:
            self._seen.popleft()

    def at(self, now: float) -> float | None:
        """Bytes a second; None while that is not known. Where nothing comes any more it falls."""
        if len(self._seen) < 2:
            return None
        (began, first), (_, last) = self._seen[0], self._seen[-1]
        seconds = now - began
        return (last - first) / seconds if seconds >= _LEAST_SECONDS else None

    def seconds_left(self, now: float, left: int) -> float | None:
        """How long so many bytes will take; None while that is not known."""
        speed = self.at(now)
        return left / speed if speed else None
