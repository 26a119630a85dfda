"""Random weights say so in their own files, so that they are known wherever they are put.

The word stands among a safetensors file's own remarks, "__metadata__" of its header.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pipelines.media.outputs import replace, temporary_beside
from pipelines.models.checking import safetensors_header
from pipelines.models.places import Held

_REMARKS = "__metadata__"
_WORD = ("storyloom", "random weights")
_MOST_BYTES = 16 << 20
"""Larger files are not looked into: none of ours is, and a list of models must not take long."""


def is_noise(files: Iterable[Held]) -> bool:
    """Whether any of these files says that its weights are random."""
    return any(
        held.path.suffix == ".safetensors" and held.size <= _MOST_BYTES and _says_so(held.path)
        for held in files
    )


def mark(path: Path) -> None:
    """Write the word into a safetensors file, which keeps all else."""
    content = path.read_bytes()
    with path.open("rb") as file:
        header = safetensors_header(file)
        start = file.tell()
    header[_REMARKS] = {**header.get(_REMARKS, {}), _WORD[0]: _WORD[1]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    with temporary_beside(path) as temporary:
        temporary.write_bytes(len(text).to_bytes(8, "little") + text + content[start:])
        replace(temporary, path)


def _says_so(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            remarks = safetensors_header(file).get(_REMARKS, {})
    except (OSError, ValueError):
        return False
    return isinstance(remarks, dict) and remarks.get(_WORD[0]) == _WORD[1]
