"""A process of its own that plans, fetches or checks models for a window.

It can be killed at any moment: a file lands whole or not at all, and its locks go with it.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from time import monotonic

import msgspec
from msgspec import Struct

from pipelines.errors import StoryloomError
from pipelines.models.fetching import FetchPlan
from pipelines.models.on_this_machine import model_store
from pipelines.models.store import ModelStore

_TELL_SECONDS = 0.1


class HubChoice(Struct, frozen=True):
    """What the person chose about the network. `endpoint` is a mirror, empty for the hub itself."""

    endpoint: str = ""
    offline: bool = False


class Plan(Struct, frozen=True, tag=True):
    """Ask the hub what fetching a model would bring."""

    model: str


class Fetch(Struct, frozen=True, tag=True):
    """Bring what of a model is missing."""

    model: str


class Verify(Struct, frozen=True, tag=True):
    """Look at every byte of a model."""

    model: str


Errand = Plan | Fetch | Verify


class PartPlan(Struct, frozen=True):
    """A part of a model as the hub tells of it now."""

    part: str
    commit: str
    is_pinned: bool
    bytes: int
    bytes_left: int


class Planned(Struct, frozen=True, tag=True):
    """What would be fetched, and the room that there is for it."""

    parts: tuple[PartPlan, ...]
    free: int
    folder: str

    @property
    def bytes(self) -> int:
        """What all parts take."""
        return sum(part.bytes for part in self.parts)

    @property
    def bytes_left(self) -> int:
        """What would be fetched."""
        return sum(part.bytes_left for part in self.parts)


class Progressed(Struct, frozen=True, tag=True):
    """Bytes done of all, or, where what was fetched is looked at now, of the part in hand."""

    done: int
    total: int
    is_checking: bool = False


class Done(Struct, frozen=True, tag=True):
    """The errand is over; `wrong` are the files that a check found damaged."""

    wrong: tuple[str, ...] = ()


class Failed(Struct, frozen=True, tag=True):
    """The errand ended with words for the person."""

    message: str
    mend: str


Tiding = Planned | Progressed | Done | Failed
_DECODER = msgspec.msgpack.Decoder(Tiding)


class Pause(Struct, frozen=True, tag=True):
    """Stand still."""


class Resume(Struct, frozen=True, tag=True):
    """Go on."""


Word = Pause | Resume
_WORDS = msgspec.msgpack.Decoder(Word)


def encode(said: Tiding | Word) -> bytes:
    """As it goes through the pipe."""
    return msgspec.msgpack.encode(said)


def decode(said: bytes) -> Tiding:
    """What a process told."""
    return _DECODER.decode(said)


def run_errand(errand: Errand, choice: HubChoice, connection: Connection) -> None:
    """The entry of the process. It ends when its errand does, or when whoever sent it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for whoever sent it to answer
    try:
        _tell(connection, _done(errand, choice, connection))
    except _ForsakenError:
        os._exit(0)  # threads of the hub's library must not hold it


class _ForsakenError(BaseException):
    """Whoever sent the errand is gone. No handler of the hub's library may swallow it."""


def _done(errand: Errand, choice: HubChoice, connection: Connection) -> Tiding:
    try:
        store = model_store(endpoint=choice.endpoint, offline=choice.offline)
        match errand:
            case Plan(model):
                return _planned(store, store.plan([model]))
            case Fetch(model):
                fetching, checking = _Teller(connection), _Teller(connection, is_checking=True)
                store.fetch(store.plan([model]), fetching, checking)
                return Done()
            case Verify(model):
                return Done(store.verify(model, _Teller(connection)))
    except StoryloomError as error:
        return Failed(error.message, error.mend)


def _planned(store: ModelStore, plans: Mapping[str, FetchPlan]) -> Planned:
    pinned = {name: store.catalogue.parts[name].is_pinned for name in plans}
    parts = tuple(
        PartPlan(name, plan.commit, pinned[name], plan.bytes, plan.bytes_left)
        for name, plan in plans.items()
    )
    there = next(one for one in (store.cache, *store.cache.parents) if one.exists())
    return Planned(parts, shutil.disk_usage(there).free, str(store.cache))


class _Teller:
    """Tells bytes done, ten times a second at most, and stands still while it is told to."""

    def __init__(self, connection: Connection, *, is_checking: bool = False) -> None:
        self._connection = connection
        self._is_checking = is_checking
        self._told_at = 0.0

    def __call__(self, done: int, total: int, /) -> None:
        now = monotonic()
        if done >= total or now - self._told_at >= _TELL_SECONDS:
            self._told_at = now
            _tell(self._connection, Progressed(done, total, self._is_checking))
        stands = False
        try:
            while stands or self._connection.poll():
                stands = isinstance(_WORDS.decode(self._connection.recv_bytes()), Pause)
        except (OSError, EOFError) as error:
            raise _ForsakenError from error


def _tell(connection: Connection, tiding: Tiding) -> None:
    try:
        connection.send_bytes(encode(tiding))
    except OSError as error:
        raise _ForsakenError from error
