"""The key of a result: a digest of everything that the result depends on, and of nothing else.

key = H(type, version, working scale, parameters, files' digests, models, inputs' keys, re-roll).
Parameters are spelled with their types, so that 1, 1.0 and true differ.

Of a model the key holds which weights they are, and the precision that a person chose: fewer bits
are other weights. What the machine chooses by itself (precision, device, offload, attention) is
recorded with the result instead: a key must be the same before the run, in a window that knows no
device, on another machine, and after a browser took some memory. Device, offload and attention
change a result by rounding only.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from nodes.flat_node import FlatNode
from pipelines.digest import Digest, digest_file, digest_text
from pipelines.models.on_this_machine import identity


def key_all(
    flat: Mapping[str, FlatNode], keys: dict[str, Digest], goals: list[str], scale: float
) -> None:
    """Add to `keys` those of `goals` and of all that they depend on. Known keys are trusted."""
    stack = list(goals)
    while stack:
        path = stack[-1]
        if path in keys:
            stack.pop()
            continue
        node = flat.get(path)
        if node is None:
            keys[path] = digest_text(f"absent {path}")
            continue
        if node.pinned:  # what is made from a pinned result is made from that very result
            keys[path] = Digest(node.pinned)
            continue
        pending = [ref.path for ref in node.sources if ref.path not in keys]
        if pending:
            stack += pending
            continue
        stack.pop()
        keys[path] = node_key(node, keys, scale)


def node_key(node: FlatNode, keys: Mapping[str, Digest], scale: float) -> Digest:
    """The key of one node whose inputs have theirs."""
    spec = node.spec
    if spec is None:
        return digest_text(f"unknown {node.path}")
    parts = [spec.id, str(spec.version), "" if scale == 1.0 else repr(scale), *own_parts(node)]
    for socket, refs in node.inputs:
        fed = ",".join([f"{keys[ref.path]}.{ref.output}" for ref in refs])
        parts.append(f"{socket.name}<{fed}")
    return digest_text("|".join(parts))


def own_parts(node: FlatNode) -> list[str]:
    """What a node brings to the key of what it makes: parameters, files, models and re-roll."""
    parts = [node.canonical]
    if node.files:
        parts += [f"{name}:{content_key(path)}" for name, path in sorted(node.files.items())]
    if node.models:
        parts += [f"model {name}:{made_of}" for name, made_of in model_keys(node).items()]
    if node.reroll:
        parts.append(f"reroll {node.reroll}")
    return parts


def model_keys(node: FlatNode) -> dict[str, str]:
    """What each model of a node is made of, by id, and what it is to count with."""
    return {model: f"{identity(model)} {node.precision}".rstrip() for model in node.models}


def content_key(path: Path) -> str:
    """A digest of what a file holds, or of the files of a numbered run that it stands for."""
    try:
        if path.is_dir():
            return digest_text("|".join(_entry(entry) for entry in sorted(path.iterdir())))
        if "%" in path.name:
            return content_key(path.parent)
        return digest_file(path)
    except OSError:
        return f"unreadable {path}"


def _entry(path: Path) -> str:
    return f"{path.name}:{digest_file(path)}" if path.is_file() else path.name
