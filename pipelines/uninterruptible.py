"""Stretches of work that cannot look at their token, declared, so that none seems to hang."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, runtime_checkable

from pipelines.progress import CancelToken

LONGEST = 600.0
"""Seconds that a stretch may take after a cancel, if it does not say: 65 GB from a slow disk."""


@runtime_checkable
class WatchedToken(Protocol):
    """A token whose holder kills work that does not obey it in time."""

    def uninterruptible(self, seconds: float) -> AbstractContextManager[None]:
        """While this is entered, and for so long at most once somebody waits, the work is not
        killed for disobedience."""
        ...


def uninterruptible(token: CancelToken, seconds: float = LONGEST) -> AbstractContextManager[None]:
    """Declare that loading or compiling, which takes its time, goes on while this is entered: for
    so many seconds at most after a cancel, so that a disk that is gone holds up nobody."""
    return token.uninterruptible(seconds) if isinstance(token, WatchedToken) else nullcontext()
