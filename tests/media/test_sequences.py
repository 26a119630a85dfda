"""Numbered pictures become a clip, in the order of their numbers, and gaps are said."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from pipelines.errors import (
    MismatchError,
    MissingFileError,
    UnreadableFileError,
    UntrustedError,
)
from pipelines.frames import read
from pipelines.media.pictures import write_picture
from pipelines.media.sequences import open_sequence
from pipelines.values import Image


def write_run(folder: Path, numbers: list[int], name: str = "frame_{:04d}.png") -> None:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        write_picture(
            folder / name.format(number), Image(np.full((6, 8, 3), number % 250, np.uint8))
        )


def shades(path: Path | str) -> list[int]:
    clip = open_sequence(path).clip
    return [int(read(clip.frames, index).pixels[0, 0, 0]) for index in range(len(clip))]


def test_a_folder_a_pattern_or_one_file_names_the_same_run(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2, 3, 4])
    for path in (".", "frame_%04d.png", "frame_####.png", "frame_0003.png"):
        assert shades(tmp_path / path) == [1, 2, 3, 4]


def test_numbers_without_zeros_are_in_order(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2, 10, 9, 100], "f{}.png")
    assert shades(tmp_path) == [1, 2, 9, 10, 100]


def test_gaps_are_said_and_close_up(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2, 5, 9])
    clip, notes = open_sequence(tmp_path, fps=Fraction(12))
    assert (len(clip), clip.format.fps) == (4, 12)
    assert notes == ("5 numbers are missing (3-4, 6-8); the frames close up.",)


def test_the_longest_run_of_a_folder_is_used_and_said(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2, 3])
    write_run(tmp_path, [7, 8], "other_{:02d}.png")
    assert shades(tmp_path) == [1, 2, 3]
    assert any("2 runs" in note for note in open_sequence(tmp_path).notes)
    assert shades(tmp_path / "other_07.png") == [7, 8]


def test_keys_follow_the_content(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 251, 2])
    frames = open_sequence(tmp_path).clip.frames
    assert frames.key(0) == frames.key(2)
    assert frames.key(0) != frames.key(1)


def test_a_picture_that_changes_after_loading_is_refused(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2])
    frames = open_sequence(tmp_path).clip.frames
    frames.key(0)
    write_picture(tmp_path / "frame_0001.png", Image(np.full((6, 8, 3), 99, np.uint8)))
    with pytest.raises(UnreadableFileError, match="changed"):
        frames.make(0, ())
    (tmp_path / "frame_0001.png").unlink()
    with pytest.raises(MissingFileError):
        frames.make(0, ())


def test_alpha_and_depth_of_any_picture_are_given_to_all(tmp_path: Path) -> None:
    write_run(tmp_path, [1])
    deep = Image(np.full((6, 8, 4), 1000, np.uint16))
    write_picture(tmp_path / "frame_0002.png", deep, bits=16)
    clip, notes = open_sequence(tmp_path)
    assert (clip.format.channels, clip.format.bits) == (4, 16)
    assert read(clip.frames, 0).pixels[0, 0].tolist() == [257, 257, 257, 65535]
    assert read(clip.frames, 1).pixels[0, 0].tolist() == [1000] * 4
    assert notes


def test_another_size_names_the_file(tmp_path: Path) -> None:
    write_run(tmp_path, [1, 2])
    write_picture(tmp_path / "frame_0003.png", Image(np.zeros((7, 8, 3), np.uint8)))
    with pytest.raises(MismatchError, match=r"frame_0003\.png"):
        open_sequence(tmp_path)


def test_what_is_not_a_sequence_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("1")
    for path in (tmp_path, tmp_path / "gone_%03d.png", tmp_path / "gone", tmp_path / "a1.png"):
        with pytest.raises(MissingFileError):
            open_sequence(path)
    with pytest.raises(UntrustedError):
        open_sequence("http://127.0.0.1/frame_%04d.png")
    write_run(tmp_path, [1, 2])
    (tmp_path / "frame_0002.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UnreadableFileError, match=r"frame_0002\.png"):
        open_sequence(tmp_path)
