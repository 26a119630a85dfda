"""Pointing where the painter is set to a model: it answers elsewhere, or what is built in does."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nodes.edits import SetParameter
from nodes.graph import Node
from pipelines.models.refusals import ModelError, NotHereError
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.segmentation.served import AnsweringModel
from pipelines.values import Image, Mask
from tests.masking.stage import PaintingStage, painting
from tests.viewer.supplies import BallFrames

MODEL = {"model": "sam2-tiny", "working_size": WorkingSize.HALF}
FOLLOWER = Node(id="masks", type="mask.propagate", parameters=MODEL)


class Answers:
    """Implements ModelAnswers: all of the picture, as soon as it may."""

    def __init__(self) -> None:
        self.asked: list[tuple[AnsweringModel, Prompt]] = []
        self.may = Event()
        self.is_absent = False
        self._is_closed = False

    def answer(self, model: AnsweringModel, picture: Image, prompt: Prompt) -> Mask:
        self.asked.append((model, prompt))
        self.may.wait()
        if self._is_closed:
            raise ModelError("It ended.")
        if self.is_absent:
            raise NotHereError("“SAM 2.1 tiny” is not here.", mend="Fetch it.")
        return Mask(np.full((picture.height, picture.width), 255, np.uint8))

    def close(self) -> None:
        self._is_closed = True
        self.may.set()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def stage(qtbot: QtBot, answers: Answers) -> Iterator[PaintingStage]:
    with painting(qtbot, BallFrames(), FOLLOWER, answers) as made:
        made.trigger("tool_point")
        yield made


def point(stage: PaintingStage) -> None:
    stage.drag((20, 24))


def sees(stage: PaintingStage, level: int) -> None:
    """Wait for a level in a corner, where the ball is not."""
    stage.qtbot.waitUntil(lambda: stage.seen()[2, 60] == level, timeout=5000)


def is_answered(stage: PaintingStage, answers: Answers, asked: int) -> None:
    """Wait until the model was asked so many times, and nothing is awaited any more."""
    stage.qtbot.waitUntil(lambda: len(answers.asked) == asked, timeout=5000)
    stage.qtbot.waitUntil(lambda: "looking" not in stage.painter.words(), timeout=5000)


def test_the_model_of_the_node_answers_in_its_working_size(
    stage: PaintingStage, answers: Answers
) -> None:
    answers.may.set()
    point(stage)
    sees(stage, 255)
    assert [model for model, _ in answers.asked] == [AnsweringModel("sam2-tiny", 512)]
    stage.press(Qt.Key.Key_Return)
    assert stage.steps == ["Mask by pointing"]


def test_masks_are_looked_at_while_a_model_is_awaited_and_that_is_said(
    stage: PaintingStage, answers: Answers
) -> None:
    point(stage)
    stage.qtbot.waitUntil(lambda: bool(answers.asked), timeout=5000)
    assert "looking" in stage.painter.words()
    stage.go(7)  # waits until the masks of that frame are read
    stage.go(0)
    answers.may.set()
    stage.qtbot.waitUntil(lambda: "looking" not in stage.painter.words(), timeout=5000)


def test_where_the_model_is_not_here_what_is_built_in_answers_and_that_is_told_once(
    stage: PaintingStage, answers: Answers
) -> None:
    answers.is_absent = True
    answers.may.set()
    for asked in (1, 2):
        point(stage)
        is_answered(stage, answers, asked)
        assert stage.seen()[24, 20] == 255 and stage.seen()[2, 60] == 0
    (told,) = stage.refused
    assert "not here" in told and "What is built in answers." in told


def test_set_to_what_is_built_in_no_model_is_asked(stage: PaintingStage, answers: Answers) -> None:
    stage.model.do(SetParameter(node="masks", name="model", value=""), "Set model")
    point(stage)
    stage.qtbot.waitUntil(lambda: stage.seen()[24, 20] == 255, timeout=5000)
    assert answers.asked == []


def test_it_can_be_closed_while_a_model_is_awaited(stage: PaintingStage, answers: Answers) -> None:
    point(stage)
    stage.qtbot.waitUntil(lambda: bool(answers.asked), timeout=5000)
