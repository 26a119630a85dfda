"""Node: how good a clip is, measured against the true one and against what costs nothing."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated

from msgspec import Meta

from nodes.example import Example
from nodes.node import node
from nodes.parameters import NamesModel, Slider
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.metrics.baselines import Baselines, every_nth
from pipelines.metrics.comparison import Comparison
from pipelines.metrics.measures import MEASURES
from pipelines.metrics.perceptual import Appearance
from pipelines.metrics.score_sheet import COPIED, FADED, MADE, sheet
from pipelines.values import Clip, Image, Report

_MEASURED = {
    MADE: MEASURES,
    COPIED: tuple(one for one in MEASURES if one.judged),
    FADED: tuple(one for one in MEASURES if one.judged),
}
"""What is not judged is not worth its time on the ways that cost nothing."""


@node(
    "review.score",
    icon="mdi6.scale-balance",
    kind=Kind.CLIP,
    title="Score",
    shows=("every",),
    example=Example(
        {"made": "load.clip", "true": "load.clip", "score": ("review.score", {"every": 8})},
        "made > score.clip, true > score.true",
    ),
)
def score(
    clip: Clip,
    true: Clip,
    work: Work,
    *,
    every: Annotated[int, Slider(2, 32), Meta(ge=1, le=10_000)] = 8,
    keys: Annotated[str, Meta(pattern=r"^( *[0-9]+ *(, *[0-9]+ *)*)?$")] = "",
    likeness: Annotated[str, NamesModel(("backbone", "dinov2", "clip"))] = "",
) -> Report:
    """Measure a clip against the true one, beside copying the last key frame and a cross-fade.

    Use it to find out whether a model is worth its time: take a real clip, give the model some of
    its frames, and compare what it makes with the frames that were left out. The two columns beside
    it cost nothing; a model that loses to them is no result, and the first line says so. Key frames
    were given and do not count. Each measure is plotted frame by frame: click the plot to go there.

    every: every n-th frame of the true clip is a key that was given.
    keys: the key frames themselves, where they are not every n-th: 0, 12, 40.
    likeness: a model that also tells how alike the pictures look; without one all the rest is
    measured.

    Example: every 8 with the clip that In-Between made from every eighth frame of a film.
    """
    _check(clip, true)
    given = _keys(keys, every, len(true))
    baselines = Baselines(given, lambda index: work.frame(true, index))
    with _appearance(work, likeness) as look:
        rows = {name: Comparison(_MEASURED[name], look=look) for name in _MEASURED}
        for index in range(len(true)):
            made: Image = work.frame(clip, index)
            here: Image = work.frame(true, index)
            naive = baselines.frame(index)
            for name, frame in zip(rows, (made, naive.copied, naive.faded), strict=True):
                rows[name].add(frame, here, weights=naive.weights, given=naive.given)
            work.progress(index + 1, len(true))
    return sheet(rows, given)


def _check(clip: Clip, true: Clip) -> None:
    if not len(true):
        raise MismatchError(
            "The true clip has no frames.", mend="Connect a clip with a frame at least."
        )
    if len(clip) != len(true):
        raise MismatchError(
            f"A clip of {len(clip)} frames cannot be measured against one of {len(true)}.",
            mend="Trim the longer one.",
        )
    if (clip.format.width, clip.format.height) != (true.format.width, true.format.height):
        raise MismatchError(
            f"A clip of {clip.format.width}x{clip.format.height} cannot be measured against one of"
            f" {true.format.width}x{true.format.height}.",
            mend="Resize one of them.",
        )


def _keys(named: str, step: int, length: int) -> tuple[int, ...]:
    if not named.strip():
        return every_nth(step, length)
    frames = sorted({int(number) for number in named.split(",")})
    if frames[-1] >= length:
        raise MismatchError(
            f"Frame {frames[-1]} is named as a key, and the true clip ends with {length - 1}.",
            mend="Take it out of the list.",
        )
    return tuple(frames)


@contextmanager
def _appearance(work: Work, model: str) -> Generator[Appearance | None]:
    if not model:
        yield None
        return
    with work.models.lease(model) as lease:
        yield Appearance(lease.loaded)
