"""A frame server without its process, asked directly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.frames.slot_ring import SlotRing
from nodes.document import Document
from nodes.edits import AddNode
from nodes.evaluator import Evaluator
from nodes.frame_serving.messages import (
    FrameAnswer,
    FrameRequest,
    Scene,
)
from nodes.frame_serving.server import FrameServer
from nodes.frame_serving.slots import SlotWriter
from nodes.graph import Node
from nodes.registry import Registry
from nodes.snapshot import Snapshot
from nodes.store import ResultStore
from pipelines.progress import LocalCancelToken
from tests.fakes import CALLS, document, registry
from tests.frames.kinds import kinds


class Desk:
    """A server in this process, and what a window needs of one."""

    def __init__(self, folder: Path, kinds: Registry | None = None) -> None:
        self.registry = kinds if kinds is not None else registry()
        self.store = ResultStore(folder / "store")
        self.evaluator = Evaluator(self.store)
        self.token = LocalCancelToken()
        self.ring = SlotRing(1 << 16)
        self.slots = SlotWriter()
        self.server = FrameServer(self.evaluator, self.registry, self.slots, self.token)
        self.number = 0

    def show(self, made: Document) -> None:
        self.number += 1
        self.scene = Scene(made.graph)
        self.document = made

    def run(self, *sinks: str) -> None:
        self.evaluator.run(Snapshot(self.document.graph, registry()), sinks)

    def ask(
        self,
        path: str,
        frame: int = 0,
        *,
        output: str = "",
        size: tuple[int, int] = (64, 64),
        panel: str = "",
        scale: float = 1.0,
        patient: bool = False,
    ) -> FrameAnswer:
        CALLS.clear()
        self.slot = self.ring.take(1)
        assert self.slot is not None
        request = FrameRequest(
            "viewer",
            1,
            path,
            output,
            frame,
            size,
            patient=patient,
            slot=self.slot,
            panel=panel,
            scale=scale,
        )
        answer = self.server.answer(request, (self.number, self.scene))
        self.ring.give_back(self.slot)
        return answer

    def level(self) -> int:
        """The first byte of the picture that was answered."""
        assert self.slot is not None
        return self.ring.read(self.slot, 1)[0]

    def close(self) -> None:
        self.server.close()
        self.slots.close()
        self.ring.close()
        self.store.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.close()


def chain() -> Document:
    return document(
        {
            "ramp": "test.ramp",
            "whole": "test.stream",
            "bright": "test.brighten",
            "write": "test.write",
            "number": "test.number",
        },
        ["ramp > whole.clip", "whole > bright.image", "ramp > write.clip"],
    )


def one_node(type_id: str, path: str) -> Document:
    made = Document(kinds())
    made.apply(AddNode(node=Node(id=path, type=type_id)))
    return made
