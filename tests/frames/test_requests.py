"""Which request counts, which waits, and which slot its picture goes to."""

from __future__ import annotations

from multiprocessing import Pipe
from typing import Any

import pytest

from app.frames.slot_ring import SLOTS, SlotRing
from nodes.frame_serving.messages import (
    CancelView,
    FrameRequest,
    ReadAhead,
    SoundRequest,
)
from nodes.frame_serving.requests import Requests


class Window:
    """The window's end of a pipe, and the requests at the other."""

    def __init__(self) -> None:
        self.connection, other = Pipe()
        self.requests = Requests(other)

    def ask(self, view: str, serial: int, *, patient: bool = False) -> None:
        self.connection.send(FrameRequest(view, serial, "a", "", 0, (8, 8), patient=patient))

    def taken(self) -> Any:
        request = self.requests.take()
        return request and (request.view, getattr(request, "serial", None))


def test_the_newest_request_of_a_view_counts_and_the_patient_wait() -> None:
    window = Window()
    window.ask("thumbnail", 1, patient=True)
    window.ask("viewer", 2)
    window.ask("viewer", 3)
    assert window.taken() == ("viewer", 3)
    assert [old.serial for old in window.requests.overtaken] == [2]
    window.requests.overtaken.clear()
    assert window.taken() == ("thumbnail", 1)
    window.connection.close()
    assert window.taken() is None
    assert window.requests.cancelled


def test_what_is_read_ahead_waits_for_everything_and_gives_way_at_once() -> None:
    window = Window()
    ahead = ReadAhead("viewer", "a", "", (1, 2), (8, 8))
    window.connection.send(ahead)
    window.ask("thumbnail", 1, patient=True)
    window.connection.send(SoundRequest("viewer", "a", "", (0,), 48000))
    window.ask("viewer", 2)
    taken = [type(window.requests.take()) for _ in range(4)]
    assert taken == [SoundRequest, FrameRequest, FrameRequest, ReadAhead]
    assert not window.requests.cancelled
    window.ask("viewer", 3)
    assert window.requests.cancelled
    window.requests.put_back(ahead)
    window.connection.send(CancelView("viewer"))
    window.connection.close()
    assert window.requests.take() is None


def test_work_goes_on_for_a_while_when_a_newer_frame_is_wanted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = Window()
    window.ask("viewer", 1)
    window.taken()
    window.ask("viewer", 2)
    assert not window.requests.cancelled
    monkeypatch.setattr("nodes.frame_serving.requests.PATIENCE", -1.0)
    assert window.requests.cancelled
    assert window.taken() == ("viewer", 2)
    assert not window.requests.cancelled
    window.connection.close()


def test_a_view_that_is_gone_stops_its_work_at_once() -> None:
    window = Window()
    window.ask("viewer", 1)
    window.taken()
    window.connection.send(CancelView("other"))
    assert not window.requests.cancelled
    window.connection.send(CancelView("viewer"))
    assert window.requests.cancelled
    window.ask("viewer", 2)
    assert window.taken() == ("viewer", 2)
    assert not window.requests.cancelled
    window.connection.close()


def test_slots_are_lent_once_and_grow() -> None:
    ring = SlotRing(1000)
    lent = [ring.take(10) for _ in range(SLOTS)]
    assert None not in lent
    assert ring.take(10) is None
    larger = ring.take(5000)
    assert larger is not None
    assert larger.size >= 5000
    for slot in lent:
        assert slot is not None
        ring.give_back(slot)
    assert ring.take(10, spare=SLOTS - 1) is None
    ring.close()
