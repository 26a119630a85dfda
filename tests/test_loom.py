"""A `.loom` file is written whole or not at all, and a hostile one is refused with words."""

from __future__ import annotations

import os
import resource
import signal
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from types import SimpleNamespace

import numpy as np
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

import nodes.loom.directory as directory
import nodes.loom.writer as writer
from nodes.loom import (
    DamagedLoomError,
    LoomReader,
    MissingLoomError,
    MissingPieceError,
    NotALoomError,
    OversizedLoomError,
    UnsafeLoomError,
    write_loom,
)
from nodes.loom.pack import encode_pack, pack_name
from pipelines.digest import digest_array
from pipelines.errors import OutputError, ProjectError
from pipelines.painting.tiles import MemoryTiles, MissingTileError
from pipelines.panels import Layer, Tile

ROOT = Path(__file__).parents[1]
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


def test_a_missing_file_a_folder_and_an_empty_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(MissingLoomError):
        LoomReader(tmp_path / "gone.loom")
    with pytest.raises(NotALoomError, match="folder"):
        LoomReader(tmp_path)
    (tmp_path / "empty.loom").touch()
    with pytest.raises(DamagedLoomError, match="empty"):
        LoomReader(tmp_path / "empty.loom")


def test_a_special_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.loom")
    with pytest.raises(NotALoomError):
        LoomReader(tmp_path / "pipe.loom")


@pytest.mark.parametrize("content", [b"\x89PNG....", b"PK\x05\x06" + b"\0" * 18, b"{}", b"P"])
def test_files_of_other_kinds_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.loom"
    path.write_bytes(content)
    with pytest.raises(NotALoomError):
        LoomReader(path)


def test_another_kind_of_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "text.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises((NotALoomError, UnsafeLoomError)):
        LoomReader(tmp_path / "text.odt")


@pytest.mark.parametrize(
    "name",
    [
        "../../evil",
        "/etc/x",
        "tiles/../project.json",
        "PROJECT.JSON",
        "tiles\\" + "0" * 40 + ".pack",
        "tiles/" + "0" * 39 + "A.pack",
        "C:/x",
        "project.json\0.pack",
        "tiles/",
        "preview.jpg",
    ],
)
def test_names_that_a_project_never_has_are_refused(tmp_path: Path, name: str) -> None:
    hostile = zipfile.ZipInfo("x")
    hostile.filename = name
    path = zipped(tmp_path / "y.loom", ("project.json", PROJECT), (hostile, b"evil"))
    with pytest.raises((UnsafeLoomError, DamagedLoomError)):
        LoomReader(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_stands_twice_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.loom", ("project.json", PROJECT), ("project.json", b"{}"))
    with pytest.raises(UnsafeLoomError, match="same name"):
        LoomReader(path)


def test_a_compressed_entry_and_a_bomb_are_refused_unread(tmp_path: Path) -> None:
    bomb = zipfile.ZipInfo("project.json")
    bomb.compress_type = zipfile.ZIP_DEFLATED
    path = zipped(tmp_path / "x.loom", (bomb, b"\0" * 5_000_000))
    assert path.stat().st_size < 10_000
    with pytest.raises(UnsafeLoomError, match="compressed"):
        LoomReader(path)


def test_a_link_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("preview.png")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "x.loom", ("project.json", PROJECT), (link, b"/etc/passwd"))
    with pytest.raises(UnsafeLoomError, match="link"):
        LoomReader(path)


@pytest.mark.parametrize(
    ("limit", "value"), [("MOST_ENTRIES", 2), ("MOST_ENTRY_BYTES", 40), ("MOST_BYTES", 60)]
)
def test_every_limit_is_checked_on_opening(
    saved: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int
) -> None:
    monkeypatch.setattr(directory, limit, value)
    with pytest.raises(OversizedLoomError):
        LoomReader(saved)


def overlapping(path: Path) -> None:
    """The table of contents names one entry's bytes twice."""
    content = bytearray(path.read_bytes())
    name = b"preview.png"
    at = content.rindex(name) - 4  # its header's offset in the table of contents
    content[at : at + 4] = (0).to_bytes(4, "little")
    path.write_bytes(content)


def with_tile(frame: bytes) -> Callable[[Path], None]:
    """A pack whose only tile is this zstd frame."""

    def write(path: Path) -> None:
        digest = digest_array(np.zeros((256, 256, 4), np.uint8))
        name = f"tiles/{pack_name([digest])}.pack"
        zipped(path, ("project.json", PROJECT), (name, encode_pack([digest], [frame])))

    return write


@pytest.mark.parametrize(
    "write",
    [
        overlapping,
        with_tile(zstandard.compress(bytes(10_000_000))),
        with_tile(zstandard.compress(bytes(100))),
        with_tile(zstandard.compress(b"\1" * 262_144)),
        with_tile(zstandard.compress(bytes(262_144)) + b"more"),
        with_tile(zstandard.ZstdCompressor(write_content_size=False).compress(bytes(262_144))),
        with_tile(b""),
    ],
)
def test_a_forged_file_is_refused(saved: Path, write: Callable[[Path], None]) -> None:
    write(saved)
    with pytest.raises(ProjectError):
        read_all(saved)


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
