"""A film by VACE in a graph: read, made, put back where it is kept, stored as a clip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple, cast

import numpy as np

from nodes.sampler_checkpoints import SamplerCheckpoints
from nodes.store import StoredValue
from nodes.stored_frames import StoredFrames
from nodes.work import Work
from pipelines.conversions import drop_alpha, to_bits
from pipelines.digest import Digest, digest_array
from pipelines.frames import FrameRef, derived_key
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
from pipelines.vace.words import Words, read_words
from pipelines.values import Audio, Clip, ClipFormat, Image, Pixels8, Shot

_VERSION = "1"
"""Raised when the same settings make another film."""
AT_ENDS = {0.0: "Encoding.", 1.0: "Decoding."}
"""What is done before the first step and after the last."""


class Quality(StrEnum):
    """How large a generation is."""

    DRAFT = "draft"
    """About 480x272 and at most 33 frames: spread and each held, or, where motion guides, the
    first."""
    FINAL = "final"


class VaceModel(NamedTuple):
    """A pipeline that was lent. `identity` names its weights, LoRAs among them, `reader` what reads
    its words."""

    pipe: Any
    identity: str
    reader: str


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

    @property
    def _format(self) -> ClipFormat:
        return ClipFormat(*self.size, fps=self.given.fps, start_timecode=_timecode(self.given))

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

    def takes(self, given: Given, samplings: Sequence[Sampling], model: VaceModel) -> Clip:
        """A film for each sampling, one after another, each a shot of its own. Those that were made
        before are not made again, however many are asked for."""
        places = nearest_places(self.given.count, self.times)
        shown: list[Digest] = []
        shots: list[Shot] = []
        for sampling in samplings:
            keys = self._keys(given, sampling, model)
            self.work.store_part(
                keys,
                partial(self._made_by, given, sampling, model),
                partial(StoredValue, "take", b"", {}),
            )
            start = len(shown)
            shown += [keys[at] for at in places]
            name = f"seed {sampling.seed}"
            shots.append(Shot(name.replace(" ", "_"), name, start, len(shown)))
        alone = len(samplings) == 1
        sound = _sound(self.given.clip, self.given) if alone else None
        frames = StoredFrames(shown, self.work.host.store)
        return Clip(self._format, frames, sound, None, () if alone else tuple(shots))

    def _keys(self, given: Given, sampling: Sampling, model: VaceModel) -> list[Digest]:
        """What the frames of a film are kept under: all that it is made of, and nothing else."""
        arrays = [given.content, given.generate, *(one.pixels for one in given.references)]
        if given.begin is not None:
            arrays.append(given.begin)
        kept = self._laid().kept
        made_of = [
            _VERSION,
            repr((sampling, given.zeroes, given.count, self.keep_exact)),
            model.identity,
            *map(digest_array, arrays),
            *(kept.key(at) for at in range(given.count) if self.keep_exact),
        ]
        return [derived_key("vace take", *made_of, str(at)) for at in range(given.count)]

    def _made_by(self, given: Given, sampling: Sampling, model: VaceModel) -> Iterator[Image]:
        """The frames that a pipeline makes, with what is kept put back where that is wished. What
        was stopped goes on where it was."""
        made = generate(
            model.pipe,
            given,
            sampling,
            cancel=self.work.cancel,
            watcher=_Watcher(self.work),
            keeper=SamplerCheckpoints(self.work, sampling),
            words=partial(self._words, sampling, model),
        )
        kept = self._laid().kept
        for index, picture in enumerate(made):
            if self.keep_exact:
                yield put_back(self._frame(FrameRef(kept, index)), Image(picture))
            else:
                yield Image(picture)

    def _words(self, sampling: Sampling, model: VaceModel) -> Words:
        """The words as the model reads them, which are kept by themselves."""
        said = (sampling.prompt, sampling.negative if sampling.is_guided else None)
        kept = self.work.store_once(
            derived_key("vace words", _VERSION, model.reader, repr(said)),
            partial(_stored_words, model.pipe, sampling),
        )
        return Words(kept.meta, kept.arrays)

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
        return self._stored(made)

    def _stored(self, frames: Iterator[Image]) -> Clip:
        """The clip, as long as the final: frames of a draft are held."""
        order = nearest_places(self.given.count, self.times)
        own = self.given.clip
        return self.work.store_clip(
            self._format,
            frames,
            total=len(self.times),
            audio=_sound(own, self.given),
            order=order,
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


def _stored_words(pipe: Any, sampling: Sampling) -> StoredValue:
    read = read_words(pipe, sampling)
    return StoredValue("words", read.meta, dict(read.arrays))
