"""Node: the storyboard, drawn and imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from msgspec import Meta

from nodes.flat_node import located
from nodes.node import node
from nodes.parameters import Colour, NamesShots, Refers, Slider, WidthOf
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef
from pipelines.hex_colours import rgb
from pipelines.media.picture_files import PictureFiles
from pipelines.media.timecode import ZERO, shifted
from pipelines.painting.panel_frames import PanelFrames
from pipelines.panels import Panel
from pipelines.rates import FrameRate
from pipelines.timing import lay_out, timing_of
from pipelines.values import ClipFormat, Shot
from pipelines.values import Storyboard as Board

Side = Annotated[int, Slider(64, 4096), Meta(ge=16, le=16384)]


def pictures_of(panels: Sequence[Panel]) -> tuple[str, ...]:
    """The files that panels were imported from."""
    return tuple(panel.picture for panel in panels if panel.picture)


@node("story.storyboard", icon="mdi6.view-grid-outline", kind=Kind.SEGMENT)
def storyboard(
    work: Work,
    *,
    panels: Annotated[tuple[Panel, ...], Refers(("image",), pictures_of)] = (),
    width: Annotated[Side, WidthOf("height")] = 1280,
    height: Side = 720,
    fps: FrameRate = FrameRate.FPS_24,
    paper: Colour = "#ffffff",
    transparent: bool = False,
    shot: str = "",
    shot_names: Annotated[tuple[tuple[str, str], ...], NamesShots("panels")] = (),
) -> Board:
    """The storyboard: panels that you draw or import, and how one becomes the next.

    Draw in the Draw room; durations and joints are set on the strip below. Wire it to In-Between
    to have the moves drawn, or to any clip input to play it as held panels. A stroke changes only
    the frames that its panel is part of.

    panels: the panels in order, with their layers, lengths and joints.
    width: width of the picture in pixels.
    height: height of the picture in pixels.
    fps: frames a second; 23.976, 29.97 and 59.94 are the exact film and television rates.
    paper: the colour of the paper under the drawings.
    transparent: leave out the paper, so that drawings keep their transparency (alpha).
    shot: the id of one shot to show alone, or empty for all.
    shot_names: names of shots, as pairs of id and name.

    Example: 1280x720 at 24 with panels of 12 frames: eight drawings are an animatic of four
    seconds.
    """
    if not panels:
        raise MismatchError(
            "The storyboard has no panels yet.", mend="Draw one, or import pictures."
        )
    timings = [timing_of(panel) for panel in panels]
    timeline = lay_out(timings, shot_names=shot_names)
    found = _found(timeline.shots, shot) if shot else None
    start = found.start if found is not None else 0
    shown = [
        at
        for at, first in enumerate(timeline.starts)
        if found is None or found.start <= first < found.stop
    ]
    kept = [timings[at] for at in shown]
    if found is not None:
        kept[0] = replace(kept[0], shot=found.id)
    pictures = PanelFrames(
        [panels[at] for at in shown],
        (width, height),
        work.tiles,
        paper=None if transparent else rgb(paper),
        backdrops=_backdrops([panels[at] for at in shown], work),
    )
    work.own(pictures)
    board_format = ClipFormat(
        width,
        height,
        channels=4 if transparent else 3,
        fps=fps.fps,
        start_timecode=shifted(ZERO, start, fps.fps),
    )
    names = tuple((one.id, one.name) for one in timeline.shots)
    return Board(board_format, pictures, tuple(kept), names)


def _found(shots: Sequence[Shot], wanted: str) -> Shot:
    for shot in shots:
        if shot.id == wanted:
            return shot
    raise MismatchError(
        f"The storyboard has no shot “{wanted}”.",
        mend=f"Its shots are {', '.join(shot.id for shot in shots)}.",
    )


def _backdrops(panels: Sequence[Panel], work: Work) -> list[FrameRef | None]:
    """The imported picture of each panel as a frame."""
    files = PictureFiles([located(name, work.folder) for name in pictures_of(panels)])
    work.own(files)
    places = iter(range(len(files)))
    return [FrameRef(files, next(places)) if panel.picture else None for panel in panels]
