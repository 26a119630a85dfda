"""VACE Inference in a graph: with the tiny model through store and lease, and without a model."""

from __future__ import annotations

import shutil
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nodes.evaluator import Evaluator
from nodes.events import NodePreviewed, NodeProgressed, NodeUsedModel
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from nodes.vace_film import AT_ENDS
from pipelines.digest import digest_array
from pipelines.errors import MismatchError
from pipelines.frames import PictureFrames
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from pipelines.progress import LocalCancelToken
from pipelines.vace.course import KEPT_EVERY
from pipelines.vace.presets import Preset, preset
from pipelines.vace.sampling import Sampling
from pipelines.vace.sizes import draft_size
from pipelines.vace.words import read_words
from pipelines.values import (
    Clip,
    ClipFormat,
    Image,
    Joint,
    JointMode,
    MaskClip,
    PanelTiming,
    Storyboard,
)
from tests.library.stage import REGISTRY, Stage, graph_of, heard, ramp_sound
from tests.models.machine import settle
from tests.vace.films import board, conditioned, noise_clip, soft_masks, square_masks, thing

NODE = "generate.vace_inference"
MOVE, CUT = JointMode.IN_BETWEEN, JointMode.CUT
FINAL = {"width": 32, "height": 32, "quality": "final", "steps": 2, "guidance": 1.0}
BUILT_IN = {**FINAL, "model": ""}


def steps_told(events: list[Any], total: int) -> list[int]:
    """The steps that were told, with what comes before and after them."""
    told = [one for one in events if isinstance(one, NodeProgressed) and one.total == total]
    made = [one.done for one in told if one.doing in ("", *AT_ENDS.values())]
    return list(dict.fromkeys(made))


def pixels(stage: Stage, clip: Clip | MaskClip) -> np.ndarray[Any, Any]:
    return np.stack([one.pixels for one in stage.pictures(clip)])


def test_a_masked_clip_is_repainted_and_what_is_kept_stays_to_the_last_bit(lent: Stage) -> None:
    film = {"clip": noise_clip(6), "masks": square_masks(6)}
    parameters = {**FINAL, "source": "gray fill", "prompt": "a heron"}
    made = lent.value(graph_of(NODE, film, parameters), "it")
    assert len(made) == 6  # 9 were made
    before, after = pixels(lent, film["clip"]), pixels(lent, made)
    assert np.array_equal(before[:, :8], after[:, :8])
    assert not np.array_equal(before[:, 8:24, 8:24], after[:, 8:24, 8:24])
    (used,) = [event for event in lent.events if isinstance(event, NodeUsedModel)]
    assert used.model.model == "wan-vace-1.3b"
    assert any("random weights" in one for one in lent.warnings())
    told = [event for event in lent.events if isinstance(event, NodeProgressed)]
    assert "Reading what VACE is given (inpaint)." in [event.doing for event in told]
    assert "Decoding." in [event.doing for event in told]
    assert (1, 2) in [(one.done, one.total) for one in told if not one.doing]
    assert [event for event in lent.events if isinstance(event, NodePreviewed)]


def test_a_conditioning_is_made_as_its_parts_are(lent: Stage) -> None:
    parts = {"storyboard": board((4, MOVE, 3), (1, CUT, 0))}
    one = lent.value(graph_of(NODE, parts, FINAL), "it")
    given = {"conditioning": conditioned(**parts)}
    other = lent.value(graph_of(NODE, given, FINAL), "it")
    assert np.array_equal(pixels(lent, one), pixels(lent, other))
    keys = pixels(lent, Clip(one.format, parts["storyboard"].pictures))
    assert np.array_equal(pixels(lent, one)[[0, 4]], keys)


def test_a_draft_is_as_long_as_the_final_and_its_frames_are_held(lent: Stage) -> None:
    film = {"clip": noise_clip(36), "masks": square_masks(36)}
    draft = lent.value(graph_of(NODE, film, {**FINAL, "quality": "draft"}), "it")
    assert len(draft) == 36
    keys = [draft.frames.key(index) for index in range(36)]
    assert len(set(keys)) == 33
    assert draft_size(32, 32) == (draft.format.width, draft.format.height)


def test_a_soft_edge_of_the_mask_is_mixed_and_the_outside_stays(lent: Stage) -> None:
    film = {"clip": noise_clip(5), "masks": soft_masks(5)}
    parameters = {**FINAL, "source": "gray fill"}
    made = pixels(lent, lent.value(graph_of(NODE, film, parameters), "it")).astype(int)
    free = {**parameters, "keep_exact": False}
    raw = pixels(lent, lent.value(graph_of(NODE, film, free), "it")).astype(int)
    before = pixels(lent, film["clip"]).astype(int)
    assert np.array_equal(made[:, :, 17:], before[:, :, 17:])
    assert np.array_equal(made[:, :, :16], raw[:, :, :16])
    mixed = (before[:, :, 16] * 191 + raw[:, :, 16] * 64) / 255
    assert np.abs(made[:, :, 16] - mixed).max() <= 0.5


