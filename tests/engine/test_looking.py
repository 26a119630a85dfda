"""Looking at single frames: what is made, what is only read, and what is never started."""

from __future__ import annotations

from typing import Any

import pytest

from nodes.document import Document
from nodes.edits import SetParameter
from nodes.looking import Look, footage_of
from nodes.refusals import NodeError, NotRunError
from nodes.snapshot import Snapshot
from pipelines.progress import LocalCancelToken
from tests.engine.bench import Bench
from tests.fakes import CALLS, document


def look(bench: Bench, made: Document, path: str) -> Look:
    CALLS.clear()
    snapshot = Snapshot(made.graph, made.registry, folder=bench.folder)
    return bench.evaluator.look(snapshot, path, LocalCancelToken())


def level(looked: Look, index: int) -> Any:
    footage = looked.footage(0)
    assert footage is not None
    return looked.frame(footage, index).pixels.flat[0]


def chain() -> Document:
    return document(
        {"ramp": "test.ramp", "bright": "test.brighten", "whole": "test.stream"},
        ["ramp > bright.image", "bright > whole.clip"],
    )


def test_looking_makes_the_one_frame_that_is_looked_at(bench: Bench) -> None:
    looked = look(bench, chain(), "bright")
    CALLS.clear()
    assert level(looked, 3) == 31
    assert CALLS == ["brighten 30"]
    looked.close()


def test_looking_never_starts_a_whole_clip_node(bench: Bench) -> None:
    with pytest.raises(NodeError) as refused:
        look(bench, chain(), "whole")
    assert isinstance(refused.value.__cause__, NotRunError)
    assert "stream" not in CALLS


def test_what_a_run_made_is_looked_at(bench: Bench) -> None:
    made = chain()
    bench.run(made, "whole")
    bench.restart()
    looked = look(bench, made, "whole")
    assert level(looked, 2) == 121
    assert CALLS == []
    looked.close()


def test_a_whole_clip_is_found_by_what_its_inputs_hold(bench: Bench) -> None:
    made = document(
        {"ramp": "test.ramp", "trim": "test.trim", "whole": "test.stream"},
        ["ramp > trim.clip", "trim > whole.clip"],
    )
    bench.run(made, "whole")
    made.apply(SetParameter(node="ramp", name="count", value=7))
    looked = look(bench, made, "whole")
    assert level(looked, 1) == 110
    looked.close()


def test_looking_downstream_of_what_has_not_run_names_what_to_run(bench: Bench) -> None:
    made = document(
        {"ramp": "test.ramp", "whole": "test.stream", "bright": "test.brighten"},
        ["ramp > whole.clip", "whole > bright.image"],
    )
    with pytest.raises(NodeError) as refused:
        look(bench, made, "bright")
    assert refused.value.node == "whole"


def test_a_still_is_one_frame_and_a_number_is_none(bench: Bench) -> None:
    looked = look(bench, document({"gray": "test.gray"}), "gray")
    footage = looked.footage(0)
    assert footage is not None
    assert (len(footage.frames), footage.format.width) == (1, 8)
    assert level(looked, 0) == 100
    looked.close()
    assert footage_of(3.0) is None
