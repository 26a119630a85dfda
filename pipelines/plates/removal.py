"""What is masked removed from a clip: its camera followed, plates painted, its frames filled."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from pipelines.plates.camera import Stretch, stretches
from pipelines.plates.filling import fill
from pipelines.plates.plate import Plate, Sample, painted, sample, sampled, settled
from pipelines.progress import CancelToken, Progress, check, silent
from pipelines.values import Image, Mask


class Cleaned(NamedTuple):
    """A frame without what was masked, and the plate of its stretch."""

    picture: Image
    plate: Plate


def followed(
    read: Callable[[int], tuple[Image, Mask]],
    length: int,
    *,
    cuts: Container[int] = (),
    progress: Progress = silent,
) -> list[Stretch]:
    """The stretches of a clip. Each frame is read once, and one before it is held at most beside
    a key, all small."""

    def frames() -> Iterator[tuple[Image, Mask]]:
        for index in range(length):
            yield read(index)
            progress(index + 1, length)

    if not length:
        return []
    first, _ = read(0)
    return list(stretches(frames(), (first.width, first.height), cuts=cuts))


def cleaned(
    read: Callable[[int], tuple[Image, Mask]], stretch: Stretch, cancel: CancelToken
) -> Iterator[Cleaned]:
    """The frames of a stretch in order. Held are the samples of its plate and the plate: no more
    for a long clip than for a short one. Raises Cancelled between frames."""
    first, _ = read(stretch.start)
    samples = []
    for frame in sampled(stretch, first.pixels.nbytes):
        check(cancel)
        picture, mask = read(frame)
        samples.append(sample(frame, picture, mask, stretch.stances[frame - stretch.start]))
    size = first.width, first.height
    plate = painted(samples, size, cancel)
    samples = [_settled(one, plate, cancel) for one in samples]
    plate = painted(samples, size, cancel)
    for index, stance in enumerate(stretch.stances, stretch.start):
        check(cancel)
        picture, mask = read(index)
        if mask.pixels.any():
            stance = settled(plate, picture, mask, stance)
        made = fill(index, picture, mask, stance=stance, plate=plate, samples=samples)
        yield Cleaned(made, plate)


def _settled(one: Sample, plate: Plate, cancel: CancelToken) -> Sample:
    check(cancel)
    mask = Mask(255 - one.visible)
    return one._replace(stance=settled(plate, Image(one.pixels), mask, one.stance))
