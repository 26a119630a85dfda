"""Why a node ran again: what its key is made of, compared with the last time that it ran.

Knows no words: whoever shows a reason says it in the person's language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from nodes.keys import content_key, model_keys
from nodes.snapshot import Snapshot
from pipelines.digest import Digest, digest_text

_MOST_WORDS = 60
"""A value that is spelled longer than this is kept as a digest."""


class Fed(msgspec.Struct, frozen=True, array_like=True):
    """An output that feeds a socket, and the key of what it gave."""

    path: str
    output: str
    key: str


class KeyParts(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a key is made of. `parameters` are spelled as JSON, long ones as digests, those of the
    items of a list under "name/3".
    """

    type: str = ""
    version: int = 1
    scale: float = 1.0
    reroll: int = 0
    parameters: Mapping[str, str] = {}
    files: Mapping[str, str] = {}
    inputs: Mapping[str, tuple[Fed, ...]] = {}
    models: Mapping[str, str] = {}


class Cause(StrEnum):
    """What kind of thing was different."""

    FIRST = "first"
    LOST = "lost"
    PARAMETER = "parameter"
    ITEM = "item"
    FILE = "file"
    MODEL = "model"
    WIRE = "wire"
    TYPE = "type"
    SCALE = "scale"
    REROLL = "reroll"
    UNKNOWN = "unknown"


class Reason(NamedTuple):
    """One difference: at which node, of which parameter or socket, and, where they can be read,
    the two values as JSON. `item` counts from 1."""

    cause: Cause
    path: str
    name: str = ""
    before: str = ""
    after: str = ""
    item: int = 0


def parts_of(snapshot: Snapshot, path: str, keys: Mapping[str, Digest]) -> KeyParts:
    """What the key of a node is made of; `keys` are those of the snapshot's nodes."""
    node = snapshot.flat[path]
    parameters: dict[str, str] = {}
    for name, value in node.parameters.items():
        spec = node.spec.parameters[name] if node.spec is not None else None
        if spec is None or not spec.keyed:
            continue
        spelled = spec.spelled(value).partition("=")[2]
        if len(spelled) > _MOST_WORDS and isinstance(value, (tuple, list)):
            items: Iterable[object] = value
            for place, item in enumerate(items, 1):
                one = msgspec.json.encode(item, order="deterministic").decode()
                parameters[f"{name}/{place}"] = _short(one)
        else:
            parameters[name] = _short(spelled)
    inputs = {
        socket.name: tuple(Fed(ref.path, ref.output, keys[ref.path]) for ref in refs)
        for socket, refs in node.inputs
    }
    return KeyParts(
        node.spec.id if node.spec is not None else "",
        node.spec.version if node.spec is not None else 0,
        snapshot.scale,
        node.reroll,
        parameters,
        {name: content_key(file) for name, file in node.files.items()},
        inputs,
        model_keys(node),
    )


def own_reasons(path: str, before: KeyParts, after: KeyParts) -> list[Reason]:
    """What was different at the node itself, inputs apart."""
    if (before.type, before.version) != (after.type, after.version):
        old, new = f"{before.type} {before.version}", f"{after.type} {after.version}"
        return [Reason(Cause.TYPE, path, before=old, after=new)]
    found: list[Reason] = []
    if before.scale != after.scale:
        found.append(Reason(Cause.SCALE, path, before=str(before.scale), after=str(after.scale)))
    scaled = before.scale != after.scale
    for name in dict.fromkeys((*before.parameters, *after.parameters)):
        old, new = before.parameters.get(name, ""), after.parameters.get(name, "")
        if old == new or scaled:
            continue
        parameter, _, item = name.partition("/")
        if item:
            found.append(Reason(Cause.ITEM, path, parameter, item=int(item)))
        else:
            shown = ("", "") if "#" in (old[:1], new[:1]) else (old, new)
            found.append(Reason(Cause.PARAMETER, path, parameter, *shown))
    found += [
        Reason(Cause.FILE, path, name.partition(" ")[0])
        for name in dict.fromkeys((*before.files, *after.files))
        if before.files.get(name) != after.files.get(name)
    ]
    found += [
        Reason(Cause.MODEL, path, name)
        for name in dict.fromkeys((*before.models, *after.models))
        if before.models.get(name) != after.models.get(name)
    ]
    if before.reroll != after.reroll:
        found.append(Reason(Cause.REROLL, path))
    return found


def reasons(path: str, before: str, after: str, known: Mapping[str, KeyParts]) -> list[Reason]:
    """Why a node ran again whose key was `before` and is `after`: its own differences first, then
    those upstream, each told once. `known` holds parts by key, as far as anybody noted them.
    """
    if not before:
        return [Reason(Cause.FIRST, path)]
    if before == after:
        return [Reason(Cause.LOST, path)]
    found: list[Reason] = []
    seen, waiting = {path}, [(path, before, after)]
    for current, old_key, new_key in waiting:
        old, new = known.get(old_key), known.get(new_key)
        if old is None or new is None:
            found.append(Reason(Cause.UNKNOWN, current))
            continue
        found += own_reasons(current, old, new)
        for socket in dict.fromkeys((*old.inputs, *new.inputs)):
            fed, feeds = old.inputs.get(socket, ()), new.inputs.get(socket, ())
            if _wires(fed) != _wires(feeds):
                found.append(Reason(Cause.WIRE, current, socket))
                continue
            for one, other in zip(fed, feeds, strict=True):
                if one.key != other.key and one.path not in seen:
                    seen.add(one.path)
                    waiting.append((one.path, one.key, other.key))
    return found or [Reason(Cause.UNKNOWN, path)]


def _wires(fed: tuple[Fed, ...]) -> list[tuple[str, str]]:
    return [(one.path, one.output) for one in fed]


def _short(spelled: str) -> str:
    return spelled if len(spelled) <= _MOST_WORDS else f"#{digest_text(spelled)}"
