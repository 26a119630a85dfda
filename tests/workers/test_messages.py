"""What goes through the pipe comes out as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.workers.coalescing import coalesced
from nodes.events import (
    Event,
    NodeBlocked,
    NodeFailed,
    NodeFinished,
    NodeProgressed,
    NodeStarted,
    NodeWarned,
    Origin,
    Outcome,
    RunEnded,
)
from nodes.refusals import NodeError
from nodes.serving.device_environment import device_environment
from nodes.serving.messages import Consents, Told, decode_answer, encode, event_of, told
from nodes.serving.sent_snapshot import encode_snapshot, opened_snapshot
from pipelines.errors import OutputError
from tests.workers import kinds
from tests.workers.stage import chain


@pytest.mark.parametrize(
    "event",
    [
        NodeStarted("a"),
        NodeProgressed("a/b", 3, 0),
        NodeWarned("a", "It is gone."),
        NodeFinished("a", 0.25, Origin.PINNED, 4),
        NodeBlocked("b", "a"),
        RunEnded(Outcome.CANCELLED, 1.5),
    ],
)
def test_an_event_arrives_as_it_was_told(event: Event) -> None:
    message = decode_answer(encode(told(3, event)))
    assert isinstance(message, Told)
    assert message.run == 3
    assert event_of(message) == event


@pytest.mark.parametrize("frame", [None, 0, 12])
def test_an_error_arrives_with_its_words(frame: int | None) -> None:
    error = NodeError("a", OutputError("Full.", mend="Make room."), frame=frame)
    message = decode_answer(encode(told(1, NodeFailed("a", error))))
    assert isinstance(message, Told)
    arrived = event_of(message)
    assert isinstance(arrived, NodeFailed)
    assert (arrived.error.node, arrived.error.frame) == ("a", frame)
    assert (arrived.error.message, arrived.error.mend) == (error.message, "Make room.")
    assert arrived.error.reason == "Full."


def test_of_progress_the_latest_of_each_node_is_kept_in_its_place() -> None:
    first, second = NodeProgressed("a", 1, 9), NodeProgressed("a", 2, 9)
    other, start = NodeProgressed("b", 1, 9), NodeStarted("b")
    assert coalesced([first, start, other, second]) == (start, other, second)
    assert coalesced([]) == ()


def test_a_sent_snapshot_has_the_same_keys() -> None:
    shot = chain("test.add", 3, 2.0, amount=0.5).override({"n1.amount": 4}, scale=0.5)
    with opened_snapshot(encode_snapshot(shot), kinds.registry()) as received:
        assert received.scale == 0.5
        assert received.folder is None
        assert received.keys(["n3"])["n3"] == shot.keys(["n3"])["n3"]


def test_consent_holds_for_what_was_named() -> None:
    named = Consents(reads=("/a",), writes=("/b",))
    assert named.may_read(Path("/a"))
    assert not named.may_read(Path("/b"))
    assert named.may_write(Path("/b"))
    assert not named.may_write(Path("/a"))
    assert Consents(everything=True).may_write(Path("/a"))
    assert not Consents().may_read(Path("/a"))


def test_a_process_sees_its_own_device_only() -> None:
    name = "CUDA_VISIBLE_DEVICES"
    assert device_environment("cpu", {}) == {name: ""}
    assert device_environment("cuda", {name: "3"}) == {}
    assert device_environment("cuda:1", {}) == {name: "1"}
    assert device_environment("cuda:1", {name: "4, 6"}) == {name: "6"}
