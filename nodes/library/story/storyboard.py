"""Node: the storyboard, drawn and imported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta

from nodes.example import Example
from nodes.flat_node import located
from nodes.node import node
from nodes.parameters import Colour, NamesShots, Refers, Slider, WidthOf
from nodes.spec import Kind
from nodes.work import Work
from pipelines.errors import MismatchError
from pipelines.frames import FrameRef, select
from pipelines.hex_colours import rgb
from pipelines.media.picture_files import PictureFiles
from pipelines.media.timecode import ZERO, shifted
from pipelines.painting.backgrounds import told_apart
from pipelines.painting.panel_frames import PanelFrames, PanelMasks
from pipelines.panels import LayerRole, Panel
from pipelines.rates import FrameRate
from pipelines.sheets import sheets_of
from pipelines.timing import lay_out, timing_of
from pipelines.values import ClipFormat, MaskClip, PanelTiming, Shot
from pipelines.values import Storyboard as Board

Side = Annotated[int, Slider(64, 4096), Meta(ge=16, le=16384)]


def pictures_of(panels: Sequence[Panel]) -> tuple[str, ...]:
    """The files that panels were imported from."""
    return tuple(panel.picture for panel in panels if panel.picture)


class Roles(NamedTuple):
    """What a storyboard hands out: the film, and what is drawn beside it, role by role."""

    out: Board
    mask: MaskClip
    reference: Board
    control: Board
    notes: Board
    words: str


def migrate(version: int, parameters: dict[str, Any]) -> dict[str, Any]:
    """Before version 2, backgrounds of one id could differ from panel to panel."""
    if version < 2 and "panels" in parameters:
        try:
            panels = msgspec.convert(parameters["panels"], tuple[Panel, ...])
        except msgspec.ValidationError:
            return parameters  # the node says so when it runs
        return {**parameters, "panels": told_apart(panels)}
    return parameters


@node(
    "story.storyboard",
    icon="mdi6.view-grid-outline",
    kind=Kind.SEGMENT,
    version=2,
    migrate=migrate,
    example=Example(
        {
            "board": (
                "story.storyboard",
                {"panels": [{"id": f"panel{number}"} for number in range(1, 9)]},
            ),
            "film": "export.video",
        },
        "board > film.clip",
    ),
)
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
) -> Roles:
    """The storyboard: panels that you draw or import, and how one becomes the next.

    Draw in the Draw room; durations and joints are set on the strip below. Wire it to In-Between
    to have the moves drawn, or to any clip input to play it as held panels. A stroke changes only
    the frames that its panel is part of. Drawings and backgrounds are the film; what else layers
    are for leaves by outputs of its own: masks (held as long as their panels; white is where the
    layer is painted), references, controls and notes, and as words the notes and dialogue of the
    panels.

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
    drawn = [panels[at] for at in shown]
    size = (width, height)
    ground = None if transparent else rgb(paper)
    backdrops = _backdrops(drawn, work)
    pictures = PanelFrames(drawn, size, work.tiles, paper=ground, backdrops=backdrops)
    masks = PanelMasks(drawn, size, work.tiles)
    work.own(pictures)
    work.own(masks)
    board_format = ClipFormat(
        width,
        height,
        channels=4 if transparent else 3,
        fps=fps.fps,
        start_timecode=shifted(ZERO, start, fps.fps),
    )
    names = tuple((one.id, one.name) for one in timeline.shots)
    grounds = PanelFrames(drawn, size, work.tiles, paper=ground, backdrops=backdrops, only=())
    sheets, alone = sheets_of(drawn, size, work.tiles, grounds)
    work.own(grounds)
    work.own(alone)
    board = Board(board_format, pictures, tuple(kept), names, sheets)

    def only(role: LayerRole) -> Board:
        found = PanelFrames(drawn, size, work.tiles, paper=ground, roles={role})
        work.own(found)
        return replace(board, pictures=found, sheets=None)

    held = [at for at, timing in enumerate(kept) for _ in range(timing.duration)]
    mask_format = replace(board_format, channels=1)
    return Roles(
        board,
        MaskClip(mask_format, select(masks, held)),
        only(LayerRole.REFERENCE),
        only(LayerRole.CONTROL),
        only(LayerRole.NOTES),
        _words(kept),
    )


def _words(timings: Sequence[PanelTiming]) -> str:
    """The notes and the dialogue of the panels that have some, by number."""
    found: list[str] = []
    for number, timing in enumerate(timings, 1):
        lines = [text for text in (timing.notes.strip(), _spoken(timing.dialogue)) if text]
        if lines:
            found.append("\n".join([f"Panel {number}", *lines]))
    return "\n\n".join(found)


def _spoken(dialogue: str) -> str:
    return f"“{dialogue.strip()}”" if dialogue.strip() else ""


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
