"""Decoding a project's JSON within limits. What it means is read elsewhere."""

from __future__ import annotations

import re

import msgspec

from nodes.loom.refusals import DamagedLoomError, OversizedLoomError

MOST_DEPTH = 64
MOST_BYTES = 64 << 20
_MOST_CONTAINERS = 2_000_000
# An unclosed string runs to the end, so that no byte is looked at twice.
_TOKEN = re.compile(rb'("[^"\\]*(?:\\.[^"\\]*)*"?)(\s*:)?|([\[{])|([\]}])', re.DOTALL)
_KEY, _COLON, _OPEN, _CLOSE = 1, 2, 3, 4


def decode_project_json(data: bytes) -> dict[str, object]:
    """The object that a project's JSON holds.

    Raises OversizedLoomError over 64 MB, 64 levels or 2 million lists and objects, and
    DamagedLoomError where it is not JSON, holds NaN or the same name twice, or is no object.
    """
    if len(data) > MOST_BYTES:
        raise OversizedLoomError(f"its text is over {MOST_BYTES >> 20} MB")
    _check_shape(data)
    try:
        decoded = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise DamagedLoomError(f"its text cannot be read ({error})") from error
    if not isinstance(decoded, dict):
        raise DamagedLoomError("its text is not an object")
    return decoded


def _check_shape(data: bytes) -> None:
    """Depth, number of containers and repeated names, found without recursion."""
    names: list[set[bytes]] = []
    count = 0
    for token in _TOKEN.finditer(data):
        if token.start(_OPEN) >= 0:
            names.append(set())
            count += 1
            if len(names) > MOST_DEPTH:
                raise OversizedLoomError(f"its text is nested over {MOST_DEPTH} levels deep")
            if count > _MOST_CONTAINERS:
                raise OversizedLoomError(f"its text has over {_MOST_CONTAINERS} lists")
        elif token.start(_CLOSE) >= 0:
            if names:
                names.pop()
        elif token.start(_COLON) >= 0 and names:
            name = _plain(token[_KEY])
            if name in names[-1]:
                raise DamagedLoomError("its text has the same name twice in one place")
            names[-1].add(name)


def _plain(name: bytes) -> bytes:
    """A quoted name without escapes, so that equal names are equal bytes."""
    if b"\\" not in name:
        return name
    try:
        return msgspec.json.encode(msgspec.json.decode(name, type=str))
    except (msgspec.MsgspecError, UnicodeError):
        return name
