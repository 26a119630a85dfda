"""How far a generation is: all that its sampler holds, so that it goes on from there bit by bit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from numpy.typing import NDArray

from pipelines.vace.tensor_bytes import Raw, Told, raw, tensor_of, told

_HELD = ("model_outputs", "timestep_list", "last_sample", "lower_order_nums", "this_order")
"""What the schedulers of several steps remember of those before; others have none of it."""
_LATENTS = "latents"
_RANDOM = "random"


class _Said(msgspec.Struct, frozen=True):
    """What is said beside the tensors."""

    done: int
    steps: int
    tensors: Mapping[str, Told]
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SamplerState:
    """A generation after `done` of `steps` steps. `meta` and `arrays` are what is stored."""

    done: int
    steps: int
    meta: bytes
    arrays: Mapping[str, Raw]

    @classmethod
    def read(cls, meta: bytes, arrays: Mapping[str, NDArray[Any]]) -> SamplerState:
        """What was stored. Raises msgspec.DecodeError."""
        said = msgspec.json.decode(meta, type=_Said)
        return cls(said.done, said.steps, meta, arrays)


def state_of(scheduler: Any, latents: Any, random: Any, done: int, steps: int) -> SamplerState:
    """What a sampler holds after `done` steps, copied."""
    tensors: dict[str, Any] = {_LATENTS: latents, _RANDOM: random.get_state()}
    counts: dict[str, int] = {}
    for name in _HELD:
        held = getattr(scheduler, name, None)
        if isinstance(held, int):
            counts[name] = held
        elif isinstance(held, list):
            tensors |= {f"{name}.{at}": one for at, one in enumerate(held) if one is not None}
        elif held is not None:
            tensors[name] = held
    kept = {name: told(one) for name, one in tensors.items()}
    meta = msgspec.json.encode(_Said(done, steps, kept, counts), order="deterministic")
    return SamplerState(done, steps, meta, {name: raw(one) for name, one in tensors.items()})


def put_back(state: SamplerState, scheduler: Any, device: Any) -> None:
    """A scheduler, whose steps are set, as it was."""
    said = msgspec.json.decode(state.meta, type=_Said)
    scheduler._step_index = state.done
    for name, count in said.counts.items():
        setattr(scheduler, name, count)
    for name in said.tensors:
        held, _, place = name.partition(".")
        if held not in _HELD:
            continue
        if place:
            getattr(scheduler, held)[int(place)] = _tensor(state, said, name, device)
        else:
            setattr(scheduler, held, _tensor(state, said, name, device))


def latents_of(state: SamplerState, device: Any) -> Any:
    """What was denoised so far."""
    return _tensor(state, msgspec.json.decode(state.meta, type=_Said), _LATENTS, device)


def turned_back(state: SamplerState, random: Any) -> None:
    """A generator of random numbers as it was."""
    said = msgspec.json.decode(state.meta, type=_Said)
    random.set_state(_tensor(state, said, _RANDOM, "cpu"))


def _tensor(state: SamplerState, said: _Said, name: str, device: Any) -> Any:
    return tensor_of(said.tensors[name], state.arrays[name], device)
