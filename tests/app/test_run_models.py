"""What the window says of a model while a run is at it, and of what made a result."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.window.main_window import MainWindow
from app.window.run_estimate import NodeTimes
from app.window.run_reasons import RunReasons
from app.window.run_states import RunStates
from app.workers.orders import RunOrder, WorkerModels
from nodes.events import NodeFinished, NodeProgressed, NodeStarted, NodeUsedModel, Origin
from nodes.graph import Graph, Node
from nodes.snapshot import Snapshot
from nodes.used_model import UsedModel
from tests.models import kinds


def test_loading_is_said_on_the_node_and_the_model_with_why_it_ran() -> None:
    snapshot = Snapshot(Graph({"m": Node(id="m", type="test.features")}), kinds.registry())
    seen = RunStates(NodeTimes(), RunReasons())
    seen.begin(RunOrder(snapshot=snapshot, sinks=("m",)))
    loading = NodeProgressed("m", 3, 5, "Loading One, 3 of 5 parts.")
    seen.take([NodeStarted("m"), loading])
    assert seen.shown.of("m").words == "Loading One, 3 of 5 parts."
    seen.take([NodeUsedModel("m", UsedModel("one", "One", {}, "cuda", "fp8", "parts", "native"))])
    seen.take([NodeProgressed("m", 1, 4)])
    assert seen.shown.of("m").words == "Running, 25 %"
    seen.take([NodeFinished("m", 1.0, Origin.COMPUTED)])
    words = "Made with One: FP8, on the graphics card, its parts take turns."
    assert seen.shown.why("m")[-1] == words


def test_models_are_freed_by_a_command_while_there_are_any(
    window: MainWindow, qtbot: QtBot
) -> None:
    free = window.menus.commands["free_models"]
    assert not free.isEnabled()
    model = UsedModel("one", "One", {}, "cuda", "fp8", "parts", "native")
    window.desk.worker.models_changed.emit(WorkerModels("cuda", (model,)))
    qtbot.waitUntil(free.isEnabled)
    free.trigger()  # a worker that runs tells what is left
    window.desk.worker.models_changed.emit(WorkerModels("cuda", ()))
    qtbot.waitUntil(lambda: not free.isEnabled())
