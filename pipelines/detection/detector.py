"""What every way of finding things by words can do. No way stands here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from pipelines.detection.found import Sighting
from pipelines.progress import CancelToken
from pipelines.values import Image

VERSION = "detection/1"
"""Of all ways, in keys of results."""


class Answer(NamedTuple):
    """What was found on one picture. `unread` is what a model said that names no boxes: told to the
    person, never guessed at."""

    sightings: tuple[Sighting, ...]
    unread: str = ""


class Detector(Protocol):
    """A way of finding things."""

    def find(self, picture: Image, labels: Sequence[str], cancel: CancelToken) -> Answer:
        """The things of these labels on one picture, all that it is even a little sure of.

        Raises Cancelled.
        """
        ...


def labels_of(text: str) -> tuple[str, ...]:
    """The things that a text asks for: "teapot. red cup" is two; each once, in small letters."""
    parts = (" ".join(part.split()).casefold() for part in re.split(r"[.,;\n]", text))
    return tuple(dict.fromkeys(filter(None, parts)))
