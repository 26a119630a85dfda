"""Nodes that lease models: in a run, in its events, in keys, and what is kept with results."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nodes.evaluator import Evaluator
from nodes.events import NodeFailed, NodeProgressed, NodeStoodIn, NodeUsedModel, NodeWarned
from nodes.flat_node import FlatRef, Setting
from nodes.frame_serving.messages import scene_of
from nodes.graph import Graph, Link, Node
from nodes.reasons import Cause, Reason, own_reasons
from nodes.refusals import NodeError, NotRunError
from nodes.serving.sent_snapshot import encode_snapshot, read_snapshot
from nodes.snapshot import Snapshot
from nodes.standing import standing
from nodes.store import ResultStore
from pipelines.models.catalogue import Precision
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.placement import OPEN, Wish
from pipelines.models.refusals import DeviceLostError, MemoryFullError, NotHereError
from pipelines.progress import LocalCancelToken
from tests.models.kinds import registry
from tests.models.machine import settle, tiny_models


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_models(tmp_path_factory.mktemp("tiny"), ["dinov2-base"])


class Stage:
    """An evaluator that lends the models of this machine, and what its last run told."""

    def __init__(self, folder: Path) -> None:
        self.store = ResultStore(folder / "store")
        self.lender = Lender(store_to_look_at)
        self.evaluator = Evaluator(self.store, lender=self.lender)
        self.events: list[Any] = []

    def run(self, snapshot: Snapshot, sink: str = "m") -> Any:
        """Run, and answer the sink's result, or why it has none."""
        self.events.clear()
        results = self.evaluator.run(snapshot, [sink], self.events.append)
        if sink in results.failures:
            return results.failures[sink].__cause__
        return results.values[FlatRef(sink, "out")]

    def told(self, kind: type) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture
