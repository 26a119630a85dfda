"""Parts on the film: where each of them lies, boards as keyframes, and what is worth saying."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given as with_some
from hypothesis import settings
from hypothesis import strategies as some

from pipelines.digest import digest_array
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, PictureFrames
from pipelines.framing import Fit
from pipelines.vace.advice import advice
from pipelines.vace.conditioning import Conditioning, Task, source_at
from pipelines.vace.given import kept_whole, made_whole, partly_made
from pipelines.vace.laying import StreamFrames, laid_out, told_masks
from pipelines.vace.motion import coloured
from pipelines.vace.sizes import thinned
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Clip, ClipFormat, Image, JointMode, Mask, MaskClip
from tests.vace.films import (
    SIDE,
    board,
    conditioned,
    given_of,
    look,
    noise_clip,
    square_masks,
    thing,
)

CUT, MOVE, HOLD = JointMode.CUT, JointMode.IN_BETWEEN, JointMode.HOLD


@pytest.mark.parametrize(
    ("made", "kept"),
    [
        (conditioned(length=9), []),
        (conditioned(length=9, clip=noise_clip(1)), [0]),
        (conditioned(length=9, ending=noise_clip(1)), [8]),
        (conditioned(length=9, clip=noise_clip(1), ending=noise_clip(1), hold=2), [0, 1, 7, 8]),
        (conditioned(length=9, clip=noise_clip(3), ending=noise_clip(2)), [0, 1, 2, 7, 8]),
        (conditioned(length=9, clip=noise_clip(2), start=4), [4, 5]),
        (conditioned(length=9, clip=noise_clip(2), start=-3), [6, 7]),
        (conditioned(length=9, clip=noise_clip(20)), list(range(9))),
        (conditioned(storyboard=board((8, MOVE, 7), (1, CUT, 0))), [0, 8]),
        (conditioned(storyboard=board((4, CUT, 0), (5, CUT, 0))), [0, 4]),
        (conditioned(storyboard=board((4, CUT, 0), (5, CUT, 0)), hold=2), [0, 1, 4, 5]),
        (
            conditioned(storyboard=board((3, HOLD, 0), (6, MOVE, 4), (1, CUT, 0))),
            [0, 1, 2, 3, 4, 9],
        ),
        (conditioned(storyboard=board((8, MOVE, 7), (1, CUT, 0)), hold=2), [0, 1, 7, 8]),
    ],
)
def test_what_is_kept_lies_at_its_frames(made: Conditioning, kept: list[int]) -> None:
    assert list(source_at(made)) == kept
    if len(kept) < made.count:
        given = given_of(made)
        assert kept_whole(given.generate[: made.count]) == kept
        assert len(made_whole(given.generate[: made.count])) == made.count - len(kept)


def test_a_kept_frame_is_the_picture_itself() -> None:
    clip = noise_clip(3)
    given = given_of(conditioned(clip=clip, start=1))
    for at in range(3):
        picture = look(FrameRef(clip.frames, at)).pixels
        assert np.array_equal(given.content[1 + at, ..., :3], picture)


@settings(max_examples=12, deadline=None)
@with_some(some.integers(2, 60), some.integers(0, 59))
def test_no_key_is_lost_in_a_draft(count: int, frame: int) -> None:
    frame = min(frame, count - 1)
    made = conditioned(length=count, clip=noise_clip(1), start=frame)
    times = thinned(count, 9)
    laid = laid_out(made, size=made.size, times=times)
    masks = [look(FrameRef(laid.generate, at)).pixels.any() for at in range(len(times))]
    assert masks.count(False) == 1
    assert abs(times[masks.index(False)] - frame) <= count / 8


def test_lengths_follow_from_what_is_connected() -> None:
    assert conditioned(length=0).count == 81
    assert conditioned(clip=noise_clip(6), masks=square_masks(6)).count == 6
    assert conditioned(control=noise_clip(7)).count == 7
    assert conditioned(storyboard=board((4, CUT, 0), (5, CUT, 0))).count == 9
    assert conditioned(clip=noise_clip(3), length=0).count == 81
    assert len(given_of(conditioned(control=noise_clip(6))).content) == 9


@pytest.mark.parametrize(
    ("made", "tasks"),
    [
        (conditioned(), {Task.TEXT}),
        (conditioned(references=(thing(),)), {Task.REFERENCE}),
        (conditioned(clip=noise_clip(5), masks=square_masks(5)), {Task.INPAINT}),
        (conditioned(clip=noise_clip(1, size=(16, 32)), fit=Fit.FIT), {Task.OUTPAINT, Task.CLIPS}),
        (conditioned(storyboard=board((5, CUT, 0))), {Task.KEYFRAMES}),
        (conditioned(control=noise_clip(5), references=(thing(),)), {Task.CONTROL, Task.REFERENCE}),
    ],
)
def test_the_task_follows_from_what_is_connected(made: Conditioning, tasks: set[Task]) -> None:
    assert set(made.tasks) == tasks


def test_sizes_are_brought_to_the_models_and_masks_stay_hard() -> None:
    made = conditioned(
        clip=noise_clip(2, size=(40, 24)),
        masks=square_masks(1, size=(20, 12)),
        width=100,
        height=50,
    )
    given = given_of(made)
    assert given.size == made.size == (96, 48)
    assert set(np.unique(given.generate)) == {0, 255}


def test_masks_of_another_length_are_refused_and_a_still_mask_holds() -> None:
    with pytest.raises(MismatchError):
        conditioned(clip=noise_clip(5), masks=square_masks(4))
    given = given_of(conditioned(clip=noise_clip(5), masks=square_masks(1)))
    assert len(partly_made(given.generate)) == 5


def test_outpainting_makes_what_the_picture_does_not_reach() -> None:
    given = given_of(conditioned(clip=noise_clip(5, size=(16, 32)), fit=Fit.FIT))
    assert not given.generate[:, :, 8:24].any()
    assert (given.generate[:, :, :8] == 255).all() and (given.generate[:, :, 24:] == 255).all()


def test_references_are_taken_once_each_and_blank_ones_are_left_out() -> None:
    white = np.full((SIDE, SIDE, 3), 255, np.uint8)
    blank = Clip(ClipFormat(SIDE, SIDE), PictureFrames([Image(white)], [digest_array(white)]))
    given = given_of(conditioned(references=(thing(), thing(), blank, thing(6))))
    assert len(given.references) == 2
    with pytest.raises(MismatchError) as refused:
        given_of(conditioned(references=(noise_clip(12),)))
    assert refused.value.mend


def test_the_views_show_what_the_model_sees() -> None:
    made = conditioned(clip=noise_clip(5), masks=square_masks(5), control=noise_clip(5, seed=2))
    laid = laid_out(made, size=made.size, times=range(5))
    inactive, reactive = (
        look(FrameRef(StreamFrames(laid, reactive=which), 1)).pixels for which in (False, True)
    )
    middle, rim = np.s_[8:24, 8:24], np.s_[:8]
    assert (inactive[middle] == 128).all() and (reactive[rim] == 128).all()
    assert np.array_equal(inactive[rim], look(FrameRef(made.clip.frames, 1)).pixels[rim])  # type: ignore[union-attr] - given above
    keys = {StreamFrames(laid, reactive=which).key(1) for which in (False, True)}
    assert len(keys) == 2


def test_each_frame_is_told_the_mask_of_the_one_that_is_sampled() -> None:
    assert told_masks(5) == [1, 3, 3, 3, 3]
    assert len(set(told_masks(81))) == 21
    for count in range(1, 90):
        told = told_masks(count)
        assert len(told) == count and max(told) < count


def test_motion_from_the_source_is_a_picture_of_flow_within_the_mask() -> None:
    still = coloured(np.zeros((8, 8, 2), np.float32)).pixels
    assert (still == 255).all()
    right, left = (
        coloured(np.full((8, 8, 2), (way, 0), np.float32)).pixels[0, 0] for way in (4.0, -4.0)
    )
    assert right[0] == 255 and right[2] < 40  # red is to the right
    assert left[2] > 200 and left[0] < 40
    made = conditioned(
        clip=noise_clip(3), masks=square_masks(3), source_mode=SourceMode.MOTION, length=3
    )
    assert given_of(made).content[0, 8:24, 8:24, 3].all()


def said(made: Conditioning) -> str:
    return " ".join(str(one) for one in advice(made, given_of(made)))


def test_colour_under_the_mask_beside_a_reference_is_warned_of() -> None:
    parts = {"clip": noise_clip(5), "masks": square_masks(5), "references": (thing(),)}
    warned = said(conditioned(**parts, source_mode=SourceMode.RECONSTRUCT))
    assert "left under the mask" in warned and "gray fill" in warned
    assert "left under the mask" not in said(conditioned(**parts))


def test_a_mask_that_keeps_an_island_is_likely_inverted() -> None:
    hole = np.full((SIDE, SIDE), 255, np.uint8)
    hole[10:20, 10:20] = 0
    inverted = MaskClip(
        ClipFormat(SIDE, SIDE, channels=1), PictureFrames([Mask(hole)], [digest_array(hole)])
    )
    assert "Invert" in said(conditioned(clip=noise_clip(5), masks=inverted, length=5))
    assert "Invert" not in said(conditioned(clip=noise_clip(5), masks=square_masks(5)))


def test_a_key_that_no_latent_samples_is_said_with_how_long_to_hold_it() -> None:
    ends = {"clip": noise_clip(1), "ending": noise_clip(1, seed=2), "length": 81}
    assert "set hold to 2 in VACE Conditioning" in said(conditioned(**ends))
    assert "set hold" not in said(conditioned(**ends, hold=2))


def test_a_reference_with_a_busy_background_is_to_be_cut_out() -> None:
    assert "Cut the thing out" in said(conditioned(references=(noise_clip(1),)))
    assert said(conditioned(references=(thing(),))) == ""


def test_cuts_and_long_films_are_said() -> None:
    assert "1 cuts" in said(conditioned(storyboard=board((4, CUT, 0), (5, CUT, 0))))
    assert "drifts" in said(conditioned(length=85))


def test_nothing_to_make_is_refused() -> None:
    with pytest.raises(MismatchError) as refused:
        said(conditioned(clip=noise_clip(5)))
    assert "Connect a mask" in refused.value.mend
