"""Pictures are read as they were meant, written whole or not at all, and bad files are refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import NamedTuple

import imageio.v3 as iio
import numpy as np
import PIL.Image
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.conversions import add_alpha, as_image, drop_alpha, gray, to_bits
from pipelines.errors import (
    MismatchError,
    MissingFileError,
    OutputError,
    TooLargeError,
    UnreadableFileError,
    UntrustedError,
)
from pipelines.masks import from_alpha
from pipelines.media.paths import free_name
from pipelines.media.pictures import read_picture, read_picture_facts, write_picture
from pipelines.values import Image, Mask


class Usage(NamedTuple):
    """What shutil.disk_usage answers."""

    total: int
    used: int
    free: int


def full_disk(folder: Path) -> Usage:
    return Usage(10_000, 9_000, 1_000)


def noise(channels: int, bits: int, height: int = 6, width: int = 8) -> Image:
    rng = np.random.default_rng(channels * bits)
    values = rng.integers(0, 1 << bits, (height, width, channels))
    return Image(values.astype(np.uint8) if bits == 8 else values.astype(np.uint16))


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("bits", [8, 16])
def test_a_written_picture_reads_back_bit_for_bit(tmp_path: Path, channels: int, bits: int) -> None:
    image = noise(channels, bits)
    write_picture(tmp_path / "a.png", image, bits=8 if bits == 8 else 16)
    back = read_picture(tmp_path / "a.png")
    assert back.pixels.dtype == image.pixels.dtype
    np.testing.assert_array_equal(back.pixels, image.pixels)
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_palette_gray_and_deep_gray_become_rgb(tmp_path: Path) -> None:
    palette = PIL.Image.new("P", (4, 3), 1)
    palette.putpalette([0, 0, 0, 10, 20, 30])
    palette.save(tmp_path / "p.png")
    palette.save(tmp_path / "clear.png", transparency=1)
    PIL.Image.new("LA", (4, 3), (7, 9)).save(tmp_path / "la.png")
    iio.imwrite(tmp_path / "deep.png", np.full((3, 4), 40000, np.uint16))
    assert read_picture(tmp_path / "p.png").pixels[0, 0].tolist() == [10, 20, 30]
    assert read_picture(tmp_path / "clear.png").pixels[0, 0].tolist() == [10, 20, 30, 0]
    assert read_picture(tmp_path / "la.png").pixels[0, 0].tolist() == [7, 7, 7, 9]
    assert read_picture(tmp_path / "deep.png").pixels[0, 0].tolist() == [40000] * 3


def test_every_exif_orientation_is_turned_upright(tmp_path: Path) -> None:
    corner = np.zeros((8, 16, 3), np.uint8)
    corner[:4, :4] = 255
    upright_corner = {1: (0, 0), 2: (0, 1), 3: (1, 1), 4: (1, 0)}
    upright_corner |= {5: (0, 0), 6: (0, 1), 7: (1, 1), 8: (1, 0)}
    for orientation, (down, right) in upright_corner.items():
        exif = PIL.Image.Exif()
        exif[0x0112] = orientation
        PIL.Image.fromarray(corner).save(tmp_path / "o.png", exif=exif)
        image = read_picture(tmp_path / "o.png")
        facts = read_picture_facts(tmp_path / "o.png")
        assert (image.width, image.height) == ((16, 8) if orientation < 5 else (8, 16))
        assert (facts.width, facts.height) == (image.width, image.height)
        row, column = -2 if down else 1, -2 if right else 1
        assert image.pixels[row, column, 0] == 255, orientation


def test_a_damaged_picture_is_refused_wherever_it_was_cut(tmp_path: Path) -> None:
    write_picture(tmp_path / "whole.png", noise(3, 8, 40, 40))
    whole = (tmp_path / "whole.png").read_bytes()
    cut = tmp_path / "cut.png"
    for length in (1, 8, 20, 33, 60, len(whole) // 2, len(whole) - 16):
        cut.write_bytes(whole[:length])
        with pytest.raises(UnreadableFileError):
            read_picture(cut)


def test_empty_missing_foreign_and_remote_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("not a picture " * 40)
    with pytest.raises(UnreadableFileError, match="empty"):
        read_picture(tmp_path / "empty.png")
    with pytest.raises(UnreadableFileError, match="not a picture"):
        read_picture(tmp_path / "text.png")
    with pytest.raises(UnreadableFileError, match="not a file"):
        read_picture(tmp_path)
    with pytest.raises(MissingFileError):
        read_picture(tmp_path / "gone.png")
    for remote in ("https://example.org/a.png", "file:///a.png", "\\\\host\\a.png", "//host/a"):
        with pytest.raises(UntrustedError):
            read_picture(remote)


def png_chunk(kind: bytes, content: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + check


def test_a_small_file_that_claims_a_huge_picture_is_refused(tmp_path: Path) -> None:
    for width, height in ((20000, 10), (16000, 16000), (2**31 - 1, 2**31 - 1)):
        header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = png_chunk(b"IHDR", header) + png_chunk(b"IDAT", zlib.compress(bytes(64)))
        (tmp_path / "bomb.png").write_bytes(b"\x89PNG\r\n\x1a\n" + chunks)
        with pytest.raises(TooLargeError):
            read_picture(tmp_path / "bomb.png")


def test_a_picture_is_not_written_to_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_picture(tmp_path / "a.png", noise(3, 8))
    before = (tmp_path / "a.png").read_bytes()
    monkeypatch.setattr("shutil.disk_usage", full_disk)
    with pytest.raises(OutputError, match="free"):
        write_picture(tmp_path / "a.png", noise(4, 8))
    assert (tmp_path / "a.png").read_bytes() == before


def test_a_free_name_counts_on(tmp_path: Path) -> None:
    assert free_name(tmp_path / "shot.mp4").name == "shot.mp4"
    for taken in ("shot.mp4", "shot-2.mp4", "take-12.png"):
        (tmp_path / taken).touch()
    assert free_name(tmp_path / "shot.mp4").name == "shot-3.mp4"
    assert free_name(tmp_path / "shot-2.mp4").name == "shot-3.mp4"
    assert free_name(tmp_path / "take-12.png").name == "take-13.png"


def test_depth_changes_round_to_nearest_and_come_back_exactly() -> None:
    ramp = np.arange(256, dtype=np.uint8).reshape(16, 16, 1).repeat(3, axis=2)
    deep = to_bits(Image(ramp.copy()), 16)
    assert deep.pixels.max() == 65535
    np.testing.assert_array_equal(to_bits(deep, 8).pixels, ramp)


@given(st.integers(0, 65535))
@settings(max_examples=50)
def test_a_16_bit_value_becomes_the_nearest_8_bit_value(value: int) -> None:
    pixels = np.full((1, 1, 3), value, np.uint16)
    assert to_bits(Image(pixels), 8).pixels[0, 0, 0] == round(value / 257)


def test_alpha_is_flattened_over_the_colour_given_and_put_back() -> None:
    image = Image(np.array([[[200, 100, 0, 255], [200, 100, 0, 0], [200, 100, 0, 51]]], np.uint8))
    flat = drop_alpha(image, (0, 10, 20))
    assert flat.pixels[0].tolist() == [[200, 100, 0], [0, 10, 20], [40, 28, 16]]
    assert add_alpha(flat, from_alpha(image)).pixels[0, 2].tolist() == [40, 28, 16, 51]
    assert drop_alpha(to_bits(image, 16)).pixels[0, 2].tolist() == [40 * 257, 20 * 257, 0]
    with pytest.raises(MismatchError):
        add_alpha(flat, Mask(np.zeros((2, 2), np.uint8)))


def test_gray_weighs_the_colours_and_a_mask_becomes_an_image() -> None:
    image = Image(np.array([[[255, 0, 0], [0, 255, 0], [0, 0, 255], [9, 9, 9]]], np.uint8))
    assert gray(image).pixels.tolist() == [[54, 182, 18, 9]]
    assert gray(to_bits(image, 16)).pixels.tolist() == [[54, 182, 18, 9]]
    assert as_image(gray(image)).pixels[0, 3].tolist() == [9, 9, 9]
