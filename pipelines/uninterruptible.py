"""Stretches of work that cannot look at their token, declared, so that none seems to hang."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, runtime_checkable

from pipelines.progress import CancelToken


@runtime_checkable
class WatchedToken(Protocol):
    """A token whose holder kills work that does not obey it in time."""

    def uninterruptible(self) -> AbstractContextManager[None]:
        """While this is entered, the work is not killed for disobedience."""
        ...


def uninterruptible(token: CancelToken) -> AbstractContextManager[None]:
    """Declare that loading or compiling, which takes its time, goes on while this is entered."""
    return token.uninterruptible() if isinstance(token, WatchedToken) else nullcontext()
