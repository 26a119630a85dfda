"""A `.loom` file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

import nodes.loom.directory as directory
import nodes.loom.writer as writer
from nodes.loom import (
    LoomReader,
    MissingPieceError,
    write_loom,
)
from pipelines.errors import OutputError
from pipelines.painting.tiles import MemoryTiles, MissingTileError
from pipelines.panels import Layer, Tile
from tests.loom.conftest import PROJECT, painted, read_all


@contextmanager
def full_disk(at: int) -> Generator[None]:
    """No file of this process can grow over `at` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (at, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_saved_is_read_again(saved: Path, tiles: MemoryTiles) -> None:
    layer = painted(tiles, 1, 2, 3)
    with LoomReader(saved) as reader:
        assert reader.project == PROJECT
        assert reader.preview == b"png"
        assert len(reader.packs) == 2
        assert set(reader.digests()) == {tile.digest for tile in layer.tiles}
        for tile in layer.tiles:
            pixels = reader.read(tile.digest)
            assert np.array_equal(pixels, tiles.read(tile.digest))
            assert not pixels.flags.writeable


def test_any_zip_program_can_look_inside(saved: Path) -> None:
    with zipfile.ZipFile(saved) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[:3] == ["mimetype", "project.json", "preview.png"]
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_a_project_without_drawings_and_preview_is_saved(
    tmp_path: Path, tiles: MemoryTiles
) -> None:
    write_loom(tmp_path / "new.loom", PROJECT, [Layer(id="empty")], tiles)
    with LoomReader(tmp_path / "new.loom") as reader:
        assert (reader.project, reader.preview, reader.packs) == (PROJECT, None, ())


def test_equal_layers_share_a_pack(tmp_path: Path, tiles: MemoryTiles) -> None:
    layers = [painted(tiles, 1, 2, name="a"), painted(tiles, 2, 1, name="b")]
    write_loom(tmp_path / "film.loom", PROJECT, layers, tiles)
    with LoomReader(tmp_path / "film.loom") as reader:
        assert len(reader.packs) == 1


def test_an_unchanged_layer_is_copied_from_the_previous_file(
    saved: Path, tiles: MemoryTiles
) -> None:
    kept, changed = painted(tiles, 1, 2), painted(tiles, 9)
    fresh = MemoryTiles()
    painted(fresh, 9)  # has no tile of the unchanged layer
    write_loom(saved, PROJECT, [kept, changed], fresh, previous=saved)
    with LoomReader(saved) as reader:
        for tile in (*kept.tiles, *changed.tiles):
            assert np.array_equal(reader.read(tile.digest), tiles.read(tile.digest))


def test_a_pack_that_is_damaged_in_the_previous_file_is_written_anew(
    saved: Path, tiles: MemoryTiles
) -> None:
    with zipfile.ZipFile(saved) as archive:
        last = archive.infolist()[-1]
    content = bytearray(saved.read_bytes())
    content[last.header_offset + 120 + len(last.filename)] ^= 1
    saved.write_bytes(content)
    layers = [painted(tiles, 1, 2), painted(tiles, 2, 3)]
    write_loom(saved, PROJECT, layers, tiles, previous=saved)
    read_all(saved)


def test_three_backups_are_kept(tmp_path: Path, tiles: MemoryTiles) -> None:
    path = tmp_path / "film.loom"
    for number in range(6):
        write_loom(path, str(number).encode(), [], tiles, previous=path)
    names = ["film.loom", "film.loom.bak1", "film.loom.bak2", "film.loom.bak3"]
    assert sorted(file.name for file in tmp_path.iterdir()) == names
    texts: list[bytes] = []
    for name in names:
        with LoomReader(tmp_path / name) as reader:
            texts.append(reader.project)
    assert texts == [b"5", b"4", b"3", b"2"]


def test_saving_through_a_link_changes_the_file_that_it_names(
    saved: Path, tiles: MemoryTiles
) -> None:
    link = saved.with_name("link.loom")
    link.symlink_to(saved)
    write_loom(link, b"2", [], tiles)
    assert link.is_symlink()
    with LoomReader(saved) as reader:
        assert reader.project == b"2"


def test_a_full_disk_leaves_the_old_file_and_nothing_else(saved: Path, tiles: MemoryTiles) -> None:
    before = saved.read_bytes()
    noise = np.random.default_rng(1).integers(0, 256, (256, 256, 4), np.uint8)
    layer = Layer(id="noise", tiles=(Tile(0, 0, tiles.put(noise)),))
    with full_disk(100_000), pytest.raises(OutputError, match=r"no room left.*untouched"):
        write_loom(saved, PROJECT, [layer], tiles)
    assert saved.read_bytes() == before
    assert [file.name for file in saved.parent.iterdir()] == ["film.loom"]


def test_too_little_free_space_is_told_before_anything_is_written(
    saved: Path, tiles: MemoryTiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nearly_full(_: Path) -> SimpleNamespace:
        return SimpleNamespace(free=10)

    monkeypatch.setattr(writer.shutil, "disk_usage", nearly_full)
    with pytest.raises(OutputError, match="no room left"):
        write_loom(saved, PROJECT, [], tiles)


def test_a_folder_that_is_not_there_is_told_with_words(tmp_path: Path, tiles: MemoryTiles) -> None:
    with pytest.raises(OutputError, match="not saved"):
        write_loom(tmp_path / "gone" / "film.loom", PROJECT, [], tiles)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission_is_told_with_words(saved: Path, tiles: MemoryTiles) -> None:
    saved.parent.chmod(0o500)
    with pytest.raises(OutputError, match="permission"):
        write_loom(saved, PROJECT, [], tiles)
    saved.parent.chmod(0o700)


def test_a_tile_that_is_missing_leaves_the_old_file(saved: Path, tiles: MemoryTiles) -> None:
    before = saved.read_bytes()
    for digest in ("0" * 40, "no digest"):
        with pytest.raises(MissingTileError):
            write_loom(saved, PROJECT, [Layer(id="x", tiles=(Tile(0, 0, digest),))], tiles)
    assert saved.read_bytes() == before


def test_a_file_over_a_limit_is_not_saved(
    saved: Path, tiles: MemoryTiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = saved.read_bytes()
    monkeypatch.setattr(directory, "MOST_ENTRIES", 3)
    with pytest.raises(OutputError, match="would not open again"):
        write_loom(saved, PROJECT, [painted(tiles, 1), painted(tiles, 2)], tiles)
    assert saved.read_bytes() == before


def test_a_tile_that_is_not_in_the_file_is_told(saved: Path) -> None:
    with LoomReader(saved) as reader, pytest.raises(MissingPieceError):
        reader.read("0" * 40)
