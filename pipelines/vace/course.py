"""How far a generation is, and who keeps that."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, Protocol

from pipelines.errors import Cancelled
from pipelines.vace.sampler_state import SamplerState, state_of

KEPT_EVERY = 5
"""Steps between two states that are kept: at 832x480x81 one takes about 35 MB."""


class Keeper(Protocol):
    """Who keeps how far a generation is, so that it can go on from there."""

    def kept(self) -> SamplerState | None:
        """The newest that was kept of this very generation."""

    def keep(self, state: SamplerState) -> None:
        """Keep a state."""


class Course:
    """The steps of one generation. The last state, before the film is decoded, is kept always."""

    def __init__(
        self,
        scheduler: Any,
        random: Any,
        keeper: Keeper | None,
        steps: int,
        resumed: SamplerState | None,
    ) -> None:
        self._scheduler = scheduler
        self._random = random
        self._keeper = keeper
        self._latents: Any = None
        self._kept = resumed.done if resumed is not None else 0
        self.done = self._kept
        self.steps = steps

    def went_on(self, latents: Any) -> None:
        """A step is made, and led to these latents."""
        self.done += 1
        self._latents = latents
        if self.done % KEPT_EVERY == 0 or self.done == self.steps:
            self._keep()

    @contextmanager
    def kept_if_stopped(self) -> Generator[None]:
        """Keeps the last step that was made where the block is stopped by a person."""
        try:
            yield
        except Cancelled:
            self._keep()
            raise

    def _keep(self) -> None:
        if self._keeper is None or self.done == self._kept:
            return
        state = state_of(self._scheduler, self._latents, self._random, self.done, self.steps)
        self._keeper.keep(state)
        self._kept = self.done
