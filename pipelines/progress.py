"""How long work reports and how it is stopped: the token, and the one call per frame or step."""

from __future__ import annotations

from typing import Protocol

from pipelines.errors import Cancelled


class CancelToken(Protocol):
    """Looked at by running code. Across processes it is backed by a shared-memory flag."""

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        ...


class Progress(Protocol):
    """Called once per frame or denoising step; raises Cancelled when the work should stop."""

    def __call__(self, done: int, total: int) -> None:
        """Report `done` of `total` steps (total 0: unknown)."""
        ...


class LocalCancelToken:
    """A token within one process."""

    __slots__ = ("cancelled",)

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next look."""
        self.cancelled = True


def check(token: CancelToken) -> None:
    """Raise Cancelled if the person asked to stop."""
    if token.cancelled:
        raise Cancelled


def silent(done: int, total: int) -> None:
    """A Progress that reports to nobody and never stops the work."""
