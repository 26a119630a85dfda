"""What VACE is told of the thing that is to be replaced. Each way keeps something of it."""

from __future__ import annotations

from enum import StrEnum


class SourceMode(StrEnum):
    """What the model sees of the source where it is to make something new.

    The pixels under the mask go to its reactive stream. Where that shows the original, the original
    comes back and a reference is ignored.
    """

    AUTOMATIC = "automatic"
    """BOX where a reference is given, otherwise GRAY."""
    RECONSTRUCT = "reconstruct"
    """The original stays in the reactive stream."""
    ZERO = "zero the reactive stream"
    """The latents of the reactive stream are zero, as those of a reference are."""
    GRAY = "gray fill"
    """Mid gray under the mask, which is what the model was trained with."""
    GROWN = "gray fill, grown mask"
    """The same under a mask that is wider all around."""
    BOX = "gray fill, box mask"
    """The same under the boxes around what is masked, so that no outline is left."""
    MOTION = "gray fill, motion from the source"
    """Gray, with the motion of the source as a control of optical flow."""

    @property
    def explanation(self) -> str:
        """What it keeps, as a person who chooses it reads it."""
        return f"Keeps {KEEPS[self]}."


KEEPS = {
    SourceMode.AUTOMATIC: "whatever suits what is connected: with a reference nothing of the thing"
    " but where it is (gray fill, box mask), without one its outline (gray fill)",
    SourceMode.RECONSTRUCT: "the look, the shape and the motion of the original; a reference is"
    " hardly followed",
    SourceMode.ZERO: "the outline; colours and textures come from the reference, the motion within"
    " the outline is lost",
    SourceMode.GRAY: "the outline and where it moves; what is in it comes from the reference and"
    " the words",
    SourceMode.GROWN: "about where the thing is; its outline loosens by as much as the mask grows",
    SourceMode.BOX: "only where the thing is and how large, so that a reference brings its own"
    " shape",
    SourceMode.MOTION: "the outline and how the thing moves, but not its look",
}
"""What of the original comes back, for each way."""


def settled(mode: SourceMode, *, has_reference: bool) -> SourceMode:
    """The way that is taken: an automatic one follows the reference where there is one."""
    if mode is not SourceMode.AUTOMATIC:
        return mode
    return SourceMode.BOX if has_reference else SourceMode.GRAY
