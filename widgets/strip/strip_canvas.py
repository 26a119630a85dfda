"""The strip as a picture that scrolls and zooms: where things are, and what is shown.

What a hand does to it is in strip_view, how things look in strip_painting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from pipelines import panel_edits
from pipelines.panels import Panel
from pipelines.shot_ids import shot_ids, shots_of
from pipelines.values import Marks
from widgets.shot_names import titles_of
from widgets.strip.bands import Bands, bands_for, least_height
from widgets.strip.editing import BoardEditing
from widgets.strip.ground import StripGround
from widgets.strip.header_painting import Sound
from widgets.strip.labels import plain_tip, spoken_draft
from widgets.strip.layout import Scale, StripLayout
from widgets.strip.panel_pictures import PanelPictures
from widgets.strip.strip_painting import Shot, StripScene, paint_over
from widgets.strip.targets import NOTHING, Target, target_at
from widgets.theme import theme_of
from widgets.words import tr

_SIDE = 12.0
"""Room before the first panel."""
_LEAST_ZOOM, _MOST_ZOOM = 0.02, 40.0


class StripCanvas(QAbstractScrollArea):
    """Panels along time, painted."""

    frame_asked = Signal(int)
    """The person wants to look at this frame."""
    zoomed = Signal()

    def __init__(self, editing: BoardEditing, pictures: PanelPictures) -> None:
        super().__init__()
        self.editing = editing
        self.pictures = pictures
        self.frame = 0
        self.marks: Marks | None = None
        self.doubtful: frozenset[str] = frozenset()
        self.reasons: dict[str, str] = {}
        self.sound: Sound | None = None
        self.shows_latents = False
        self.is_snapping = False
        self.draft: tuple[Panel, ...] | None = None
        self.insertion: int | None = None
        self._dragged_to: float | None = None
        self._zoom = 1.0
        self._is_equal = False
        self._hot = NOTHING
        self._laid: tuple[Sequence[Panel], StripLayout] | None = None
        self._shots: tuple[Sequence[Panel], dict[str, str], tuple[Shot, ...]] | None = None
        self._ground = StripGround()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Storyboard strip"))
        self.viewport().setMouseTracking(True)
        pictures.changed.connect(self._on_picture_came)

    # Geometry

    @property
    def fps(self) -> Fraction:
        """Frames a second of the board."""
        return self.editing.board.fps if self.editing.board is not None else Fraction(24)

    @property
    def panels(self) -> Sequence[Panel]:
        """The panels as they are shown: during a drag, as they would be."""
        return self.draft if self.draft is not None else self.editing.panels

    @property
    def bands(self) -> Bands:
        metrics = QFontMetricsF(self.font())
        height = float(self.viewport().height())
        return bands_for(metrics, height, has_sound=self.sound is not None)

    @property
    def layout_shown(self) -> StripLayout:
        """Where the panels lie."""
        panels = self.panels
        scale = self._scale()
        laid = self._laid
        if laid is None or laid[0] is not panels or laid[1].scale != scale:
            layout = StripLayout(tuple(panel.duration for panel in panels), scale)
            laid = self._laid = (panels, layout)
        return laid[1]

    @property
    def shots(self) -> tuple[Shot, ...]:
        """The shots as they are shown."""
        panels, board = self.panels, self.editing.board
        names = board.shot_names if board is not None else {}
        kept = self._shots
        if kept is None or kept[0] is not panels or kept[1] != names:
            ids = shot_ids(panels)
            shots = zip(ids, shots_of(panels), titles_of(ids, names), strict=True)
            kept = self._shots = (panels, names, tuple(Shot(*one) for one in shots))
        return kept[2]

    @property
    def offset(self) -> float:
        """The x of the left border, counted from the first panel."""
        return self.horizontalScrollBar().value() - _SIDE

    @property
    def zoom(self) -> float:
        """1 shows a panel of a second one and a half times as wide as its picture is."""
        return self._zoom

    def set_zoom(self, zoom: float, *, around: float | None = None) -> None:
        """Widen or narrow time, with what is at `around` (x in the view) staying there."""
        anchor = self.viewport().width() / 2 if around is None else around
        frame = self.layout_shown.frame_at(anchor + self.offset)
        self._zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        self._fit_bar()
        x = self.layout_shown.x_of(frame)
        self.horizontalScrollBar().setValue(round(x - anchor + _SIDE))
        self.viewport().update()
        self.zoomed.emit()

    def set_equal_widths(self, *, are_equal: bool) -> None:
        """Every panel as wide as its picture, whatever its length."""
        self._is_equal = are_equal
        self._fit_bar()
        self.viewport().update()

    def fit(self) -> None:
        """Show all panels, if they can be that narrow."""
        layout = self.layout_shown
        room = self.viewport().width() - 2 * _SIDE
        if layout.length:
            wanted = room / layout.length
            self.set_zoom(wanted / self._natural())
            self.horizontalScrollBar().setValue(0)

    def x_of(self, frame: float) -> float:
        """Where a frame begins, in the view."""
        return self.layout_shown.x_of(frame) - self.offset

    def tile_rect(self, place: int) -> QRectF:
        """Where a panel is, in the view: picture and words."""
        bands, lefts = self.bands, self.layout_shown.lefts
        left = lefts[place] - self.offset
        return QRectF(
            left, bands.pictures, lefts[place + 1] - lefts[place], bands.bottom - bands.pictures
        )

    def joint_point(self, place: int) -> QPointF:
        """The middle of the joint behind a panel, in the view."""
        return QPointF(self.layout_shown.lefts[place + 1] - self.offset, self.bands.joint_y)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * 40, self._least_height() + line * 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 12, self._least_height())

    def _least_height(self) -> int:
        """All bands, thumbnails at their smallest, and the bar to scroll with."""
        bands = least_height(QFontMetricsF(self.font()), has_sound=self.sound is not None)
        return round(bands) + self.horizontalScrollBar().sizeHint().height()

    def _natural(self) -> float:
        """View units a frame at zoom 1."""
        board = self.editing.board
        fps = float(board.fps) if board is not None else 24.0
        return self.picture_width * 1.5 / fps

    @property
    def picture_width(self) -> float:
        """How wide a thumbnail is that is as high as there is room."""
        board = self.editing.board
        width, height = board.size if board is not None else (16, 9)
        aspect = min(max(width / max(height, 1), 0.4), 3.0)
        return self.bands.picture_height * aspect

    def _scale(self) -> Scale:
        least = self.fontMetrics().height() * 3.6
        equal = max(self.picture_width, least) * max(self._zoom, 0.3) if self._is_equal else 0.0
        return Scale(self._natural() * self._zoom, least, max(equal, least) if equal else 0.0)

    def _fit_bar(self) -> None:
        bar = self.horizontalScrollBar()
        room = self.viewport().width()
        whole = self.layout_shown.width + 2 * _SIDE + self.picture_width * 0.4
        bar.setPageStep(room)
        bar.setSingleStep(round(self.picture_width / 2))
        bar.setRange(0, max(0, round(whole - room)))

    @property
    def is_held(self) -> bool:
        """Whether a hand has hold of it."""
        return False

    def tip_point(self) -> QPoint:
        """Where words about a drag stand, on the screen."""
        return self.viewport().mapToGlobal(QPoint(0, round(self.bands.bottom)))

    # What is shown

    @Slot(int)
    def set_frame(self, frame: int) -> None:
        """Move the playhead; it is kept in sight."""
        if frame == self.frame:
            return
        self.frame = frame
        x = self.x_of(frame)
        room = self.viewport().width()
        if not self.is_held and not 0 <= x <= room - _SIDE:
            self.scroll_by(x - room * 0.15)
        self.viewport().update()

    def set_marks(self, marks: Marks | None) -> None:
        """Show in and out marks."""
        self.marks = marks
        self.viewport().update()

    def set_sound(self, sound: Sound | None) -> None:
        """Draw this sound under the time, or none."""
        had, self.sound = self.sound is not None, sound
        if had != (sound is not None):
            self._fit_bar()
            self.updateGeometry()
        self.viewport().update()

    def set_shows_latents(self, *, shows: bool) -> None:
        """Mark the frames at which shots have whole latents (4n + 1 frames)."""
        self.shows_latents = shows
        self.viewport().update()

    def set_doubtful(self, reasons: Mapping[str, str]) -> None:
        """The joints behind these panels hold because the motion is not sure enough: why, by id."""
        self.reasons = dict(reasons)
        self.doubtful = frozenset(reasons)
        self.viewport().update()

    def show_draft(self, panels: Sequence[Panel] | None, *, place: int = -1) -> None:
        """Show how the panels would be; None goes back to how they are."""
        self.draft = tuple(panels) if panels is not None else None
        self._fit_bar()
        self.viewport().update()
        if self.draft is not None and place >= 0:
            said = spoken_draft(self.editing.panels[place], self.draft[place], self.fps)
            QToolTip.showText(self.tip_point(), plain_tip(said), self.viewport())

    def show_insertion(self, gap: int | None, x: float | None = None) -> None:
        """Show where panels would go."""
        self.insertion, self._dragged_to = gap, x
        self.viewport().update()

    def reveal(self, place: int) -> None:
        """Bring a panel into sight."""
        if not 0 <= place < len(self.panels):
            return
        rect, room = self.tile_rect(place), self.viewport().width()
        if rect.left() < 0:
            self.scroll_by(rect.left() - _SIDE)
        elif rect.right() > room:
            self.scroll_by(min(rect.right() - room + _SIDE, rect.left() - _SIDE))

    def scroll_by(self, by: float) -> None:
        """Move along the panels."""
        bar = self.horizontalScrollBar()
        bar.setValue(round(bar.value() + by))

    def fixed_frames(self) -> list[int]:
        """What an edge snaps to besides other edges: playhead, marks, seconds, latents."""
        length = self.layout_shown.length
        marks = [self.marks.first, self.marks.stop] if self.marks is not None else []
        fps = self.fps
        beyond = length + round(fps * 60)
        seconds = [round(fps * second) for second in range(int(beyond / fps) + 1)]
        return [self.frame, *marks, *seconds, *self.latents(beyond)]

    def latents(self, length: int) -> tuple[int, ...]:
        """The frames up to a length at which shots have whole latents, where those are shown."""
        if not self.shows_latents or not self.panels:
            return ()
        starts = self.layout_shown.starts
        shots = [starts[shot.places[0]] for shot in self.shots]
        return panel_edits.latent_frames(shots, length)

    def ask_frame(self, frame: int) -> None:
        """Look at a frame, here at once and elsewhere."""
        self.set_frame(frame)
        self.frame_asked.emit(frame)

    def ask_panel(self, place: int) -> None:
        """Look at a panel: its first frame, unless one of its frames is looked at."""
        starts = self.layout_shown.starts
        if not starts[place] <= self.frame < starts[place + 1]:
            self.ask_frame(starts[place])

    def target_at(self, point: QPointF) -> Target:
        """What lies at a place of the view."""
        x = point.x() + self.offset
        return target_at(x, point.y(), self.bands, self.layout_shown, self.marks)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        theme = theme_of(self.palette())
        board = self.editing.board
        if board is None:
            painter.fillRect(self.viewport().rect(), theme.canvas)
            return
        layout = self.layout_shown
        room = QSizeF(self.viewport().size())
        self._want_pictures(layout, room.width())
        scene = StripScene(
            board=board,
            panels=self.panels,
            shots=self.shots,
            layout=layout,
            bands=self.bands,
            offset=self.offset,
            size=room,
            pixel_ratio=self.devicePixelRatioF(),
            pictures=self.pictures,
            selected=frozenset(self.editing.selected),
            cursor=self.editing.cursor,
            frame=self.frame,
            marks=self.marks,
            hot=self._hot,
            doubtful=self.doubtful,
            latents=self.latents(layout.length),
            sound=self.sound,
            insertion=self.insertion,
            dragged_to=self._dragged_to,
        )
        ground = self._ground.picture(theme, scene, painter.font())
        painter.drawPixmap(QPointF(0, 0), ground)
        paint_over(painter, theme, scene)

    def _want_pictures(self, layout: StripLayout, width: float) -> None:
        """What is seen first, then its neighbours."""
        shown = layout.visible(self.offset, self.offset + width)
        ahead = range(shown.stop, min(shown.stop + len(shown), len(self.panels)))
        behind = range(max(shown.start - len(shown), 0), shown.start)
        wanted = [self.panels[place] for place in (*shown, *ahead, *behind)]
        height = self.bands.picture_height * self.devicePixelRatioF()
        self.pictures.want(self.editing.board, wanted, height)

    @Slot()
    def _on_picture_came(self) -> None:
        self._ground.forget()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._laid = None
            self._ground.forget()
            self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
