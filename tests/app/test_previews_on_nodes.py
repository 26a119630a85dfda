"""What a run is making plays on its node, and makes room for the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.frames.client import FrameClient
from app.window.thumbnails import Thumbnails
from app.workers.orders import RunPreview
from nodes.frame_serving.messages import ArrivedFrame, FrameAnswer, FrameState
from nodes.standing import Standing
from pipelines.digest import Digest
from pipelines.values import Image
from tests.widgets.canvas.stage import Stage


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FrameClient]:
    made = FrameClient(tmp_path / "store")
    yield made
    made.stop()


def preview(path: str, level: int) -> RunPreview:
    return RunPreview("run", path, Image(np.full((6, 10, 3), level, np.uint8)))


def test_a_preview_plays_on_its_node_until_it_is_known_what_stands_there(
    qtbot: QtBot, client: FrameClient
) -> None:
    stage = Stage(qtbot, {"one": "test.ramp", "two": "test.ramp"})
    thumbnails = Thumbnails(stage.canvas, client)

    def level(node: str) -> int | None:
        shown = stage.canvas.scene.thumbnail(node)
        if shown is None or shown.picture is None:
            return None
        return QColor(shown.picture.toImage().pixel(3, 3)).red()

    for number in (60, 200):
        thumbnails.show_preview(preview("one", number))
        qtbot.waitUntil(lambda number=number: level("one") == number)
    thumbnails.show_preview(preview("not here", 9))
    assert level("two") is None
    thumbnails.take(Standing({"one": Digest("k")}, {}, {}, {}))
    answer = FrameAnswer("thumbnail one", 1, FrameState.NOT_RUN)
    client.frame_arrived.emit(ArrivedFrame(answer))
    qtbot.waitUntil(lambda: level("one") is None)
    thumbnails.close()
