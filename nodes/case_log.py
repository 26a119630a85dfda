"""An experiment of several cases, as a node tells it: films, pictures and figures on the disk, and
what the log says of them. The order of a log is pipelines.experiments.log's."""

from __future__ import annotations

import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from itertools import groupby
from pathlib import Path

from nodes.makers import Maker
from nodes.work import Work
from pipelines.contact_sheet import SheetFrame, contact_sheet
from pipelines.conversions import add_alpha, as_image, to_bits
from pipelines.experiments.case_measures import HEAD, CaseMeasures
from pipelines.experiments.log import Outcome, Shown, Table
from pipelines.experiments.places import Places
from pipelines.framing import Filter, Fit, place, plan
from pipelines.media.writing import write_video
from pipelines.models.device import peak_memory
from pipelines.models.machine import this_machine
from pipelines.side_by_side import side_by_side
from pipelines.values import Clip, Image, Mask, MaskClip

BUILT_IN = "built in, not the model"
_NO_MODEL = "built-in"
_STRIP = 4
"""Frames of a film that the log shows."""
_TILE = 240
_TWO_ROWS = 3
"""From so many films on they stand in two rows."""


@dataclass(frozen=True, slots=True)
class Case:
    """One case: what came out, None where it failed, and who made it."""

    name: str
    clip: Clip | None
    maker: Maker

    @property
    def model(self) -> str:
        """What it was made with, as a person reads it."""
        if self.maker.built_in:
            return BUILT_IN
        said = [
            f"{one.title} ({'random weights, ' if one.noise else ''}{one.precision}, {one.device})"
            for one in self.maker.models
        ]
        return ", ".join(said) or self.maker.title

    @property
    def problem(self) -> str:
        found = self.maker.problem
        return "" if found is None else f"{found.__cause__ or found}"


