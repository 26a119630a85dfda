"""What goes through the pipe between a supervisor and its worker process, as msgpack."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from traceback import format_exception
from typing import Any

import msgspec

from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeStoodIn,
    NodeUsedModel,
    NodeWarned,
    Outcome,
    RunEnded,
)
from nodes.refusals import NodeError
from nodes.used_model import UsedModel
from pipelines.errors import StoryloomError

_MOST_TRACE = 8_000


class Consents(msgspec.Struct, frozen=True):
    """What the person allowed a run outside the project's folder: everything, or these files."""

    everything: bool = False
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()

    def may_read(self, path: Path) -> bool:
        """Whether a file outside the project's folder may be read."""
        return self.everything or str(path) in self.reads

    def may_write(self, path: Path) -> bool:
        """Whether a file outside the project's folder may be written."""
        return self.everything or str(path) in self.writes


class RunRequest(msgspec.Struct, frozen=True, tag=True):
    """Make what `sinks` need (nodes or groups by path; none: the exports, or else all ends)."""

    run: int
    snapshot: bytes
    sinks: tuple[str, ...] = ()
    consents: Consents = Consents()


class FreeModels(msgspec.Struct, frozen=True, tag=True):
    """Let go of the models that are kept warm, or of one. What a run works with goes after it."""

    model: str = ""


class Stop(msgspec.Struct, frozen=True, tag=True):
    """Close the store and end."""


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker is up, and waits for a request."""


class WarmModels(msgspec.Struct, frozen=True, tag=True):
    """What is kept in memory now, used longest ago first; told where it changed."""

    models: tuple[UsedModel, ...] = ()


class CannotServe(msgspec.Struct, frozen=True, tag=True):
    """The worker ends, because it cannot use what it was given."""

    message: str
    mend: str


class Told(msgspec.Struct, frozen=True, tag=True):
    """An event of a run."""

    run: int
    kind: str
    event: msgspec.Raw


class Keyed(msgspec.Struct, frozen=True, tag=True):
    """A run begins: the keys of its sinks and of all that they depend on, by path."""

    run: int
    keys: Mapping[str, str]


class Ended(msgspec.Struct, frozen=True, tag=True):
    """A run is over and its results are in the store.

    `keys` are those of the sinks that have a result; `files` were written by them, or are as they
    were written before; `message` and `mend` are why it could not
    even begin.
    """

    run: int
    outcome: Outcome
    seconds: float = 0.0
    keys: Mapping[str, str] = {}
    files: tuple[str, ...] = ()
    message: str = ""
    mend: str = ""


class RemoteNodeError(NodeError):
    """What another process told of a NodeError: its words, and where in the code it was raised
    if nobody foresaw it (`trace`)."""

    def __init__(
        self,
        node: str,
        frame: int | None,
        message: str,
        mend: str,
        *,
        reason: str = "",
        trace: str = "",
    ) -> None:
        StoryloomError.__init__(self, message, mend=mend)
        self.node = node
        self.frame = frame
        self.reason = reason
        self.trace = trace


class _FlatError(msgspec.Struct, frozen=True, array_like=True):
    node: str
    frame: int | None
    message: str
    mend: str
    reason: str = ""
    trace: str = ""


_TOLD = (
    NodeStarted,
    NodeProgressed,
    NodeWarned,
    NodeUsedModel,
    NodeStoodIn,
    NodeFinished,
    NodeFailed,
    NodeBlocked,
    RunEnded,
)


def told(run: int, event: Event) -> Told:
    """An event as a message. Previews do not come this way."""
    return Told(run, type(event).__name__, msgspec.Raw(_EVENTS.encode(event)))


def event_of(message: Told) -> Event:
    """The event that was told."""
    return _DECODERS[message.kind].decode(message.event)


def encode(message: Request | Answer) -> bytes:
    """A message as bytes."""
    return _EVENTS.encode(message)


def decode_request(message: bytes) -> Request:
    """What a supervisor asked."""
    return _REQUESTS.decode(message)


def decode_answer(message: bytes) -> Answer:
    """What a worker answered."""
    return _ANSWERS.decode(message)


def _flattened(value: Any) -> Any:
    if isinstance(value, NodeError):
        where, words = (value.node, value.frame), (value.message, value.mend, value.reason)
        return _FlatError(*where, *words, _trace(value))
    raise NotImplementedError(type(value))


def _raised(kind: type, value: Any) -> Any:
    if kind is NodeError:
        flat = msgspec.convert(value, _FlatError)
        words = (flat.message, flat.mend)
        return RemoteNodeError(flat.node, flat.frame, *words, reason=flat.reason, trace=flat.trace)
    raise NotImplementedError(kind)


def _trace(error: NodeError) -> str:
    """The traceback of a mistake; what was refused in words needs none."""
    cause = error.__cause__
    if cause is None or isinstance(cause, StoryloomError):
        return ""
    return "".join(format_exception(cause))[-_MOST_TRACE:]


Request = RunRequest | FreeModels | Stop
Answer = Ready | CannotServe | Keyed | Told | Ended | WarmModels
_EVENTS = msgspec.msgpack.Encoder(enc_hook=_flattened)
_DECODERS: Mapping[str, msgspec.msgpack.Decoder[Any]] = {
    kind.__name__: msgspec.msgpack.Decoder(kind, dec_hook=_raised) for kind in _TOLD
}
_REQUESTS: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
_ANSWERS: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
