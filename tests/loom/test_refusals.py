"""A file that is no project, or a hostile one, is refused with words."""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import zstandard

import nodes.loom.directory as directory
from nodes.loom import (
    DamagedLoomError,
    LoomReader,
    MissingLoomError,
    NotALoomError,
    OversizedLoomError,
    UnsafeLoomError,
)
from nodes.loom.pack import encode_pack, pack_name
from pipelines.digest import digest_array
from pipelines.errors import ProjectError
from tests.loom.conftest import PROJECT, read_all, zipped


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
