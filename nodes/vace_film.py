"""A film by VACE in a graph: read, made, put back where it is kept, stored as a clip."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from nodes.work import Work
from pipelines.frames import FrameRef
from pipelines.montage import cut_out
from pipelines.vace.advice import advice
from pipelines.vace.built_in import FILL, filled, in_betweens, stand_in
from pipelines.vace.conditioning import Conditioning
from pipelines.vace.generation import generate
from pipelines.vace.given import Given, read_given
from pipelines.vace.laying import laid_out
from pipelines.vace.sampling import Sampling
from pipelines.vace.sizes import draft_size, nearest_places, thinned
from pipelines.values import Audio, Clip, ClipFormat, Image, Pixels8

_AT_ENDS = {0.0: "Encoding.", 1.0: "Decoding."}
"""What is done before the first step and after the last."""


class Quality(StrEnum):
    """How large a generation is."""

    DRAFT = "draft"
    """About 480x272 and at most 33 frames, which are held for as long as those between them."""
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class _Watcher:
    """Tells of a generation as the work of a node."""

    work: Work

    def progress(self, done: int, total: int) -> None:
        self.work.progress(done, total, _AT_ENDS.get(done / total, ""))

    def preview(self, picture: Image) -> None:
        self.work.preview(picture)


@dataclass(frozen=True, slots=True)
class VaceFilm:
    """One film: what it is made of, how large, and how its frames become a clip."""

    work: Work
    given: Conditioning
    quality: Quality
    keep_exact: bool

    @property
    def size(self) -> tuple[int, int]:
        size = self.given.size
        return draft_size(*size) if self.quality is Quality.DRAFT else size

    @property
    def times(self) -> tuple[int, ...]:
        """The frames of the film that are made."""
        count = self.given.count
        return thinned(count) if self.quality is Quality.DRAFT else tuple(range(count))

    def read(self) -> Given:
        """What the model is given, and what is worth saying of it."""
        laid = laid_out(self.given, size=self.size, times=self.times)
        self.work.own(laid.content)
        self.work.own(laid.generate)
        given = read_given(laid, self._frame, progress=self._reading)
        for one in advice(self.given, given):
            self.work.warn(str(one))
        return given

    def made_by(self, pipe: Any, given: Given, sampling: Sampling) -> Iterator[Image]:
        """The frames that a pipeline makes, with what is kept put back where that is wished."""
        watcher = _Watcher(self.work)
        made = generate(pipe, given, sampling, cancel=self.work.cancel, watcher=watcher)
        for index, picture in enumerate(made):
            yield Image(self._kept(given, index, picture))

    def built_in(self, given: Given) -> Clip:
        """Made without a model, and said so."""
        if stand_in(given) is FILL:
            self.work.warn(
                "Made without VACE, by what is built in: masked areas show the ground that other "
                "frames show. Nothing new was painted."
            )
            made = filled(given, cancel=self.work.cancel, progress=self.work.progress)
        else:
            self.work.warn(
                "Made without VACE, by what is built in: the frames between keys are drawn along "
                "their motion. Nothing new was painted."
            )
            made = in_betweens(given, cancel=self.work.cancel)
        return self.stored(made)

    def stored(self, frames: Iterator[Image], *, doing: str = "") -> Clip:
        """The clip, as long as the final: frames of a draft are held. `doing` says what this is
        where making them was the work before."""
        order = nearest_places(self.given.count, self.times)
        own = self.given.clip
        return self.work.store_clip(
            ClipFormat(*self.size, fps=self.given.fps, start_timecode=_timecode(self.given)),
            frames,
            total=len(self.times),
            audio=_sound(own, self.given),
            order=order,
            doing=doing,
        )

    def _kept(self, given: Given, index: int, picture: Pixels8) -> Pixels8:
        keeps = given.generate[index] < 128
        if not self.keep_exact or not keeps.any():
            return picture
        return np.where(keeps[..., None], given.content[index, ..., :3], picture)

    def _reading(self, done: int, total: int) -> None:
        tasks = ", ".join(task.value for task in self.given.tasks)
        self.work.progress(done, total, f"Reading what VACE is given ({tasks}).")

    def _frame(self, ref: FrameRef) -> object:
        return self.work.host.read(ref.source, ref.at)


def _sound(clip: Clip | None, given: Conditioning) -> Audio | None:
    """The sound of a clip that the film begins with."""
    if clip is None or clip.audio is None or given.start:
        return None
    return cut_out(clip, 0, given.count).audio if given.count < len(clip) else clip.audio


def _timecode(given: Conditioning) -> str:
    own = given.clip if given.clip is not None and not given.start else given.storyboard
    return ClipFormat(1, 1).start_timecode if own is None else own.format.start_timecode