def test_a_draft_with_a_moving_control_keeps_its_pace_and_says_what_it_shows(
    stage: Stage,
) -> None:
    parts = {"control": noise_clip(65), "clip": noise_clip(65), "masks": square_masks(65)}
    draft = {**BUILT_IN, "quality": "draft"}
    made = stage.value(graph_of(NODE, parts, draft), "it")
    keys = [made.frames.key(index) for index in range(65)]
    assert len(set(keys[:33])) == 33 and set(keys[32:]) == {keys[32]}
    assert any("first 33 of 65 frames" in one for one in stage.warnings())


def test_a_draft_that_has_to_come_to_a_later_key_says_that_the_control_runs_faster(
    stage: Stage,
) -> None:
    parts = {"control": noise_clip(65), "storyboard": board((64, MOVE, 63), (1, CUT, 0))}
    made = stage.value(graph_of(NODE, parts, {**BUILT_IN, "quality": "draft"}), "it")
    assert made.frames.key(64) not in {made.frames.key(index) for index in range(60)}
    assert any("control 2.0 times as fast" in one for one in stage.warnings())


def test_a_run_that_is_stopped_says_so_and_goes_on_where_it_was(lent: Stage) -> None:
    cancel = LocalCancelToken()
    made = graph_of(NODE, {"control": noise_clip(5)}, FINAL)
    told: list[Any] = []

    def stop(event: Any) -> None:
        told.append(event)
        if isinstance(event, NodeProgressed) and (event.done, event.doing) == (1, ""):
            cancel.cancel()

    snapshot = Snapshot(made.graph, REGISTRY, tiles=lent.tiles, folder=lent.folder)
    results = lent.evaluator.run(snapshot, ["it"], stop, cancel)
    assert not results.values
    steps = [one.done for one in told if isinstance(one, NodeProgressed) and not one.doing]
    assert 1 in steps and 2 not in steps
    assert len(lent.value(made, "it")) == 5
    assert steps_told(lent.events, 2) == [1, 2]


def test_a_run_that_is_killed_goes_on_to_the_same_bits(lent: Stage, tmp_path: Path) -> None:
    """What a killed process leaves is what lies on disk at that moment."""
    parameters = {**FINAL, "steps": KEPT_EVERY + 2, "frames": 1}
    made = graph_of(NODE, {"begin": noise_clip(1)}, {**parameters, "strength": 1.0})

    def copy(event: Any) -> None:
        lent.events.append(event)
        if isinstance(event, NodeProgressed) and (event.done, event.doing) == (KEPT_EVERY + 1, ""):
            shutil.copytree(tmp_path / "store", tmp_path / "left")

    snapshot = Snapshot(made.graph, REGISTRY, tiles=lent.tiles, folder=lent.folder)
    whole = lent.evaluator.run(snapshot, ["it"], copy)
    (clip,) = whole.values.values()
    wanted, again = pixels(lent, clip), list[Any]()
    with ResultStore(tmp_path / "left") as left:
        lender = Lender(store_to_look_at)
        results = Evaluator(left, lender=lender).run(snapshot, ["it"], again.append)
        (clip,) = results.values.values()
        frame = left.get_frame(clip.frames.key(0))
        lender.close()
    assert frame is not None and np.array_equal(frame.pixels, wanted[0])
    assert steps_told(again, KEPT_EVERY + 2) == [KEPT_EVERY, KEPT_EVERY + 1, KEPT_EVERY + 2]


def test_a_film_to_begin_from_is_worked_over_as_far_as_the_strength_says(lent: Stage) -> None:
    film = {"begin": noise_clip(2)}
    parameters = {**FINAL, "steps": 4, "frames": 5, "settings": "as set below"}
    made = lent.value(graph_of(NODE, film, {**parameters, "strength": 0.5}), "it")
    assert len(made) == 5
    assert steps_told(lent.events, 2) == [0, 1, 2]


@pytest.mark.parametrize("chosen", [one for one in Preset if one is not Preset.OWN])
def test_a_preset_says_all_that_it_sets(chosen: Preset) -> None:
    set_to = preset(chosen, Sampling())
    said = f"{set_to.steps} steps, guidance {set_to.guidance:g}, shift {set_to.flow_shift:g}"
    assert f"{said}, {set_to.scheduler.value}" in chosen.value
    assert preset(Preset.OWN, Sampling(steps=7)).steps == 7


def test_without_a_model_a_masked_clip_is_filled_by_what_is_built_in(stage: Stage) -> None:
    film = {"clip": noise_clip(4), "masks": square_masks(4)}
    made = stage.value(graph_of(NODE, film, BUILT_IN), "it")
    before, after = pixels(stage, film["clip"]), pixels(stage, made)
    assert np.array_equal(before[:, :8], after[:, :8])
    assert any("Made without VACE" in one and "ground" in one for one in stage.warnings())


