"""Why a node ran again: the difference that made it, wherever it lies."""

from __future__ import annotations

from pathlib import Path

from nodes.edits import Connect, Disconnect, Edit, Pin, Reroll, SetParameter
from nodes.evaluator import CacheState, Evaluator
from nodes.graph import Link
from nodes.reasons import Cause, KeyParts, Reason, parts_of, reasons
from nodes.snapshot import Snapshot
from nodes.standing import standing
from pipelines.panels import Panel
from tests.engine.bench import Bench
from tests.fakes import document


class Memory:
    """A document whose nodes' parts are noted before and after an edit."""

    def __init__(self) -> None:
        nodes = {
            "one": "test.number",
            "two": ("test.number", {"value": 7.0}),
            "sum": "test.add",
            "last": "test.add",
        }
        self.document = document(nodes, ["one > sum.a", "sum > last.a", "one > last.b"])
        self.known: dict[str, KeyParts] = {}

    def keys(self, scale: float = 1.0) -> dict[str, str]:
        snapshot = Snapshot(self.document.graph, self.document.registry)
        snapshot = snapshot.override({}, scale=scale) if scale != 1.0 else snapshot
        paths = list(snapshot.flat)
        keys = dict(snapshot.keys(paths))
        self.known.update((keys[path], parts_of(snapshot, path, keys)) for path in paths)
        return {path: str(keys[path]) for path in paths}

    def why(self, path: str, *changes: Edit) -> list[Reason]:
        before = self.keys()
        for edit in changes:
            self.document.apply(edit)
        return reasons(path, before[path], self.keys()[path], self.known)


def test_a_parameter_is_told_with_both_values() -> None:
    edit = SetParameter(node="sum", name="amount", value=12.0)
    assert Memory().why("sum", edit) == [Reason(Cause.PARAMETER, "sum", "amount", "0.0", "12.0")]


def test_a_difference_upstream_is_told_once_and_where_it_lies() -> None:
    edit = SetParameter(node="one", name="value", value=3.0)
    assert Memory().why("last", edit) == [Reason(Cause.PARAMETER, "one", "value", "0.0", "3.0")]


def test_another_wire_is_told() -> None:
    memory = Memory()
    link = memory.document.graph.nodes["sum"].inputs["a"][0].id
    edits = (
        Disconnect(node="sum", socket="a", link=link),
        Connect(node="sum", socket="a", link=Link("new", "two")),
    )
    assert memory.why("last", *edits) == [Reason(Cause.WIRE, "sum", "a")]


def test_a_first_run_a_lost_result_and_a_forgotten_one_are_told_apart() -> None:
    memory = Memory()
    key = memory.keys()["sum"]
    assert reasons("sum", "", key, memory.known) == [Reason(Cause.FIRST, "sum")]
    assert reasons("sum", key, key, memory.known) == [Reason(Cause.LOST, "sum")]
    assert reasons("sum", "older", key, memory.known) == [Reason(Cause.UNKNOWN, "sum")]


def test_a_re_roll_and_another_working_scale_are_told() -> None:
    assert Memory().why("sum", Reroll(node="sum", number=2)) == [Reason(Cause.REROLL, "sum")]
    memory = Memory()
    full, draft = memory.keys(), memory.keys(0.5)
    found = reasons("one", full["one"], draft["one"], memory.known)
    assert found == [Reason(Cause.SCALE, "one", before="1.0", after="0.5")]


def test_the_content_of_a_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"one")
    made = document({"load": ("load.image", {"path": str(file)})}, [])
    known: dict[str, KeyParts] = {}
    seen: list[str] = []
    for content in (b"one", b"another"):
        file.write_bytes(content)
        snapshot = Snapshot(made.graph, made.registry)
        keys = snapshot.keys(["load"])
        key = keys["load"]
        known[key] = parts_of(snapshot, "load", keys)
        seen.append(key)
    assert reasons("load", seen[0], seen[1], known) == [Reason(Cause.FILE, "load", "path")]


def test_of_a_long_storyboard_the_panel_is_named() -> None:
    panels = tuple(Panel(id=f"p{number}", shot="s") for number in range(4))
    made = document({"board": ("story.storyboard", {"panels": panels})}, [])
    known: dict[str, KeyParts] = {}
    seen: list[str] = []
    for edit in (None, 3):
        if edit is not None:
            changed = (*panels[:2], Panel(id="p2", shot="s", duration=9), *panels[3:])
            made.apply(SetParameter(node="board", name="panels", value=changed))
        snapshot = Snapshot(made.graph, made.registry)
        keys = snapshot.keys(["board"])
        key = keys["board"]
        known[key] = parts_of(snapshot, "board", keys)
        seen.append(key)
    assert reasons("board", seen[0], seen[1], known) == [
        Reason(Cause.ITEM, "board", "panels", item=3)
    ]


def test_what_is_on_disk_is_known_before_anything_runs(bench: Bench) -> None:
    made = document({"one": "test.number", "sum": "test.add"}, ["one > sum.a"])
    snapshot = Snapshot(made.graph, made.registry)
    known: set[str] = set()
    assert standing(snapshot, bench.store, known).caches["sum"] is CacheState.NOT_RUN
    Evaluator(bench.store).run(snapshot, ["sum"])
    bench.store.flush()
    found = standing(snapshot, bench.store, known)
    assert found.caches["sum"] is CacheState.ON_DISK
    assert found.parts == {}
    made.apply(Pin(node="sum", key=found.keys["sum"]))
    pinned = Snapshot(made.graph, made.registry)
    assert standing(pinned, bench.store, known).caches["sum"] is CacheState.PINNED
