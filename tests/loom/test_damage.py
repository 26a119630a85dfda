"""Damage is noticed, and a save that is killed leaves a whole file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodes.loom import (
    DamagedLoomError,
    LoomReader,
    write_loom,
)
from pipelines.errors import ProjectError
from pipelines.painting.tiles import MemoryTiles
from tests.loom.conftest import PROJECT, painted, read_all

ROOT = Path(__file__).parents[2]


def test_one_damaged_pack_leaves_the_others_readable(saved: Path, tiles: MemoryTiles) -> None:
    first, second = painted(tiles, 1, 2), painted(tiles, 3)
    write_loom(saved, PROJECT, [first, second], tiles)
    content = bytearray(saved.read_bytes())
    content[content.index(b"LoomPak1") + 14] ^= 255  # in the index of the first pack
    saved.write_bytes(content)
    with LoomReader(saved) as reader:
        assert reader.read(second.tiles[0].digest)[0, 0, 0] == 3
        with pytest.raises(DamagedLoomError):
            reader.read(first.tiles[0].digest)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("loom") / "film.loom"
    tiles = MemoryTiles()
    write_loom(path, PROJECT, [painted(tiles, 1, 2), painted(tiles, 3)], tiles, preview=b"png")
    return path.read_bytes()


@given(chance=st.randoms(use_true_random=False), cut=st.booleans(), count=st.integers(1, 8))
@settings(max_examples=200, deadline=2000)
def test_damage_anywhere_raises_nothing_but_a_project_error(
    tmp_path_factory: pytest.TempPathFactory, sample: bytes, chance: Random, cut: bool, count: int
) -> None:
    harmed = bytearray(sample)
    for _ in range(count):
        harmed[chance.randrange(len(harmed))] = chance.randrange(256)
    if cut:
        del harmed[chance.randrange(len(harmed)) :]
    path = tmp_path_factory.getbasetemp() / "harmed.loom"
    path.write_bytes(harmed)
    with suppress(ProjectError):
        read_all(path)


def test_any_flipped_bit_is_noticed_or_harmless(tmp_path: Path, sample: bytes) -> None:
    """Nothing that is read of a damaged file differs from what was written."""
    path = tmp_path / "harmed.loom"
    chance = Random(1)
    for at in range(0, len(sample), 7):
        harmed = bytearray(sample)
        harmed[at] ^= 1 << chance.randrange(8)
        path.write_bytes(harmed)
        with suppress(ProjectError), LoomReader(path) as reader:
            assert reader.project == PROJECT
            assert reader.preview in (b"png", None)


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=2000)
def test_noise_is_refused(tmp_path_factory: pytest.TempPathFactory, noise: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "noise.loom"
    path.write_bytes(b"PK\x03\x04" + noise)
    with pytest.raises(ProjectError):
        LoomReader(path)


SAVER = """
import sys
from pathlib import Path
import numpy as np
from nodes.loom import write_loom
from pipelines.painting.tiles import MemoryTiles
from pipelines.panels import Layer, Tile
tiles, path, number = MemoryTiles(), Path(sys.argv[1]), 0
noise = np.random.default_rng(0)
while True:
    number += 1
    drawn = [tiles.put(noise.integers(0, 256, (256, 256, 4), "u1")) for _ in range(2)]
    layers = [Layer(id=d, tiles=(Tile(0, 0, d),)) for d in drawn]
    write_loom(path, b'{"tiles": "%s"}' % " ".join(drawn).encode(), layers, tiles, previous=path)
    print(number, flush=True)
"""


def test_a_kill_during_a_save_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "film.loom"
    chance = Random(3)
    for _ in range(10):
        with subprocess.Popen(
            [sys.executable, "-c", SAVER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            child.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                child.wait(chance.uniform(0, 0.05))
            os.kill(child.pid, signal.SIGKILL)
        for name in ("film.loom", "film.loom.bak1", "film.loom.bak2", "film.loom.bak3"):
            file = tmp_path / name
            if file.exists() or name == "film.loom":
                read_all(file)
