"""The weights that ship with the program: where they lie, what they are called, how they are read.

A file of weights holds the averaged weights of a training as FP16, and in its notes the network
that they fit and what became of the training.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from pipelines.digest import Digest, digest_file
from pipelines.errors import UnreadableFileError

VERSION = 1
"""Raised with every other file of weights: it is in the key of what they made."""
DIGEST = "47b7cc9d3fb52f1ec4bf66fbd200ea0b3a6d9266"
"""Of the file that ships with this version."""
MOST_BYTES = 20 << 20
_FILE = "refiner/refiner.safetensors"


def shipped() -> Path:
    """The file of weights that ships."""
    return Path(str(resources.files("resources"))) / _FILE


def identity(path: Path) -> Digest:
    """What a file of weights is known by."""
    return digest_file(path)


def read(path: Path, *, architecture: int) -> tuple[dict[str, Any], Mapping[str, str]]:
    """The weights by name as torch's FP32, and the notes. Raises UnreadableFileError for a file
    that is not there, is none, or fits another network."""
    try:
        with safe_open(path, "pt") as file:
            notes = file.metadata() or {}
            weights = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError) as error:
        raise UnreadableFileError(
            f"The refiner's weights cannot be read: {path}.", mend="Install the program again."
        ) from error
    if notes.get("architecture") != str(architecture):
        raise UnreadableFileError(
            f"{path.name} holds weights of another network.",
            mend="Train the refiner again with this version of the program.",
        )
    return weights, notes
