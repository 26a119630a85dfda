"""Things found by words through tiny models: the real libraries run, what they find is noise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import pipelines.detection.chatting as chatting
from nodes.evaluator import Evaluator
from nodes.events import NodeProgressed, NodeUsedModel, NodeWarned
from nodes.flat_node import FlatRef
from nodes.model_needs import model_needs
from nodes.named_models import named_models
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.detection.choosing import detector_of
from pipelines.detection.found import Box, FoundObjects, Sighting
from pipelines.errors import Cancelled, InputError
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from pipelines.progress import LocalCancelToken
from pipelines.values import Image
from tests.library.stage import REGISTRY, clip_of, graph_of
from tests.models.machine import settle, tiny_models

DINO, QWEN25, QWEN3 = "grounding-dino-tiny", "qwen2.5-vl-3b", "qwen3-vl-2b"
SAM = "sam2-tiny"
CLIP = clip_of([10, 20, 30, 40, 50], size=(80, 60))


@pytest.fixture(scope="module")
def lender(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lender]:
    """Lends tiny models, each loaded once."""
    folder = tmp_path_factory.mktemp("machine")
    with pytest.MonkeyPatch.context() as patch:
        settle(folder, patch, tiny_models(folder / "tiny", [DINO, QWEN25, QWEN3, SAM]))
        made = Lender(store_to_look_at)
        yield made
        made.close()


class Stage:
    """An evaluator that lends the models of this machine, and what its last run told."""

    def __init__(self, folder: Path, lender: Lender) -> None:
        self.store = ResultStore(folder / "store")
        self.lender = lender
        self.evaluator = Evaluator(self.store, lender=self.lender)
        self.events: list[Any] = []

    def run(self, **parameters: Any) -> Any:
        """What Detect Objects finds, or why it fails."""
        self.events.clear()
        snapshot = Snapshot(graph_of("mask.detect", [CLIP], parameters).graph, REGISTRY)
        results = self.evaluator.run(snapshot, ["it"], self.events.append)
        if "it" in results.failures:
            return results.failures["it"].__cause__
        return results.values[FlatRef("it", "objects")]

    def told(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def stage(lender: Lender, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    monkeypatch.setattr(chatting, "MOST_TOKENS", 6)
    made = Stage(tmp_path, lender)
    yield made
    made.store.close()


def test_grounding_dino_finds_what_the_text_names_on_every_nth_frame(stage: Stage) -> None:
    found = stage.run(text="teapot. red cup.", every=3, score=0)
    assert isinstance(found, FoundObjects)
    assert (found.length, found.looked) == (5, (0, 3, 4))
    assert {one.label for one in found.objects} <= {"teapot", "red cup"}
    assert found.objects
    for one in found.objects:
        assert one.id.startswith(one.label)
        assert all(0 < seen.score <= 1 and seen.box.coverage > 0 for seen in one.seen)
    assert [event.done for event in stage.told(NodeProgressed) if not event.doing] == [0, 1, 2, 3]


def test_sifting_anew_takes_no_model(stage: Stage) -> None:
    before = stage.run(text="teapot.", score=0)
    assert stage.told(NodeUsedModel)
    best = max(one.score for one in before.objects)
    sifted = stage.run(text="teapot.", score=best, ticks=("teapot 1",))
    assert stage.told(NodeUsedModel) == []
    assert 0 < len(sifted.objects) < len(before.objects)
    assert [one.id for one in sifted.chosen] == ["teapot 1"]
    assert len(stage.run(text="teapot.", score=0, largest=0.0001).objects) == 0


def test_other_words_and_other_frames_are_asked_for_and_those_known_are_not(stage: Stage) -> None:
    stage.run(text="teapot.", every=4)
    stage.run(text="cup.", every=4)
    assert stage.told(NodeUsedModel)
    stage.run(text=" Cup ", every=4)
    assert stage.told(NodeUsedModel) == []
    stage.run(text="cup.", every=2)
    assert stage.told(NodeUsedModel)


def test_a_tick_on_what_is_no_more_is_told(stage: Stage) -> None:
    stage.run(text="teapot.", ticks=("jar 1",))
    assert any("jar 1" in event.message for event in stage.told(NodeWarned))


@pytest.mark.parametrize("model", [QWEN25, QWEN3])
def test_qwen_is_asked_in_words_and_chatter_is_told(stage: Stage, model: str) -> None:
    found = stage.run(text="teapot.", model=model, every=0)
    assert found == FoundObjects(5, (0,))
    assert any("without a box" in event.message for event in stage.told(NodeWarned))


@pytest.mark.parametrize("model", [QWEN25, QWEN3])
def test_qwen_stops_within_a_token(
    stage: Stage, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chatting, "MOST_TOKENS", 100_000)
    looks = 0

    class Stops:
        """Is cancelled when it is looked at for the fifth time."""

        @property
        def cancelled(self) -> bool:
            nonlocal looks
            looks += 1
            return looks >= 5

    picture = Image(np.full((60, 80, 3), 90, np.uint8))
    with (
        stage.lender.lease(model, LocalCancelToken()) as lease,
        pytest.raises(Cancelled),
    ):
        detector_of(lease).find(picture, ["teapot"], Stops())
    assert looks == 5


@pytest.mark.parametrize(
    ("model", "edges"), [(QWEN25, [28, 0, 56, 56]), (QWEN3, [500, 0, 1000, 1000])]
)
def test_the_numbers_of_an_answer_are_of_the_picture_that_the_model_saw(
    stage: Stage, model: str, edges: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    words = json.dumps([{"bbox_2d": edges, "label": "teapot"}])
    picture = Image(np.full((112, 112, 3), 90, np.uint8))  # it is resized to half of that
    with stage.lender.lease(model, LocalCancelToken()) as lease:

        def says(input_ids: Any, **others: Any) -> Any:
            said = lease.processor.tokenizer(words, return_tensors="pt")["input_ids"]
            return torch.cat([input_ids, said], dim=1)

        monkeypatch.setattr(lease.network, "generate", says)
        answer = detector_of(lease).find(picture, ["teapot"], LocalCancelToken())
    assert answer.sightings == (Sighting("teapot", Box(0.5, 0.0, 1.0, 1.0)),)


def test_without_a_model_nothing_is_made_up(stage: Stage) -> None:
    error = stage.run(text="teapot.", model="grounding-dino-base")
    assert isinstance(error, NotHereError)
    assert "storyloom models get grounding-dino-base" in error.mend
    error = stage.run(text="teapot.", model="")
    assert isinstance(error, InputError)
    assert "by hand" in error.mend
    asked = Snapshot(graph_of("mask.detect", [CLIP], {"text": "cup."}).graph, REGISTRY)
    assert [need.model for need in model_needs(asked, ["it"], stage.store)] == [DINO]


def test_grounding_dino_wants_words_and_not_a_dictionary(stage: Stage) -> None:
    assert "Write what to look for" in stage.run(text=" . ").mend
    assert "fewer things" in stage.run(text=". ".join(f"thing {n}" for n in range(40))).mend


def test_segment_masks_what_words_find_and_asks_for_a_finder_only_then(stage: Stage) -> None:
    still = clip_of([40], size=(80, 60))

    def asked(**parameters: Any) -> Snapshot:
        return Snapshot(graph_of("mask.segment", [still], parameters).graph, REGISTRY)

    plain = asked(finder="grounding-dino-base")
    spoken = asked(text="teapot.", model=SAM, working_size="256")
    assert plain.flat["it"].models == ()
    assert spoken.flat["it"].models == (DINO, SAM)
    assert [need.model for need in model_needs(spoken, ["it"], stage.store)] == [DINO, SAM]
    assert named_models(spoken.graph.nodes["it"], REGISTRY) == (DINO, SAM)
    assert named_models(plain.graph.nodes["it"], REGISTRY) == ()
    absent = asked(text="teapot.", finder="grounding-dino-base")
    results = stage.evaluator.run(absent, ["it"], stage.events.append)
    assert isinstance(results.failures["it"].__cause__, NotHereError)
    stage.events.clear()
    results = stage.evaluator.run(spoken, ["it"], stage.events.append)
    assert [event.model.model for event in stage.told(NodeUsedModel)] == [DINO, SAM]
    report = results.values[FlatRef("it", "confidence")]
    assert "## teapot 1" in report.markdown
    assert report.curves["teapot 1"] == (1.0,)
