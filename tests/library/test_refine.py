"""In-betweens polished by the small network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.library.motion import refine as node_file
from pipelines.digest import digest_array
from pipelines.frames import PictureFrames
from pipelines.in_between import prepare, render
from pipelines.panels import Panel
from pipelines.progress import LocalCancelToken
from pipelines.rates import FrameRate
from pipelines.refiner.sampler import Mode
from pipelines.values import Clip, ClipFormat, Image, JointMode
from tests.library.stage import Stage, clip_of, linked
from tests.refiner.moving import passing, write_weights


@pytest.fixture(scope="module", autouse=True)
def wild(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Weights that change what they may, in place of those that ship."""
    path = write_weights(tmp_path_factory.mktemp("weights") / "wild.safetensors", spread=0.3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(node_file, "shipped", lambda: path)
        yield path


def board(stage: Stage, *places: int, **parameters: object) -> Document:
    size = {"width": 64, "height": 48, "fps": FrameRate.FPS_12}
    return linked(
        {
            "board": ("story.storyboard", {"panels": walk(stage, *places), **size}),
            "between": ("motion.in_between", {}),
            "better": ("motion.refine", dict(parameters)),
        },
        "board > between.storyboard",
        "between > better.clip",
        "board > better.storyboard",
    )


def walk(stage: Stage, *places: int) -> tuple[Panel, ...]:
    move = {"joint": JointMode.IN_BETWEEN, "duration": 5, "move": 4}
    return tuple(stage.panel(f"p{at}", x, **move) for at, x in enumerate(places))


def changed(before: Sequence[Image], after: Sequence[Image]) -> list[bool]:
    pairs = zip(before, after, strict=True)
    return [not np.array_equal(one.pixels, two.pixels) for one, two in pairs]


def test_drawings_stay_exact_and_what_lies_between_is_mended(stage: Stage) -> None:
    a, b = passing(20), passing(32)
    gap = prepare(a, b)
    frames = [a, *(render(gap, a, b, at / 4) for at in (1, 2, 3)), b, b]
    keys = [digest_array(one.pixels) for one in frames]
    clip = Clip(ClipFormat(64, 64), PictureFrames(frames, keys))
    made = stage.call("motion.refine", clip, keys="0 4")
    assert changed(frames, stage.pictures(made)) == [False, True, True, True, False, False]


def test_the_drawings_of_a_storyboard_stay_exact(stage: Stage) -> None:
    made = board(stage, 8, 24)
    plain, better = (stage.value(made, name) for name in ("between", "better"))
    assert [better.frames.key(at) for at in (0, 5, 9)] == [plain.frames.key(at) for at in (0, 5, 9)]


@pytest.mark.parametrize("mode", list(Mode))
def test_without_strength_the_clip_is_as_it_was(stage: Stage, mode: Mode) -> None:
    made = board(stage, 8, 24, strength=0.0)
    plain, better = (stage.pictures(stage.value(made, name)) for name in ("between", "better"))
    assert not any(changed(plain, better))


def test_a_changed_drawing_remakes_only_the_moves_at_its_sides(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    import nodes.refining as refining

    made = board(stage, 8, 16, 24, 32)
    stage.value(made, "better")
    asked: list[int] = []
    real = refining.refine

    def counted(film: refining.Film, *given: object, **named: object) -> object:
        asked.append(len(film.frames))
        return real(film, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(refining, "refine", counted)
    made.apply(SetParameter(node="board", name="panels", value=walk(stage, 8, 16, 24, 30)))
    stage.value(made, "better")
    assert asked == [6]


def test_what_a_cancelled_run_made_is_kept(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    import nodes.refining as refining

    made = board(stage, 8, 16, 24)
    token = LocalCancelToken()
    asked: list[int] = []
    real = refining.refine

    def counted(film: refining.Film, *given: object, **named: object) -> object:
        asked.append(len(film.frames))
        if len(asked) == 2:
            token.cancel()
        return real(film, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(refining, "refine", counted)
    stage.run(made, "better", cancel=token)
    assert len(asked) == 2
    stage.value(made, "better")
    assert len(asked) == 3


def test_without_a_storyboard_drawings_are_named(stage: Stage) -> None:
    clip = clip_of([10, 20, 30, 40, 50], size=(32, 32))
    made = stage.call("motion.refine", clip, keys="0 4")
    assert [made.frames.key(at) for at in (0, 4)] == [clip.frames.key(at) for at in (0, 4)]
    failure = stage.failure("motion.refine", clip)
    assert "which frames are drawings" in str(failure)


def test_the_weights_that_ship_are_those_that_the_version_names() -> None:
    from pipelines.refiner.weights import DIGEST, MOST_BYTES, identity, shipped

    assert identity(shipped()) == DIGEST
    assert shipped().stat().st_size <= MOST_BYTES
