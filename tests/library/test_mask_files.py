"""Masks written for other programs, and read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.coco_masks import annotated, mask_of, packed, parsed, spelled, unpacked
from pipelines.digest import digest_array
from pipelines.errors import UnreadableFileError
from pipelines.frames import PictureFrames
from pipelines.values import ClipFormat, Mask, MaskClip, Written
from tests.library.stage import Stage, linked

SIZE = (17, 9)


def clip_with(*masks: Mask) -> MaskClip:
    keys = [digest_array(mask.pixels) for mask in masks]
    height, width = masks[0].pixels.shape
    return MaskClip(ClipFormat(width, height, channels=1), PictureFrames(masks, keys))


def noise(seed: int, *, hard: bool) -> Mask:
    levels = np.random.default_rng(seed).integers(0, 256, SIZE[::-1], np.uint8)
    return Mask(((levels > 127) * 255).astype(np.uint8) if hard else levels)


@given(st.lists(st.integers(0, 2**40), max_size=40))
def test_runs_survive_packing(runs: list[int]) -> None:
    assert unpacked(packed(runs)) == runs


def test_runs_are_packed_as_others_do() -> None:
    """The example in pycocotools' own documentation."""
    assert packed([6, 1, 40, 4, 5, 4, 5, 4, 21]) == "61X13mN000`0"


@settings(max_examples=30)
@given(
    pixels=st.integers(1, 12).flatmap(
        lambda width: st.lists(
            st.lists(st.booleans(), min_size=width, max_size=width), min_size=1, max_size=12
        )
    )
)
def test_any_mask_of_two_levels_comes_back_bit_by_bit(pixels: list[list[bool]]) -> None:
    mask = Mask(np.array(pixels, bool).astype(np.uint8) * np.uint8(255))
    told = parsed(spelled(annotated([mask], label="x")), "x.json")
    found = [one.segmentation for one in told.annotations]
    back = mask_of(found, mask.width, mask.height, "x.json")
    assert np.array_equal(back.pixels, mask.pixels)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"{}",
        b'{"images":[],"annotations":[]}',
        b'{"images":[{"id":1,"width":0,"height":4}],"annotations":[]}',
        b'{"images":[{"id":1,"width":4,"height":4},{"id":2,"width":5,"height":4}],"annotations":[]}',
    ],
)
def test_a_file_that_is_none_is_refused(text: bytes) -> None:
    with pytest.raises(UnreadableFileError):
        parsed(text, "x.json")


@pytest.mark.parametrize("counts", ['"zz"', '"0"', "[15]", "[17]", "[1, 2]"])
def test_runs_that_do_not_fill_the_frame_are_refused(counts: str) -> None:
    text = (
        '{"images":[{"id":1,"width":4,"height":4}],"annotations":'
        f'[{{"id":1,"image_id":1,"segmentation":{{"size":[4,4],"counts":{counts}}}}}]}}'
    )
    told = parsed(text.encode(), "x.json")
    with pytest.raises(UnreadableFileError, match="damaged"):
        mask_of([told.annotations[0].segmentation], 4, 4, "x.json")


def test_masks_go_out_as_run_lengths_and_come_back_bit_by_bit(stage: Stage) -> None:
    given_masks = [noise(1, hard=True), Mask(np.zeros(SIZE[::-1], np.uint8)), noise(2, hard=True)]
    written: Written = stage.call("export.masks", clip_with(*given_masks), format="coco")
    assert [file.path.name for file in written.files] == ["masks.json"]
    assert not stage.warnings()
    read = stage.value(linked({"it": ("load.masks", {"path": str(written.files[0].path)})}), "it")
    back = stage.pictures(read)
    assert [np.array_equal(a.pixels, b.pixels) for a, b in zip(back, given_masks, strict=True)] == [
        True
    ] * 3


def test_soft_edges_cut_by_run_lengths_are_said(stage: Stage) -> None:
    stage.call("export.masks", clip_with(noise(3, hard=False)), format="coco")
    assert stage.warnings() == ["1 masks have soft edges; run lengths cut them at one half."]


def test_soft_masks_go_out_as_pictures_and_come_back_bit_by_bit(stage: Stage) -> None:
    soft = [noise(4, hard=False), noise(5, hard=False)]
    written: Written = stage.call("export.masks", clip_with(*soft))
    folder: Path = written.files[0].path.parent
    graph = linked(
        {"film": ("load.clip", {"path": str(folder)}), "it": ("mask.from_image", {})},
        "film > it.image",
    )
    back = stage.pictures(stage.value(graph, "it"))
    assert all(np.array_equal(a.pixels, b.pixels) for a, b in zip(back, soft, strict=True))
