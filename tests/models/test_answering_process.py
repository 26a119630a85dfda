"""Prompts answered by a model in a process of its own."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.models.answering_process import AnsweringProcess
from pipelines.errors import StoryloomError
from pipelines.models.lending import Lender
from pipelines.models.on_this_machine import store_to_look_at
from pipelines.models.refusals import NotHereError
from pipelines.pointing import Click
from pipelines.progress import LocalCancelToken
from pipelines.segmentation.prompts import Prompt
from pipelines.segmentation.sam2 import Sam2
from pipelines.segmentation.served import AnsweringModel
from tests.models.machine import settle, tiny_models
from tests.segmentation.scenes import Film

TINY = AnsweringModel("sam2-tiny", 64)
PROMPTS = (Prompt((Click(0.2, 0.5),)), Prompt((Click(0.2, 0.5), Click(0.8, 0.2, positive=False))))


def test_clicks_are_answered_as_by_the_model_here_and_what_is_absent_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(tmp_path, monkeypatch, tiny_models(tmp_path / "tiny", ["sam2-tiny"]))
    film, process = Film(2), AnsweringProcess()
    lender = Lender(store_to_look_at)
    try:
        with lender.lease("sam2-tiny", LocalCancelToken()) as lease:
            here = Sam2(lease, TINY.side)
            for frame, prompt in ((0, PROMPTS[0]), (0, PROMPTS[1]), (1, PROMPTS[0])):
                made = process.answer(TINY, film.read(frame), prompt)
                expected = here.answer(film.read(frame), prompt)
                assert np.array_equal(made.pixels, expected.pixels)
        with pytest.raises(NotHereError) as absent:
            process.answer(AnsweringModel("sam2-large", 64), film.read(0), PROMPTS[0])
        assert "storyloom models get sam2-large" in absent.value.mend
    finally:
        process.close()
    process.close()
    with pytest.raises(StoryloomError, match="ended"):
        process.answer(TINY, film.read(0), PROMPTS[0])


def test_it_begins_anew_after_a_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(tmp_path, monkeypatch)
    process = AnsweringProcess()
    try:
        for _ in range(2):
            with pytest.raises(NotHereError):
                process.answer(TINY, Film(1).read(0), PROMPTS[0])
            process.rest()
    finally:
        process.close()
