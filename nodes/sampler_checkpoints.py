"""How far a generation is, kept in the store: what is stopped or killed goes on from there."""

from __future__ import annotations

from time import perf_counter

import msgspec

from nodes.store import StoredValue
from nodes.work import Work
from pipelines.digest import digest_text
from pipelines.vace.sampler_state import SamplerState
from pipelines.vace.sampling import Sampling

_KIND = "sampler"


class SamplerCheckpoints:
    """The states of one generation of one node's work; every seed has its own."""

    def __init__(self, work: Work, sampling: Sampling) -> None:
        self._work = work
        self._name = f"{_KIND}_{digest_text(repr(sampling))}"
        self._steps = sampling.taken
        self._at = perf_counter()

    def kept(self) -> SamplerState | None:
        """The newest that is there and whole."""
        for done in range(self._steps, 0, -1):
            stored = self._work.checkpoint(self._named(done))
            if stored is None or stored.kind != _KIND:
                continue
            try:
                return SamplerState.read(stored.meta, stored.arrays)
            except msgspec.DecodeError:
                continue
        return None

    def keep(self, state: SamplerState) -> None:
        """Written at once, so that it outlives the process."""
        now = perf_counter()
        value = StoredValue(_KIND, state.meta, dict(state.arrays))
        self._work.save_checkpoint(self._named(state.done), value, now - self._at)
        self._at = now

    def _named(self, done: int) -> str:
        return f"{self._name}_{done}"
