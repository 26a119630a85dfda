"""Node: masks painted on some frames, followed through the picture on the others."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from msgspec import Meta

from nodes.following import Followed, Follower, Thing, trust_report
from nodes.node import node
from nodes.parameters import On, ToldBy
from nodes.segmenting import SegmentingModel, segmenting
from nodes.spec import Kind
from nodes.work import Work
from pipelines.digest import Digest, digest_text
from pipelines.errors import MismatchError
from pipelines.masking.frames import MaskFrames, ObjectShapes, holds
from pipelines.masking.objects import OUTPUTS, MaskKey, MaskObject
from pipelines.segmentation.sam2 import WorkingSize
from pipelines.values import Clip, Mask, MaskClip, Report

Side = Annotated[int, Meta(ge=0, le=16384)]


class Propagated(NamedTuple):
    """The joined mask, how sure it is, and the masks of single objects."""

    mask: MaskClip
    confidence: Report
    output_1: MaskClip
    output_2: MaskClip
    output_3: MaskClip
    output_4: MaskClip


@node("mask.propagate", icon="mdi6.motion-outline", kind=Kind.CLIP, title="Propagate Mask")
def propagate(
    clip: Clip,
    work: Work,
    *,
    objects: Annotated[tuple[MaskObject, ...], On("clip")] = (),
    size: Annotated[tuple[Side, Side], ToldBy("objects")] = (0, 0),
    model: SegmentingModel = "",
    working_size: WorkingSize = WorkingSize.FULL,
) -> Propagated:
    """Paint masks on a few frames of a clip, and have them follow what they cover on the others.

    Use it for things that move and turn: paint one frame well, run, look at the frames that the
    report names first, paint those right and run again. Between two painted frames the mask is
    followed from both sides; only the frames between a corrected one and its neighbours are made
    again. Painted frames come out as they were painted, and one that holds stays up to the next.
    What is built in works without a download, by motion and colours; things that turn around, cross
    their like or change their light need a painted frame more often than with a model, which needs
    seconds for each frame where there is no graphics card.

    objects: what is masked, with its painted frames; painted over the picture, not typed.
    size: width and height of the picture that was painted on, 0 before anything is; a clip of
    another size gets the masks fitted to it.
    model: what follows the things.
    working_size: pixels of the square that the model looks at; smaller is many times quicker, and
    misses fine parts. What is built in has its own.

    Example: a tennis player painted on frames 0 and 40, her arm set right on frame 22.
    """
    drawn = [one for one in objects if one.keys]
    if drawn and 0 in size:
        raise MismatchError(
            "The masks do not say how large the picture was that they were painted on.",
            mend="Set size to its width and height in pixels.",
        )
    with segmenting(work, model if drawn else "", working_size) as backend:
        follower = Follower(clip, work, backend, things=max(len(drawn), 1))
        followed = {one.id: follower.follow(_thing(one, clip, size, work)) for one in drawn}
        names = {one.id: one.name or one.id for one in drawn}
        trust = trust_report(followed, names, backend)

    def joined(*chosen: MaskObject) -> MaskClip:
        parts: list[Followed] = [followed[one.id] for one in chosen]
        return follower.joined(parts)

    apart = [joined(*(one for one in drawn if one.output == at + 1)) for at in range(OUTPUTS)]
    return Propagated(joined(*(one for one in drawn if one.joined)), trust, *apart)


def _thing(painted: MaskObject, clip: Clip, size: tuple[int, int], work: Work) -> Thing:
    fitted = clip.format.width, clip.format.height
    shapes = ObjectShapes(painted, size, work.tiles)
    frames = MaskFrames([shapes], len(clip), size, fitted)

    def key(frame: int) -> Mask:
        return frames.make(frame, ())

    return Thing(
        {one.frame: _name(one, size) for one in painted.keys},
        key,
        leads=painted.leads,
        trails=painted.trails,
        holds=frozenset(one.frame for one in painted.keys if holds(painted, one)),
        protected=painted.protected,
    )


def _name(key: MaskKey, size: tuple[int, int]) -> Digest:
    tiles = " ".join(f"{tile.x} {tile.y} {tile.digest}" for tile in key.tiles)
    return digest_text(f"painted {size} {tiles}")
