"""Depth and pose by models that are lent, tiny ones through the store; what is drawn of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nodes.evaluator import Evaluator
from nodes.events import NodeUsedModel
from pipelines.control.depth import depth_picture, span_of
from pipelines.control.pose import cut_around, joints
from pipelines.control.skeleton import Joint, from_coco, skeletons
from pipelines.detection.found import Box, FoundObject, FoundObjects, Seen
from pipelines.errors import InputError
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from tests.library.stage import Stage, clip_of, flat
from tests.models.machine import settle, tiny_models

MODELS = ["depth-anything-v2-small", "vitpose-base"]
NODES = ("control.depth", "control.pose")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models(tmp_path_factory.mktemp("tiny"), MODELS)


@pytest.fixture
def stage(tmp_path: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A stage that lends the tiny models."""
    settle(tmp_path, monkeypatch, tiny)
    made = Stage(tmp_path)
    lender = Lender(store_to_look_at)
    made.evaluator = Evaluator(made.store, checked=True, lender=lender)
    yield made
    lender.close()
    made.store.close()


def body(left: float) -> tuple[Joint, ...]:
    """A body of COCO that stands upright, its nose at 20 pixels from the top."""
    places = [(0, 20), (2, 18), (-2, 18), (4, 20), (-4, 20)]
    places += [(10, 40), (-10, 40), (14, 60), (-14, 60), (16, 80), (-16, 80)]
    places += [(7, 90), (-7, 90), (7, 120), (-7, 120), (7, 150), (-7, 150)]
    return tuple(Joint(left + x, y, 0.9) for x, y in places)


@pytest.mark.parametrize("levels", ["each frame", "the whole film"])
def test_depth_is_a_gray_picture_of_the_films_own_size(stage: Stage, levels: str) -> None:
    clip = clip_of([20, 120, 220], size=(80, 60))
    made = stage.call("control.depth", clip, levels=levels)
    pictures = [one.pixels for one in stage.pictures(made)]
    assert all(one.shape == (60, 80, 3) for one in pictures)
    assert all((one[..., :1] == one).all() for one in pictures)
    (used,) = [event for event in stage.events if isinstance(event, NodeUsedModel)]
    assert used.model.model == MODELS[0]


def test_what_is_near_is_bright() -> None:
    near = np.array([[1.0, 3.0]], np.float32)
    levels = depth_picture(near, (2, 1), span=(1.0, 5.0)).pixels[0, :, 0]
    assert levels.tolist() == [0, 128]
    assert depth_picture(near, (2, 1), span=span_of(near)).pixels[0, :, 0].tolist() == [0, 255]


def test_a_body_is_looked_for_in_each_box_and_drawn_on_black(stage: Stage) -> None:
    seen = (Seen(0, Box(0.1, 0.1, 0.5, 0.9)),)
    people = FoundObjects(2, (0,), (FoundObject("person", "person", seen, trails=False),))
    clip = clip_of([20, 120], size=(80, 60))
    found = stage.pictures(stage.call("control.pose", clip, people))
    assert found[0].pixels.shape == (60, 80, 3)
    assert not found[1].pixels.any()  # nobody is there any more
    assert len(stage.call("control.pose", flat(90, size=(80, 60)))) == 1


def test_a_heat_map_leads_back_to_where_the_body_was() -> None:
    picture = flat(0, size=(300, 200))
    cut = cut_around(Box(0.5, 0.25, 0.6, 0.75), picture, 0.75)
    assert cut.high == pytest.approx(125) and cut.wide == pytest.approx(125 * 0.75)
    rows, columns = np.mgrid[:64, :48]
    heat = np.exp(-((columns - 23.5) ** 2 + (rows - 31.5) ** 2) / 8).astype(np.float32)
    (found,) = joints(heat[None], cut)
    assert (found.x, found.y) == (pytest.approx(165, abs=0.1), pytest.approx(100, abs=0.1))


def test_limbs_have_the_colours_that_vace_was_shown() -> None:
    drawn = skeletons([from_coco(body(100))], (200, 200)).pixels
    assert not drawn[:10].any() and not drawn[170:].any()
    right_shoulder, left_knee = drawn[40, 95], drawn[105, 107]
    assert right_shoulder.argmax() == 2  # blue, where OpenPose has red
    assert left_knee.argmax() != 2


def test_points_that_are_not_sure_are_not_drawn() -> None:
    unsure = tuple(joint._replace(score=0.1) for joint in body(100))
    assert not skeletons([from_coco(unsure)], (200, 200)).pixels.any()


@pytest.mark.parametrize("node", NODES)
def test_without_a_model_it_says_so_and_what_serves_instead(stage: Stage, node: str) -> None:
    failure = stage.failure(node, clip_of([0]), model="")
    assert isinstance(failure.__cause__, InputError) and "Line Control" in failure.mend


@pytest.mark.parametrize("node", NODES)
def test_a_model_that_is_not_here_is_offered_for_download(
    node: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path, monkeypatch)
    made = Stage(tmp_path)
    made.evaluator = Evaluator(made.store, lender=Lender(store_to_look_at))
    failure = made.failure(node, clip_of([0]))
    assert isinstance(failure.__cause__, NotHereError) and "Fetch it" in failure.mend
    made.store.close()
