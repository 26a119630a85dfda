"""Painted layers and a saved `.loom` file."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pytest

import nodes.loom.directory as directory
from nodes.loom import (
    LoomReader,
    write_loom,
)
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Tile

PROJECT = b'{"format": 1}'


def painted(tiles: MemoryTiles, *levels: int, name: str = "ink") -> Layer:
    """A layer of one tile for each level, side by side."""
    made = [
        Tile(x, 0, tiles.put(np.full((256, 256, 4), level, np.uint8)))
        for x, level in enumerate(levels)
    ]
    return Layer(id=name, tiles=tuple(made))


@pytest.fixture
def tiles() -> MemoryTiles:
    return MemoryTiles()


@pytest.fixture
def saved(tmp_path: Path, tiles: MemoryTiles) -> Path:
    path = tmp_path / "film.loom"
    write_loom(path, PROJECT, [painted(tiles, 1, 2), painted(tiles, 2, 3)], tiles, preview=b"png")
    return path


def read_all(path: Path) -> None:
    """Read whatever a file has to give."""
    with LoomReader(path) as reader:
        _ = reader.project, reader.preview
        for digest in reader.digests():
            reader.read(digest)
        for pack in reader.packs:
            reader.read_pack(pack)


def zipped(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (("mimetype", directory.MIMETYPE), *entries):
            archive.writestr(name, content)
    return path
