"""Node: a picture from a file."""

from __future__ import annotations

from typing import Annotated

from nodes.example import Example
from nodes.node import node
from nodes.parameters import Opens
from pipelines.errors import MissingFileError
from pipelines.media.pictures import read_picture
from pipelines.values import Image as Picture


@node(
    "load.image",
    icon="mdi6.image-outline",
    title="Load Image",
    shows=("path",),
    example=Example(
        {
            "background": "load.image",
            "drawing": ("story.storyboard", {"transparent": True}),
            "both": "image.blend",
        },
        "background > both.a, drawing > both.b",
    ),
)
def image(*, path: Annotated[str, Opens(("image",))] = "") -> Picture:
    """Load a still picture: PNG, JPEG, TIFF, WebP, BMP or TGA.

    Use it for a background, a style frame, a reference or a scanned drawing. It comes in upright,
    with its alpha and its 16 bits where it has them. When the file is saved again, what depends
    on it is made again.

    path: the picture's file. A file outside the project's folder is read only after you agree.

    Example: a painted background, wired to a of Blend under a drawing.
    """
    if not path:
        raise MissingFileError("No picture is chosen yet.", mend="Choose a picture file.")
    return read_picture(path)
