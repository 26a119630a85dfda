"""What an annotation can say of a parameter: its meaning for the engine and its editor.

    distance: Annotated[Pixels, Slider(-128, 128)] = 8

Hard limits are msgspec's: Annotated[float, Meta(ge=0, le=1)].
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta

from pipelines.timing import MOVING
from pipelines.values import JointMode


@dataclass(frozen=True, slots=True)
class Slider:
    """The comfortable range of a number; values outside may still be typed."""

    low: float
    high: float
    step: float = 1.0


@dataclass(frozen=True, slots=True)
class InPixels:
    """A length in pixels of the final picture: it is scaled with the working scale."""


@dataclass(frozen=True, slots=True)
class Opens:
    """A file that is read. Its content, not its name, is part of the key.

    `kinds` names what may be chosen: "image", "video", "audio".
    """

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refers:
    """A value that names files which are read, such as panels with imported pictures.

    `paths` finds them in the value. Their content is part of the key, and reading them outside the
    project's folder needs consent. `kinds` as for Opens.
    """

    kinds: tuple[str, ...]
    paths: Callable[[Any], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Saves:
    """A file that is written. `kinds` as for Opens."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsColour:
    """A colour, "#rrggbb" or "#rrggbbaa", of the display."""


@dataclass(frozen=True, slots=True)
class IsSeed:
    """A number that chooses among equally good results."""


@dataclass(frozen=True, slots=True)
class IsPrompt:
    """A text of several lines for a model or a person."""


@dataclass(frozen=True, slots=True)
class IsFrameRange:
    """Frames "first-last" (both included, counted from 0), or empty for all."""


@dataclass(frozen=True, slots=True)
class WidthOf:
    """The width of a size; `height` names the parameter that is its height. They are one row."""

    height: str


@dataclass(frozen=True, slots=True)
class ToldBy:
    """What another parameter's row tells of, since it goes with that one: it has no row itself."""

    parameter: str


@dataclass(frozen=True, slots=True)
class NamesShots:
    """Pairs of a shot's id and its name; `panels` names the parameter whose panels make them."""

    panels: str


@dataclass(frozen=True, slots=True)
class TimesMoves:
    """Pairs of the id of a panel and the timing curve of the move after it.

    `socket` takes the storyboard; `common` names the parameter with the curve of all others.
    """

    socket: str
    common: str


@dataclass(frozen=True, slots=True)
class NamesMove:
    """The id of the panel before a move, of these kinds, of the storyboard that flows into
    `socket`; empty for all of them where one may be `for_all`, otherwise for the first."""

    socket: str
    modes: frozenset[JointMode] = MOVING
    for_all: bool = False


@dataclass(frozen=True, slots=True)
class NamesLayer:
    """The id of a layer of the panel that the parameter `move` names, of the storyboard that flows
    into `socket`; empty for the whole drawing."""

    socket: str
    move: str


@dataclass(frozen=True, slots=True)
class TicksObjects:
    """The ids of found objects that a person wants, out of a list that a run made; none for all."""


@dataclass(frozen=True, slots=True)
class On:
    """Edited by hand over the picture that flows into a socket, by the tool for its kind; or over
    what the first node of the kind `ahead` makes of it, where the node leads to one."""

    socket: str
    ahead: str = ""


class Edge(StrEnum):
    """A side of a picture."""

    LEFT = "left"
    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Margin:
    """Pixels at a side of the picture: cut off or, `outward`, added. A tool edits all four."""

    edge: Edge
    outward: bool = False


@dataclass(frozen=True, slots=True)
class NamesModel:
    """The id of a model of the catalogue, of one of these families; empty: what is built in.

    Views show where that model is, and offer to download it. What it is made of is part of the key.
    `built_in` says that there is something built in, which stands in where that is allowed. A model
    that works on what a text parameter says, `beside` it, is asked for only where there is a text.
    """

    families: tuple[str, ...]
    built_in: bool = False
    beside: str = ""

    def is_asked_for(self, values: Mapping[str, Any], wired: Collection[str]) -> bool:
        """Whether a node with these parameters, and these of its sockets fed, leases it."""
        return not self.beside or self.beside in wired or bool(values.get(self.beside))


@dataclass(frozen=True, slots=True)
class Unkeyed:
    """A parameter that never changes the result: how a node is shown, where a model is put."""


Pixels = Annotated[int, InPixels()]
Colour = Annotated[str, IsColour(), Meta(pattern="^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$")]
Seed = Annotated[int, IsSeed(), Meta(ge=0, le=2**32 - 1)]
Prompt = Annotated[str, IsPrompt()]
FrameRange = Annotated[str, IsFrameRange(), Meta(pattern="^([0-9]+-[0-9]+)?$")]
Unit = Annotated[float, Slider(0, 1, 0.01), Meta(ge=0, le=1)]