@dataclass(slots=True)
class CaseLog:
    """Writes what belongs to the cases, and keeps what is to be said of them."""

    work: Work
    places: Places
    cases: Sequence[Case]
    source: Clip | None
    masks: MaskClip | None
    files: list[Path] = field(default_factory=list[Path])

    def said_of_inputs(self, reference: Clip | None, given: Sequence[Path]) -> list[Shown]:
        """Source, masks and reference with pictures, and the files that were read."""
        found: list[Shown] = []
        if self.source is not None:
            found.append(self._strip("source", self.source, "input-source"))
        if self.masks is not None:
            found.append(self._strip("masks", self.masks, "input-masks"))
        if reference is not None and len(reference):
            picture = self._put("input-reference", as_image(self.work.frame(reference, 0)))
            size = f"{reference.format.width}x{reference.format.height}"
            found.append(Shown("reference", size, picture=picture))
        return found + [Shown("file", file=str(path)) for path in dict.fromkeys(given)]

    def results(self) -> list[str | Table | Shown]:
        """Every case's film and pictures, the films beside each other, timings and quality."""
        blocks: list[str | Table | Shown] = [self._timings()]
        whole = [case for case in self.cases if case.clip is not None]
        for case in self.cases:
            if case.clip is None:
                blocks.append(f"- **{case.name}** failed: {case.problem}")
                continue
            film = self._film(case.name, case.clip)
            strip = self._strip(case.name, case.clip)
            blocks.append(Shown(case.name, f"{case.model}. {strip.about}", film, strip.picture))
        clips = [case.clip for case in whole if case.clip is not None]
        names = [f"{case.name}: {case.model}" for case in whole]
        if self.source is not None and len(self.source):
            clips, names = [self.source, *clips], ["source", *names]
        if len(clips) > 1:
            columns = 2 if len(clips) > _TWO_ROWS else len(clips)
            beside = side_by_side(clips, names, columns=columns, width=448)
            self.work.own(beside.frames)
            middle = self._put("comparison", self.work.frame(beside, len(beside) // 2))
            film = self._film("comparison", beside)
            blocks.append(Shown("comparison", "side by side", film, middle))
        return blocks

    def quality(self) -> tuple[Table | str, list[str]]:
        """A table of measures against the source, and what of them is likely seen to be wrong."""
        rows: list[Sequence[str]] = []
        wrong: list[str] = []
        for case in self.cases:
            if case.clip is None or self.source is None:
                continue
            measures = self._measured(case.clip, self.source)
            rows.append((case.name, *measures.row()))
            wrong += [f"{case.name}: {one}" for one in measures.artefacts()]
        return (Table(("case", *HEAD), rows) if rows else ""), wrong

    def settings(self) -> list[Table]:
        """How the cases were set, side by side, and what else was changed from its default."""
        makers = [case.maker for case in self.cases]
        names = list(dict.fromkeys(name for maker in makers for name in maker.set_to))
        rows = [
            (_spoken(name), *(maker.set_to.get(name, "") for maker in makers)) for name in names
        ]
        with_models = [("made with", *(case.model for case in self.cases)), *rows]
        above = [maker for maker in self.work.makers.above if maker not in makers]
        others = [
            (one.path, one.title, f"{_spoken(name)}: {one.set_to[name]}")
            for one in above
            for name in one.changed
        ]
        tables = [Table(("setting", *(case.name for case in self.cases)), with_models)]
        return tables + ([Table(("node", "kind", "set to"), others)] if others else [])

    def technical(self) -> list[str | Table]:
        """The machine, the program, the models and their commits, and memory."""
        machine, most = this_machine(), peak_memory()
        rows = [
            ("program", f"Storyloom {_version()}, Python {platform.python_version()}"),
            ("system", f"{platform.system()} {platform.release()}, {platform.machine()}"),
            ("graphics card", machine.gpu or "none"),
            ("memory, most of this process", _megabytes(most.machine)),
        ]
        if most.device:
            rows.append(("graphics memory, most", _megabytes(most.device)))
        for model in dict.fromkeys(one.title for case in self.cases for one in case.maker.models):
            used = next(
                one for case in self.cases for one in case.maker.models if one.title == model
            )
            commits = ", ".join(f"{part} {commit}" for part, commit in used.revisions.items())
            rows.append((model, f"{used.attention}, offload {used.offload}; {commits}"))
        return [Table(("", ""), rows)]

    def outcome(self) -> tuple[Outcome, str]:
        """What became of all of them, and why."""
        failed = [case for case in self.cases if case.clip is None]
        whole = [case for case in self.cases if case.clip is not None]
        plain = [case.name for case in whole if case.maker.built_in]
        said = [f"{case.name}: {case.problem}" for case in failed]
        said += [f"{', '.join(plain)}: {BUILT_IN}."] if plain else []
        kind = Outcome.DONE if not failed else Outcome.PARTLY if whole else Outcome.FAILED
        return kind, " ".join(said)

    def findings(self, wrong: Sequence[str]) -> str:
        """What the figures say, for somebody to write more below."""
        said: list[str] = []
        for case in self.cases:
            own = [one.partition(": ")[2] for one in wrong if one.startswith(f"{case.name}: ")]
            told = case.problem and f"failed: {case.problem}"
            told = told or (f"{'; '.join(own)}." if own else "nothing that the figures object to.")
            said.append(f"- **{case.name}** ({case.model}): {told}")
        return "\n".join(said)

    def _timings(self) -> Table:
        rows: list[Sequence[str]] = []
        for case in self.cases:
            seconds, clip = case.maker.seconds, case.clip
            time = "not kept" if seconds is None else f"{seconds:.1f}"
            pace = ""
            if seconds and clip is not None:
                pace = f"{len(clip) / seconds:.2f}"
            frames = "failed" if clip is None else f"{len(clip)}"
            size = "" if clip is None else f"{clip.format.width}x{clip.format.height}"
            rows.append((case.name, case.model, frames, size, time, pace))
        head = ("case", "made with", "frames", "size", "seconds", "frames a second")
        return Table(head, rows)

    def _measured(self, made: Clip, source: Clip) -> CaseMeasures:
        measures = CaseMeasures()
        size = made.format.width, made.format.height
        count = min(len(made), len(source))
        runs = groupby(range(count), key=lambda at: made.frames.key(at))
        for _, run in runs:
            picture: Image = self.work.frame(made, first := next(run))
            places = [first, *run]
            at = min(places, key=lambda one: self._apart(picture, self._placed(source, one, size)))
            mask = None
            if self.masks is not None and at < len(self.masks):
                mask = self._placed_mask(self.masks, at, size)
            measures.add(picture, self._placed(source, at, size), mask)
            self.work.progress(places[-1] + 1, count, "Measuring.")
        return measures

    def _apart(self, made: Image, source: Image) -> float:
        import numpy as np

        return float(np.abs(made.pixels[..., :3].astype(int) - source.pixels[..., :3]).mean())

    def _placed(self, clip: Clip, at: int, size: tuple[int, int]) -> Image:
        """A frame of the source as the model was given it."""
        picture = add_alpha(to_bits(self.work.frame(clip, at), 8))
        return place(picture, plan(picture.width, picture.height, canvas=size, fit=Fit.FILL))

    def _placed_mask(self, masks: MaskClip, at: int, size: tuple[int, int]) -> Mask:
        mask: Mask = self.work.frame(masks, at)
        placement = plan(mask.width, mask.height, canvas=size, fit=Fit.FILL)
        return place(mask, placement, how=Filter.NEAREST)

    def _strip(self, name: str, clip: Clip | MaskClip, file: str = "") -> Shown:
        """Some of its frames in a row."""
        given, count = clip.format, min(_STRIP, len(clip))
        about = f"{len(clip)} frames of {given.width}x{given.height}, {float(given.fps):g} a second"
        if not count:
            return Shown(name, about)
        picks = [round(at * (len(clip) - 1) / max(count - 1, 1)) for at in range(count)]
        sheet = contact_sheet(
            self._sheet_frames(clip, picks),
            count=count,
            aspect=given.width / given.height,
            columns=count,
            tile_width=_TILE,
        )
        return Shown(name, about, picture=self._put(file or name, sheet))

    def _sheet_frames(self, clip: Clip | MaskClip, picks: Sequence[int]) -> Iterator[SheetFrame]:
        for at in picks:
            yield SheetFrame(as_image(self.work.frame(clip, at)), str(at))

    def _film(self, name: str, clip: Clip) -> str:
        written = write_video(
            self.places.film(name),
            clip.format,
            self.work.frames(clip),
            audio=clip.audio,
            frame_count=len(clip),
            progress=self.work.progress,
        )
        return self._known(written.path)

    def _put(self, name: str, picture: Image) -> str:
        return self._known(self.places.put_picture(name, picture))

    def _known(self, path: Path) -> str:
        self.files.append(path)
        return self.places.from_log(path)


def model_of(cases: Sequence[Case]) -> str:
    """The model of an experiment, for the names of its files."""
    used = dict.fromkeys(
        f"noise-{one.model}" if one.noise else one.model
        for case in cases
        for one in case.maker.models
    )
    if used:
        return "+".join(used)
    if any(case.maker.built_in for case in cases):
        return _NO_MODEL
    return next((case.maker.set_to.get("model", "") for case in cases), "") or "unknown"


def now() -> datetime:
    """The time on this machine's clock."""
    return datetime.now().astimezone()


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"


def _version() -> str:
    try:
        return version("storyloom")
    except PackageNotFoundError:
        return "from its source"
