"""What stands in for VACE where its weights are not: a fill from the shot itself, in-betweens.

Without weights nothing is invented: masked areas show what other frames show there, frames between
keys are drawn along their motion.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pipelines.errors import MismatchError
from pipelines.layered.choosing import gap_of_pictures
from pipelines.layered.gap import render_layers
from pipelines.plates.removal import cleaned, followed
from pipelines.progress import CancelToken, Progress, check
from pipelines.vace.given import Given, kept_whole, partly_made
from pipelines.values import Image, Mask

FILL = "Clean plate"
BETWEEN = "In-between"


def stand_in(given: Given) -> str:
    """What is built in for this: FILL for masks, BETWEEN for keyframes.

    Raises MismatchError where there is nothing that could be shown.
    """
    if partly_made(given.generate[: given.count]):
        return FILL
    if kept_whole(given.generate[: given.count]):
        return BETWEEN
    raise MismatchError(
        "What is built in cannot make a film of words, references or a control alone.",
        mend="Download a VACE model in the inspector, or connect keyframes or a masked clip.",
    )


def filled(given: Given, *, cancel: CancelToken, progress: Progress) -> Iterator[Image]:
    """The frames, with what is masked taken from the frames that show it."""

    def read(index: int) -> tuple[Image, Mask]:
        picture = Image(given.content[index, ..., :3].copy())
        return picture, Mask(given.generate[index].copy())

    for stretch in followed(read, given.count, progress=progress):
        for made in cleaned(read, stretch, cancel):
            yield made.picture


def in_betweens(given: Given, *, cancel: CancelToken) -> Iterator[Image]:
    """The kept frames, and those between them: figures on paper move by themselves, other pictures
    as a whole. Before the first and after the last the nearest one is held."""
    keys = kept_whole(given.generate[: given.count])

    def key_at(at: int) -> Image:
        return Image(given.content[at, ..., :3].copy())

    for _ in range(keys[0]):
        yield key_at(keys[0])
    for first, second in pairwise(keys):
        yield key_at(first)
        if second > first + 1:
            yield from _gap(key_at(first), key_at(second), second - first, cancel)
    for _ in range(keys[-1], given.count):
        yield key_at(keys[-1])


def _gap(first: Image, second: Image, steps: int, cancel: CancelToken) -> Iterator[Image]:
    gap = gap_of_pictures(first, second, lambda done, total: check(cancel))
    for step in range(1, steps):
        check(cancel)
        yield render_layers(gap, first, second, step / steps)
