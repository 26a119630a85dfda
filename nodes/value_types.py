"""How a value is named, coloured and stored. The kinds themselves stand in nodes/values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from nodes.store import ResultStore, StoredValue
from pipelines.digest import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueType:
    """A kind of value that travels on wires.

    `python` are the annotations that mean it. `lifted` names the value that holds one of these for
    each frame. `encode` and `decode` are the store's codec; `decode` answers None when something
    the value refers to is gone. `digest` names the content of a value in memory, None where there
    is nothing that could be changed in place. `nbytes` is what it holds in memory. `rescale` brings
    a source's value to the working scale. `valid` says whether a kept value still holds.
    """

    name: str
    python: tuple[Any, ...]
    colour: str
    encode: Callable[[Any], StoredValue | None]
    decode: Callable[[StoredValue, ResultStore], Any | None]
    lifted: str = ""
    digest: Callable[[Any], Digest | None] = lambda value: None
    nbytes: Callable[[Any], int] = lambda value: 64
    rescale: Callable[[Any, float], Any] | None = None
    valid: Callable[[Any], bool] = lambda value: True