def machine(tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The machine's own list of models."""
    return settle(tmp_path, monkeypatch, tiny)


@pytest.fixture
def stage(machine: Path, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path)
    yield made
    made.store.close()
    made.lender.drop()


def shot(kind: str = "test.features", wish: Wish = OPEN, **parameters: Any) -> Snapshot:
    """A number, and a node "m" of that kind after it."""
    number = Node(id="n", type="test.number", parameters={"value": 2.0})
    fed = {"a": (Link("l", "n"),)}
    model = Node(id="m", type=kind, parameters=parameters, inputs=fed)
    graph = Graph({"n": number, "m": model})
    return Snapshot(graph, registry(), setting=Setting(wish=wish))


def key(snapshot: Snapshot) -> str:
    return snapshot.keys(["m"])["m"]


def test_a_node_works_with_a_model_and_its_run_tells_which(stage: Stage) -> None:
    assert stage.run(shot()) != 2.0
    loading = [event for event in stage.told(NodeProgressed) if event.doing]
    assert {event.doing for event in loading} == {"Loading Noise: DINOv2 base."}
    assert [event.done for event in loading] == [0, 1]
    (event,) = stage.told(NodeUsedModel)
    assert (event.path, event.model.model, event.model.device) == ("m", "dinov2-base", "cpu")
    assert (event.model.precision, event.model.offload) == ("fp32", "none")
    assert "random weights" in stage.told(NodeWarned)[0].message


def test_a_model_stays_warm_for_other_nodes_and_runs(stage: Stage) -> None:
    stage.run(shot())
    (before,) = stage.lender.warm
    stage.run(shot("test.always"))
    assert stage.lender.warm[0].network is before.network
    assert not [event for event in stage.told(NodeProgressed) if event.doing]


def test_what_is_built_in_stands_in_for_a_model_that_is_not_here_and_says_so(
    stage: Stage,
) -> None:
    absent = shot(model="dinov2-large").override({}, absent={"dinov2-large"})
    assert stage.run(absent) == 2.0
    (told,) = stage.told(NodeStoodIn)
    assert (told.path, told.model) == ("m", "dinov2-large")
    assert key(absent) == key(shot(model="")) != key(shot(model="dinov2-large"))
    stage.run(absent)
    assert not stage.told(NodeStoodIn)  # nothing was made
    always = shot("test.always").override({}, absent={"dinov2-base"})
    assert key(always) == key(shot("test.always"))  # nothing is built in that could


def test_a_snapshot_that_is_sent_says_which_models_are_not_here(machine: Path) -> None:
    absent = shot().override({}, absent={"dinov2-base"})
    sent, _ = read_snapshot(encode_snapshot(absent), registry())
    assert sent.flat["m"].instead_of == ("dinov2-base",)
    assert key(sent) == key(absent)
    assert scene_of(absent).absent == {"dinov2-base"}


def test_what_made_a_result_is_kept_with_it(stage: Stage, tmp_path: Path) -> None:
    stage.run(shot())
    found = standing(shot(), stage.store, set())
    assert [one.title for one in found.models["m"]] == ["Noise: DINOv2 base"]
    assert found.models["m"][0].precision == "fp32"


def test_other_weights_are_another_key_and_the_reason_says_so(stage: Stage, tiny: Path) -> None:
    snapshot = shot()
    before = key(snapshot)
    parts = standing(snapshot, stage.store, set()).parts
    assert key(snapshot) == before
    weights = store_to_look_at().folders("dinov2-base")["dinov2-base"] / "model.safetensors"
    stood = weights.stat()
    try:
        os.utime(weights, ns=(0, stood.st_mtime_ns + 10**9))
        after = key(snapshot)
        assert after != before
        new = standing(snapshot, stage.store, set()).parts[after]
        assert own_reasons("m", parts[before], new) == [Reason(Cause.MODEL, "m", "dinov2-base")]
    finally:
        os.utime(weights, ns=(stood.st_atime_ns, stood.st_mtime_ns))


def test_a_chosen_precision_is_part_of_the_key_and_offloading_is_not(machine: Path) -> None:
    plain = key(shot())
    assert key(shot(precision="bf16")) != plain
    assert key(shot(offload="blocks")) == plain
    asked = shot(wish=Wish(Precision.BF16))
    assert key(asked) != plain
    own = key(shot(precision="fp32"))
    assert key(shot(precision="fp32", wish=Wish(Precision.BF16))) == own
    assert key(shot("test.add", wish=Wish(Precision.BF16))) == key(shot("test.add"))


def test_what_is_built_in_has_no_model_in_its_key(machine: Path) -> None:
    assert key(shot(model="", wish=Wish(Precision.BF16))) == key(shot(model=""))
    assert key(shot(model="")) != key(shot())


def test_the_precision_and_the_offloading_of_a_node_hold(stage: Stage) -> None:
    full = stage.run(shot())
    half = stage.run(shot(precision="bf16"))
    (event,) = stage.told(NodeUsedModel)
    assert event.model.precision == "bf16"
    assert half != full
    assert half == pytest.approx(full, rel=0.05, abs=1)
    again = stage.run(shot(precision="bf16", offload="blocks"))
    assert again == half
    assert stage.told(NodeUsedModel) == []  # the result was there: offloading changes none


def test_what_one_node_chose_is_not_what_another_gets_that_leaves_it_open(stage: Stage) -> None:
    full = stage.run(shot())
    stage.run(shot(precision="bf16"))
    assert stage.run(shot("test.always")) == pytest.approx(full - 2.0)
    assert stage.told(NodeUsedModel)[0].model.precision == "fp32"


def test_a_model_that_is_not_here_is_refused_before_anything_runs(stage: Stage) -> None:
    error = stage.run(shot(model="clip-vit-base"))
    assert isinstance(error, NotHereError)
    assert "storyloom models get clip-vit-base" in error.mend
    assert isinstance(stage.events[0], NodeFailed)


def test_a_full_memory_is_told_in_words_and_leaves_nothing_behind(stage: Stage) -> None:
    import torch

    error = stage.run(shot("test.fills"))
    assert isinstance(error, MemoryFullError)
    held = [one for one in gc.get_objects() if type(one) is torch.Tensor]
    assert 1 << 20 not in [one.numel() for one in held]  # though the error is at hand
    assert "fp8" in error.mend
    assert stage.lender.warm == ()
    assert stage.run(shot()) != 2.0


def test_a_lost_device_is_told_and_its_lender_says_so(stage: Stage) -> None:
    assert isinstance(stage.run(shot("test.loses")), DeviceLostError)
    assert stage.lender.has_lost_device


def test_looking_at_a_frame_starts_no_model_and_a_run_lends_for_each_frame(stage: Stage) -> None:
    fed = {"image": (Link("l", "p"),)}
    nodes = [Node(id="p", type="test.ramp"), Node(id="m", type="test.lit", inputs=fed)]
    snapshot = Snapshot(Graph({one.id: one for one in nodes}), registry())
    with pytest.raises(NodeError) as refused:
        stage.evaluator.look(snapshot, "m", LocalCancelToken())
    assert isinstance(refused.value.__cause__, NotRunError)
    stage.run(snapshot)
    assert len(stage.told(NodeUsedModel)) == 1
    assert standing(snapshot, stage.store, set()).models["m"][0].model == "dinov2-base"
    stage.evaluator.look(snapshot, "m", LocalCancelToken()).close()
