"""Masks as films, and as the alpha of films: written, and read again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from av.video.frame import VideoFrame

from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.media.clips import open_clip
from pipelines.values import Clip, ClipFormat, Image, Mask, MaskClip, Written
from tests.library.stage import Stage, clip_of, linked

SIZE = (32, 24)
LEVELS = np.arange(SIZE[0] * SIZE[1]).reshape(SIZE[::-1]).astype(np.uint8)
"""Every level, so that none can go astray unseen."""
MASKS = [Mask(LEVELS), Mask(LEVELS[::-1].copy()), Mask(np.zeros_like(LEVELS))]
COLOURS = np.random.default_rng(3).integers(0, 256, (*SIZE[::-1], 3), np.uint8)


def mask_clip(*masks: Mask) -> MaskClip:
    keys = [digest_array(mask.pixels) for mask in masks]
    return MaskClip(ClipFormat(*SIZE, channels=1), PictureFrames(masks, keys))


def clip(bits: int = 8) -> Clip:
    pixels = COLOURS if bits == 8 else COLOURS.astype(np.uint16) * np.uint16(257)
    pictures = [Image(np.roll(pixels, at, axis=1)) for at in range(len(MASKS))]
    keys = [digest_array(picture.pixels) for picture in pictures]
    return Clip(ClipFormat(*SIZE, bits=bits), PictureFrames(pictures, keys))


def written(stage: Stage, *inputs: Any, **parameters: Any) -> Path:
    made: Written = stage.call("export.masks", *inputs, **parameters)
    return made.files[0].path


def loaded(stage: Stage, path: Path, **parameters: Any) -> MaskClip:
    found = {"it": ("load.masks", {"path": str(path), **parameters})}
    return stage.value(linked(found), "it")


def same(stage: Stage, made: MaskClip) -> bool:
    back = stage.pictures(made)
    return len(back) == len(MASKS) and all(
        np.array_equal(one.pixels, mask.pixels) for one, mask in zip(back, MASKS, strict=True)
    )


def test_a_grey_film_of_ffv1_brings_every_level_back(stage: Stage) -> None:
    path = written(stage, mask_clip(*MASKS), format="ffv1")
    assert path.name == "masks.mkv" and not stage.warnings()
    assert same(stage, loaded(stage, path))


@pytest.mark.parametrize(("format", "most"), [("h264", 40), ("prores", 4)])
def test_what_a_lossy_film_changes_is_said_and_is_small(
    stage: Stage, format: str, most: int
) -> None:
    rows, columns = np.mgrid[: SIZE[1], : SIZE[0]]
    soft = np.clip((9 - np.hypot(columns - 16, rows - 12)) * 60, 0, 255).astype(np.uint8)
    path = written(stage, mask_clip(Mask(soft)), format=format)
    assert "soft edges" in stage.warnings()[0]
    (back,) = stage.pictures(loaded(stage, path))
    assert 0 < np.abs(back.pixels.astype(int) - soft).max() <= most


@pytest.mark.parametrize("bits", [8, 16])
@pytest.mark.parametrize("format", ["prores-4444-alpha", "ffv1-alpha"])
def test_a_mask_as_the_alpha_of_its_clip_comes_back_bit_by_bit(
    stage: Stage, format: str, bits: int
) -> None:
    path = written(stage, mask_clip(*MASKS), clip(bits), format=format)
    assert not stage.warnings()
    assert same(stage, loaded(stage, path)) and same(stage, loaded(stage, path, source="alpha"))
    back = open_clip(path).clip
    assert back.format.channels == 4
    if format == "ffv1-alpha":
        given = stage.pictures(clip(bits))[1].pixels
        assert np.array_equal(back.frames.make(1, ()).pixels[..., :3], given)


@pytest.mark.parametrize("pixel_format", ["bgra", "argb"])
def test_the_alpha_of_films_of_other_programs_is_a_mask(stage: Stage, pixel_format: str) -> None:
    encoder, name = {"bgra": ("ffv1", "film.mkv"), "argb": ("qtrle", "film.mov")}[pixel_format]
    path = stage.folder / name
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(encoder, rate=24)
        stream.width, stream.height, stream.pix_fmt = *SIZE, pixel_format
        for mask in MASKS:
            frame = VideoFrame.from_ndarray(np.dstack([COLOURS, mask.pixels]), format="rgba")
            container.mux(stream.encode(frame.reformat(format=pixel_format)))
        container.mux(stream.encode(None))
    assert same(stage, loaded(stage, path))


def test_numbered_pictures_come_back_too(stage: Stage) -> None:
    path = written(stage, mask_clip(*MASKS))
    assert same(stage, loaded(stage, path.parent))


def test_nothing_is_overwritten(stage: Stage) -> None:
    first = written(stage, mask_clip(*MASKS), format="ffv1")
    before = first.read_bytes()
    second = written(stage, mask_clip(MASKS[1], MASKS[0]), format="ffv1")
    assert second != first and first.read_bytes() == before


def test_an_alpha_without_pictures_is_refused(stage: Stage) -> None:
    failure = stage.failure("export.masks", mask_clip(*MASKS), format="ffv1-alpha")
    assert "Wire a clip" in str(failure)
    assert not (stage.folder / "exports" / "masks.mkv").exists()


def test_a_clip_of_another_length_is_refused(stage: Stage) -> None:
    parameters = {"format": "prores-4444-alpha"}
    failure = stage.failure("export.masks", mask_clip(*MASKS[:2]), clip(), **parameters)
    assert "The mask has 2 frames, the clip 3" in str(failure)
    assert not list(stage.folder.rglob("*.mov"))


def test_the_alpha_that_a_clip_has_gives_way_and_it_is_said(stage: Stage) -> None:
    film = clip_of([10, 20, 30], size=SIZE, channels=4)
    path = written(stage, mask_clip(*MASKS), film, format="ffv1-alpha")
    assert stage.warnings() == ["The mask stands in place of the alpha that the clip has."]
    assert same(stage, loaded(stage, path))


def test_a_film_without_alpha_has_none_to_load(stage: Stage) -> None:
    path = written(stage, mask_clip(*MASKS), format="ffv1")
    parameters = {"path": str(path), "source": "alpha"}
    assert "has no alpha" in str(stage.failure("load.masks", **parameters))


def test_a_damaged_film_is_refused(stage: Stage) -> None:
    path = stage.folder / "film.mov"
    path.write_bytes(b"no film at all" * 9)
    assert "damaged" in str(stage.failure("load.masks", path=str(path)))
    assert "not there" in str(stage.failure("load.masks", path=str(path.with_name("x.mov"))))