def test_without_a_model_a_figure_on_paper_moves_without_a_double(stage: Stage) -> None:
    pictures = [np.full((64, 64, 3), 255, np.uint8) for _ in range(2)]
    pictures[0][24:40, 4:20], pictures[1][24:40, 44:60] = 30, 30
    keys = [digest_array(one) for one in pictures]
    poses = PictureFrames([Image(one) for one in pictures], keys)
    timings = (PanelTiming("a", 8, Joint(MOVE, 7)), PanelTiming("b", 1))
    panels = Storyboard(ClipFormat(64, 64), poses, timings)
    parameters = {**BUILT_IN, "width": 64, "height": 64}
    made = stage.value(graph_of(NODE, {"storyboard": panels}, parameters), "it")
    middle = pixels(stage, made)[4, ..., 0] < 128
    assert middle[24:40, 24:40].mean() > 0.9
    assert not middle[:, :20].any() and not middle[:, 44:].any()


def test_without_a_model_keyframes_get_in_betweens(stage: Stage) -> None:
    panels = board((4, MOVE, 3), (2, CUT, 0))
    made = stage.value(graph_of(NODE, {"storyboard": panels}, BUILT_IN), "it")
    frames = pixels(stage, made)
    keys = pixels(stage, Clip(made.format, panels.pictures))
    assert len(frames) == 6
    assert np.array_equal(frames[0], keys[0])
    assert np.array_equal(frames[4], keys[1]) and np.array_equal(frames[5], keys[1])
    assert any("Made without VACE" in one and "between keys" in one for one in stage.warnings())


@pytest.mark.parametrize("parts", [{}, {"references": thing()}, {"control": noise_clip(5)}])
def test_without_a_model_words_references_and_controls_are_refused(
    stage: Stage, parts: dict[str, Any]
) -> None:
    results = stage.run(graph_of(NODE, parts, {**BUILT_IN, "frames": 5}), "it")
    failure = results.failures["it"]
    assert isinstance(failure.__cause__, MismatchError)
    assert "Download a VACE model" in failure.mend


def test_a_model_that_is_not_here_is_refused_before_anything_is_made(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path, monkeypatch)
    lender = Lender(store_to_look_at)
    stage.evaluator = Evaluator(stage.store, lender=lender)
    results = stage.run(graph_of(NODE, {}, FINAL), "it")
    assert isinstance(results.failures["it"].__cause__, NotHereError)
    lender.close()


def test_a_conditioning_and_parts_together_are_refused(stage: Stage) -> None:
    fed = {"conditioning": conditioned(), "clip": noise_clip(5)}
    failure = stage.run(graph_of(NODE, fed, BUILT_IN), "it").failures["it"]
    assert "VACE Conditioning" in failure.mend


def test_sound_and_rate_of_the_clip_stay(stage: Stage) -> None:
    clip = noise_clip(6)
    timed = replace(clip.format, fps=Fraction(24), start_timecode="01:00:00:00")
    clip = Clip(timed, clip.frames, ramp_sound(6))
    film = {"clip": clip, "masks": square_masks(6)}
    made = stage.value(graph_of(NODE, film, {**BUILT_IN, "frames": 4}), "it")
    assert made.format.fps == 24 and made.format.start_timecode == "01:00:00:00"
    assert heard(made.audio) == [1, 2, 3, 4]


def test_more_candidates_make_only_the_new_ones(lent: Stage) -> None:
    film = {"control": noise_clip(5)}
    parameters = {**FINAL, "steps": 1, "prompt": "a heron"}
    one = pixels(lent, lent.value(graph_of(NODE, film, {**parameters, "candidates": 1}), "it"))
    clip = lent.value(graph_of(NODE, film, {**parameters, "candidates": 2}), "it")
    assert len(steps_told(lent.events, 1)) == 2  # before and after the step of one film
    both = pixels(lent, clip)
    assert [(shot.name, shot.start, shot.stop) for shot in clip.shots] == [
        ("seed 42", 0, 5),
        ("seed 43", 5, 10),
    ]
    assert np.array_equal(both[:5], one) and not np.array_equal(both[5:], one)
    other = lent.value(graph_of(NODE, film, {**parameters, "seed": 43}), "it")
    assert not steps_told(lent.events, 1)
    assert np.array_equal(pixels(lent, other), both[5:])


def test_words_are_read_once(lent: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[str]()

    def heard(pipe: Any, sampling: Sampling) -> Any:
        read.append(sampling.prompt)
        return read_words(pipe, sampling)

    monkeypatch.setattr("nodes.vace_film.read_words", heard)
    film = {"width": 32, "height": 32, "quality": "final", "steps": 1, "frames": 1}
    for changed in ({"seed": 1}, {"seed": 2}, {"flow_shift": 5.0}, {"negative": "mud"}):
        lent.value(graph_of(NODE, {}, {**film, "prompt": "a heron", **changed}), "it")
    assert len(read) == 2
