"""The whole strip as one picture, from plain values: only what is seen is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from pipelines.panels import Panel
from pipelines.timing import move_length, timing_of
from pipelines.values import Marks
from widgets.strip import header_painting as header
from widgets.strip.bands import Bands
from widgets.strip.boards import Board
from widgets.strip.labels import spoken_length
from widgets.strip.layout import StripLayout
from widgets.strip.panel_pictures import PanelPictures
from widgets.strip.targets import Part, Target
from widgets.strip.tile_painting import TileLook, paint_joint
from widgets.strip.tile_pictures import TilePictures
from widgets.theme import Theme
from widgets.words import tr


class Shot(NamedTuple):
    """A shot, where its panels are among all, and what it is called."""

    id: str
    places: Sequence[int]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StripScene:
    """All that a strip shows. `offset` is the x of the view's left border."""

    board: Board
    panels: Sequence[Panel]
    shots: Sequence[Shot]
    layout: StripLayout
    bands: Bands
    offset: float
    size: QSizeF
    pixel_ratio: float
    pictures: PanelPictures
    selected: frozenset[str]
    cursor: str
    frame: int
    marks: Marks | None
    hot: Target
    doubtful: frozenset[str]
    latents: Sequence[int]
    sound: header.Sound | None
    insertion: int | None
    dragged_to: float | None

    @property
    def fps(self) -> Fraction:
        return self.board.fps


def paint_ground(painter: QPainter, theme: Theme, scene: StripScene, tiles: TilePictures) -> None:
    """Shots, time, sound and panels."""
    bands, width = scene.bands, scene.size.width()
    painter.fillRect(QRectF(QPointF(0, 0), scene.size), theme.canvas)
    header.paint_shots(painter, theme, bands, shot_spans(scene), _shot_of_cursor(scene))
    header.paint_time(
        painter,
        theme,
        bands,
        scene.layout,
        scene.fps,
        scene.offset,
        width,
        scene.latents,
    )
    if scene.sound is not None:
        header.paint_sound(
            painter, theme, bands, scene.layout, scene.fps, scene.offset, width, scene.sound
        )
    _paint_panels(painter, theme, scene, tiles)


def paint_over(painter: QPainter, theme: Theme, scene: StripScene) -> None:
    """Marks, playhead, and what a drag is about to do."""
    bands, width = scene.bands, scene.size.width()
    marks = header.marks_inside(scene.marks, scene.layout.length)
    if marks is not None:
        left, right = (_x(scene, frame) for frame in (marks.first, marks.stop))
        header.paint_marks(painter, theme, bands, left, right, width)
    if 0 <= scene.frame < max(scene.layout.length, 1):
        left, right = (_x(scene, scene.frame + by) for by in (0, 1))
        header.paint_playhead(painter, theme, bands, left, right)
    if scene.insertion is not None:
        x = scene.layout.lefts[scene.insertion] - scene.offset
        header.paint_insertion(painter, theme, bands, x)
        if scene.dragged_to is not None:
            _paint_dragged(painter, theme, scene, scene.dragged_to - scene.offset)


def shot_spans(scene: StripScene) -> list[header.ShotSpan]:
    """The shots that are in sight."""
    lefts, beyond = scene.layout.lefts, scene.offset + scene.size.width()
    return [
        header.ShotSpan(
            shot,
            title,
            lefts[inside[0]] - scene.offset,
            lefts[inside[-1] + 1] - scene.offset,
        )
        for shot, inside, title in scene.shots
        if lefts[inside[-1] + 1] >= scene.offset and lefts[inside[0]] <= beyond
    ]


def paper_of(board: Board) -> QColor:
    """The colour of the paper, a light gray where there is none."""
    parameters = board.node.parameters
    if parameters.get("transparent", False):
        return QColor("#c8c8c8")
    paper = QColor(str(parameters.get("paper", "#ffffff")))
    return paper if paper.isValid() else QColor("white")


def _paint_panels(painter: QPainter, theme: Theme, scene: StripScene, tiles: TilePictures) -> None:
    layout, bands = scene.layout, scene.bands
    shown = layout.visible(scene.offset, scene.offset + scene.size.width())
    at_frame = layout.panel_of(scene.frame)
    paper = paper_of(scene.board)
    width, height = scene.board.size
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for place in shown:
        panel = scene.panels[place]
        tile = _tile(scene, place)
        move = move_length(timing_of(panel), last=place == len(scene.panels) - 1)
        stop = layout.starts[place + 1]
        look = TileLook(
            number=place + 1,
            length=spoken_length(panel.duration, scene.fps),
            frames=tr("{frames} f", frames=panel.duration),
            picture=scene.pictures.scaled(
                scene.board, panel, bands.picture_height, scene.pixel_ratio
            ),
            refusal=scene.pictures.refusal(scene.board, panel),
            is_selected=panel.id in scene.selected,
            is_current=panel.id == scene.cursor and len(scene.selected) > 1,
            is_shown=place == at_frame,
            move_from=_x(scene, stop - move) if move else tile.right(),
            paper=paper,
            aspect=width / max(height, 1),
        )
        tiles.lay_down(painter, theme, bands, tile, panel, look, scene.pixel_ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for place in range(max(shown.start - 1, 0), min(shown.stop, len(scene.panels) - 1)):
        middle = QPointF(layout.lefts[place + 1] - scene.offset, bands.joint_y)
        panel = scene.panels[place]
        paint_joint(
            painter,
            theme,
            middle,
            bands.joint_radius,
            panel.joint,
            is_doubtful=panel.id in scene.doubtful,
            is_hot=scene.hot == Target(Part.JOINT, place),
        )


def _paint_dragged(painter: QPainter, theme: Theme, scene: StripScene, x: float) -> None:
    """What is dragged, small and half seen at the pointer, with how many there are."""
    chosen = [panel for panel in scene.panels if panel.id in scene.selected]
    if not chosen:
        return
    bands = scene.bands
    width, height = scene.board.size
    tall = bands.picture_height * 0.7
    room = QRectF(x + 10, bands.pictures + tall * 0.2, tall * width / max(height, 1), tall)
    painter.setOpacity(0.75)
    painter.fillRect(room, paper_of(scene.board))
    picture = scene.pictures.picture(scene.board, chosen[0])
    if picture is not None:
        painter.drawPixmap(room, picture, QRectF(picture.rect()))
    painter.setOpacity(1)
    painter.setPen(theme.selection)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(room)
    if len(chosen) > 1:
        font = QFont(painter.font())
        font.setBold(True)
        painter.setFont(font)
        badge = QRectF(room.left(), room.top(), bands.line * 1.6, bands.line * 1.2)
        painter.fillRect(badge, theme.surface)
        painter.setPen(theme.text)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(len(chosen)))


def _shot_of_cursor(scene: StripScene) -> str:
    for shot, inside, _ in scene.shots:
        if any(scene.panels[place].id == scene.cursor for place in inside):
            return shot
    return ""


def _tile(scene: StripScene, place: int) -> QRectF:
    lefts, bands = scene.layout.lefts, scene.bands
    left = lefts[place] - scene.offset
    return QRectF(left, bands.pictures, lefts[place + 1] - lefts[place], bands.picture_height)


def _x(scene: StripScene, frame: float) -> float:
    return scene.layout.x_of(frame) - scene.offset
