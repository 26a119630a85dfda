"""A film by VACE in a graph: read, made, put back where it is kept, stored as a clip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, cast

import numpy as np

from nodes.sampler_checkpoints import SamplerCheckpoints
from nodes.work import Work
from pipelines.conversions import drop_alpha, to_bits
from pipelines.frames import FrameRef
from pipelines.framing import Filter, place, plan
from pipelines.montage import cut_out
from pipelines.vace.advice import advice
from pipelines.vace.built_in import FILL, filled, in_betweens, stand_in
from pipelines.vace.composing import put_back
from pipelines.vace.conditioning import Conditioning, source_at
from pipelines.vace.generation import generate
from pipelines.vace.given import Given, read_given
from pipelines.vace.laying import Laid, laid_out
from pipelines.vace.sampling import Sampling
from pipelines.vace.sizes import beginning, draft_size, nearest_places, thinned
from pipelines.vace.source_mode import SourceMode
from pipelines.values import Audio, Clip, ClipFormat, Image, Pixels8

AT_ENDS = {0.0: "Encoding.", 1.0: "Decoding."}
"""What is done before the first step and after the last."""


class Quality(StrEnum):
    """How large a generation is."""

    DRAFT = "draft"
    """About 480x272 and at most 33 frames: spread and each held, or, where motion guides, the
    first."""
    FINAL = "final"


@dataclass(frozen=True, slots=True)
class _Watcher:
    """Tells of a generation as the work of a node."""

    work: Work

    def progress(self, done: int, total: int) -> None:
        self.work.progress(done, total, AT_ENDS.get(done / total, ""))

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
        """The frames of the film that are made. Motion that guides keeps its pace in a draft: then
        it is that of the beginning, unless keys lie beyond."""
        count = self.given.count
        if self.quality is Quality.FINAL:
            return tuple(range(count))
        if _is_moved(self.given) and not _has_keys_beyond(self.given, beginning(count)):
            return beginning(count)
        return thinned(count)

    def read(self) -> Given:
        """What the model is given, and what is worth saying of it."""
        laid = self._laid()
        given = read_given(laid, self._frame, progress=self._reading)
        self._say_what_a_draft_shows()
        for one in advice(self.given, given):
            self.work.warn(str(one))
        return given

    def begun(self, given: Given, clip: Clip) -> Given:
        """With a film to begin from, whose last frame holds where it is too short."""
        places = [min(time, len(clip) - 1) for time in self.times]
        places += [places[-1]] * (len(given.content) - len(places))
        read = {place: self._canvas(self.work.frame(clip, place)) for place in {*places}}
        return replace(given, begin=np.stack([read[place] for place in places]))

    def made_by(self, pipe: Any, given: Given, sampling: Sampling) -> Iterator[Image]:
        """The frames that a pipeline makes, with what is kept put back where that is wished. What
        was stopped goes on where it was."""
        made = generate(
            pipe,
            given,
            sampling,
            cancel=self.work.cancel,
            watcher=_Watcher(self.work),
            keeper=SamplerCheckpoints(self.work, sampling),
        )
        kept = self._laid().kept
        for index, picture in enumerate(made):
            if self.keep_exact:
                yield put_back(self._frame(FrameRef(kept, index)), Image(picture))
            else:
                yield Image(picture)

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

    def _laid(self) -> Laid:
        laid = laid_out(self.given, size=self.size, times=self.times)
        for frames in (laid.content, laid.generate, laid.kept):
            self.work.own(frames)
        return laid

    def _say_what_a_draft_shows(self) -> None:
        count, times = self.given.count, self.times
        if len(times) == count:
            return
        if times[-1] < count - 1:
            self.work.warn(
                f"The draft shows the first {len(times)} of {count} frames, at the pace that the "
                "control has, and then holds the last one. Final makes all of them."
            )
        elif _is_moved(self.given):
            pace = (count - 1) / (len(times) - 1)
            self.work.warn(
                f"In this draft the model sees the control {pace:.1f} times as fast as it is, since"
                f" {len(times)} of {count} frames are made from the first key to the last. Final "
                "keeps its pace."
            )

    def _canvas(self, picture: Image) -> Pixels8:
        flat = to_bits(drop_alpha(picture), 8)
        placement = plan(flat.width, flat.height, canvas=self.size, fit=self.given.fit)
        return cast(Pixels8, place(flat, placement, how=Filter.BEST).pixels)

    def _reading(self, done: int, total: int) -> None:
        tasks = ", ".join(task.value for task in self.given.tasks)
        self.work.progress(done, total, f"Reading what VACE is given ({tasks}).")

    def _frame(self, ref: FrameRef) -> Any:
        return self.work.host.read(ref.source, ref.at)


def _is_moved(given: Conditioning) -> bool:
    """Whether motion guides what is made, so that its pace counts."""
    return (given.control is not None and len(given.control) > 1) or (
        given.mode is SourceMode.MOTION
    )


def _has_keys_beyond(given: Conditioning, times: Sequence[int]) -> bool:
    """Whether a key lies after `times`, which a draft has to come to. The frames of a masked clip
    are none."""
    if given.storyboard is None and given.ending is None:
        return False
    return any(frame > times[-1] for frame in source_at(given))


def _sound(clip: Clip | None, given: Conditioning) -> Audio | None:
    """The sound of a clip that the film begins with."""
    if clip is None or clip.audio is None or given.start:
        return None
    return cut_out(clip, 0, given.count).audio if given.count < len(clip) else clip.audio


def _timecode(given: Conditioning) -> str:
    own = given.clip if given.clip is not None and not given.start else given.storyboard
    return ClipFormat(1, 1).start_timecode if own is None else own.format.start_timecode
