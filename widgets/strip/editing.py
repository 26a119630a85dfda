"""The storyboard in hand and every edit of it: one named step each. No mouse, no painting."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from uuid import uuid4

from PySide6.QtCore import QObject, Signal, Slot

from nodes.edits import Batch, Edit
from nodes.graph import Graph
from pipelines import panel_edits
from pipelines.errors import GraphError
from pipelines.panels import Layer, Panel
from pipelines.shot_ids import shot_ids, shots_of
from pipelines.values import JointMode
from widgets.document_model import DocumentModel
from widgets.strip.boards import Board, board_at, boards_of
from widgets.strip.copying import copied, pasted_panels
from widgets.words import told, tr

Panels = tuple[Panel, ...]


class BoardEditing(QObject):
    """Which storyboard is shown, which of its panels are chosen, and what is done to them."""

    changed = Signal()
    """The board is another one now, or another is shown."""
    selection_changed = Signal()
    refused = Signal(str)
    """Why something was not done."""
    frame_asked = Signal(int)
    """Look at this frame."""

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.path = ""
        self.board: Board | None = None
        self.selected: tuple[str, ...] = ()
        """Ids of the chosen panels, in the order of the board."""
        self.cursor = ""
        """The panel that the keyboard is at."""
        self._anchor = ""
        self._seen: Graph | None = None
        self._drawn: set[str] = set()
        """Digests of tiles that panels copied here were drawn with."""
        model.edited.connect(self.update_content)
        self.update_content()

    @property
    def panels(self) -> Panels:
        return self.board.panels if self.board is not None else ()

    @property
    def boards(self) -> list[Board]:
        """Every storyboard of the document."""
        return boards_of(self.model.graph)

    def show(self, path: str) -> None:
        """Take another storyboard in hand; an unknown path shows the first that there is."""
        if path != self.path:
            self.path = path
            self._seen = None
            self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Look at the document as it is now."""
        graph = self.model.graph
        if graph is self._seen:
            return
        self._seen = graph
        board = board_at(graph, self.path) if self.path else None
        if board is None:
            board = next(iter(boards_of(graph)), None)
        before, self.board = self.board, board
        self.path = board.path if board is not None else ""
        is_same = before is not None and board is not None and before.node is board.node
        if is_same and before == board:
            return
        self._keep_selection(before.panels if before is not None else ())
        self.changed.emit()

    # Choosing

    def select(self, ids: Iterable[str], *, cursor: str = "") -> None:
        """Choose panels; the cursor goes to the last, or to the one that is named."""
        wanted = set(ids)
        chosen = tuple(panel.id for panel in self.panels if panel.id in wanted)
        at = cursor or (chosen[-1] if chosen else self.cursor)
        if chosen != self.selected or at != self.cursor:
            self.selected, self.cursor = chosen, at
            self._anchor = at
            self.selection_changed.emit()

    def toggle(self, panel: str) -> None:
        """Choose a panel besides the others, or no longer."""
        chosen = set(self.selected) ^ {panel}
        self.select(chosen, cursor=panel)

    def extend(self, panel: str) -> None:
        """Choose everything from where choosing began to a panel."""
        ids = [one.id for one in self.panels]
        if panel not in ids:
            return
        anchor = self._anchor if self._anchor in ids else ids[0]
        first, last = sorted((ids.index(anchor), ids.index(panel)))
        self.select(ids[first : last + 1], cursor=panel)
        self._anchor = anchor

    def select_shot(self, place: int) -> None:
        """Choose all panels of the shot that the panel at a place is part of."""
        for inside in shots_of(self.panels):
            if place in inside:
                self.select(self.panels[at].id for at in inside)
                self.look_at(self.panels[inside[0]].id)

    def step(self, by: int, *, extends: bool = False) -> None:
        """Bring the cursor some panels on or back, and look at the panel there."""
        ids = [panel.id for panel in self.panels]
        if not ids:
            return
        at = ids.index(self.cursor) + by if self.cursor in ids else 0
        panel = ids[min(max(at, 0), len(ids) - 1)]
        if extends:
            self.extend(panel)
        else:
            self.select([panel])
        self.look_at(panel)

    def look_at(self, panel: str) -> None:
        """Look at the first frame of a panel."""
        starts = panel_edits.edges(self.panels)
        for place, one in enumerate(self.panels):
            if one.id == panel:
                self.frame_asked.emit(starts[place])

    # Doing

    def put(
        self, after: Sequence[Panel], name: str, *, merge: str = "", also: Sequence[Edit] = ()
    ) -> bool:
        """Make these the panels, and do what belongs to it, as one step; whether something
        changed."""
        edit = self.board.put(after) if self.board is not None else None
        if edit is None:
            return False
        try:
            self.model.do(Batch(edits=(edit, *also)) if also else edit, name, merge=merge)
        except GraphError as error:
            self.refused.emit(told(error))
            return False
        return True

    def add_panel(self) -> None:
        """An empty panel after the cursor, or at the end, with the layers of the one before."""
        at = self._after_cursor()
        before = self.panels[at - 1] if at else None
        first = Layer(id="drawing", name=tr("Drawing"))
        fresh = panel_edits.blank(before, fresh_id(), first=first)
        self._insert(at, [fresh], tr("New panel"))

    def add_pictures(self, paths: Sequence[str], at: int | None = None) -> None:
        """A panel for each picture file, as one step."""
        if paths:
            place = self._after_cursor() if at is None else at
            fresh = [Panel(id=fresh_id(), picture=path) for path in paths]
            self._insert(place, fresh, tr("Import pictures"))

    def duplicate(self) -> None:
        """Repeat the chosen panels behind them."""
        names = [fresh_id() for _ in self.selected]
        if self.put(
            panel_edits.duplicated(self.panels, self.selected, names), tr("Duplicate panels")
        ):
            self.select(names)
            self.look_at(names[0])

    def split_at(self, frame: int) -> None:
        """Cut the panel under a frame in two."""
        name = fresh_id()
        if self.put(panel_edits.split(self.panels, frame, name), tr("Split the panel")):
            self.select([name])
        else:
            self.refused.emit(tr("A panel is split between two frames. Move the playhead into it."))

    def delete(self) -> None:
        """Take the chosen panels away."""
        self.put(panel_edits.without(self.panels, self.selected), tr("Delete panels"))

    def shift(self, by: int) -> None:
        """Bring the chosen panels a place towards the start (-1) or the end."""
        name = tr("Move panels left") if by < 0 else tr("Move panels right")
        if self.put(panel_edits.shifted(self.panels, self.selected, by), name):
            self.look_at(self.cursor)

    def move_to(self, chosen: Collection[str], gap: int) -> None:
        """Bring panels to a gap."""
        if self.put(panel_edits.moved(self.panels, chosen, gap), tr("Move panels")):
            self.look_at(self.cursor)

    def set_duration(self, frames: int, *, merge: str = "") -> None:
        """Give the chosen panels a length."""
        after = panel_edits.with_durations(self.panels, self.selected, frames)
        self.put(after, tr("Set the duration"), merge=merge)

    def lengthen(self, by: int) -> None:
        """Make the chosen panels longer or shorter by some frames."""
        after = panel_edits.lengthened(self.panels, self.selected, by)
        merge = f"lengthen {' '.join(self.selected)}"
        self.put(after, tr("Change the duration"), merge=merge)

    def set_joint(
        self, mode: JointMode, chosen: Collection[str] | None = None, *, move: int | None = None
    ) -> None:
        """How the chosen panels become the next."""
        ids = self.selected if chosen is None else chosen
        self.put(panel_edits.with_joints(self.panels, ids, mode, move), tr("Set the joint"))

    def set_move(self, frames: int, *, merge: str = "") -> None:
        """Give the moves behind the chosen panels a length."""
        after = tuple(
            panel_edits.with_joint(panel, panel.joint, frames)
            if panel.id in self.selected
            else panel
            for panel in self.panels
        )
        self.put(after, tr("Set the length of the move"), merge=merge)

    def cycle_joint(self, panel: str) -> None:
        """The next kind of joint behind a panel, and behind all that are chosen with it."""
        found = next((one for one in self.panels if one.id == panel), None)
        if found is not None:
            together = self.selected if panel in self.selected else (panel,)
            self.set_joint(panel_edits.next_mode(found.joint), together)

    def set_label(self, label: str) -> None:
        """Label the chosen panels; a label that all of them have is taken away."""
        self.put(panel_edits.labelled(self.panels, self.selected, label), tr("Label panels"))

    def rename_shot(self, shot: str, name: str) -> None:
        """Name a shot; empty lets it be numbered."""
        if self.board is None or self.board.shot_names.get(shot, "") == name.strip():
            return
        edit = self.board.rename_shot(shot, name.strip())
        try:
            self.model.do(edit, tr("Rename the shot"))
        except GraphError as error:
            self.refused.emit(told(error))

    def copied(self) -> str:
        """The chosen panels as JSON text."""
        chosen = [panel for panel in self.panels if panel.id in self.selected]
        self._drawn |= _tiles_of(chosen)
        return copied(chosen)

    def paste(self, text: str) -> None:
        """Put panels of a text in behind the cursor, under fresh ids."""
        found = pasted_panels(text, self.model.document.registry)
        if not found:
            self.refused.emit(tr("The clipboard holds no panels."))
            return
        known = self._drawn.union(*(_tiles_of(board.panels) for board in self.boards))
        if not _tiles_of(found) <= known:
            self.refused.emit(
                tr("These panels were drawn in another project; their drawings are not here.")
            )
            return
        fresh = [panel_edits.as_new(panel, fresh_id()) for panel in found]
        self._insert(self._after_cursor(), fresh, tr("Paste panels"))

    def _insert(self, at: int, fresh: Sequence[Panel], name: str) -> None:
        if self.put(panel_edits.inserted(self.panels, at, fresh), name):
            self.select([panel.id for panel in fresh])
            self.look_at(fresh[0].id)

    def _after_cursor(self) -> int:
        ids = [panel.id for panel in self.panels]
        return ids.index(self.cursor) + 1 if self.cursor in ids else len(ids)

    def _keep_selection(self, before: Panels) -> None:
        """Choose what is still there of the chosen; where nothing is, what took its place."""
        ids = [panel.id for panel in self.panels]
        chosen = tuple(panel for panel in ids if panel in set(self.selected))
        cursor = self.cursor if self.cursor in ids else (chosen[-1] if chosen else "")
        if not chosen and ids:
            gone = self.selected[0] if self.selected else ""
            cursor = cursor or panel_edits.heir(before, gone, self.panels)
            chosen = (cursor,)
        self._anchor = self._anchor if self._anchor in ids else cursor
        if (chosen, cursor) != (self.selected, self.cursor):
            self.selected, self.cursor = chosen, cursor
            self.selection_changed.emit()


def shot_of(panels: Sequence[Panel], panel: str) -> str:
    """The id of the shot that a panel belongs to, or an empty text."""
    ids = iter(shot_ids(panels))
    shot, begins = "", True
    for one in panels:
        shot = next(ids) if begins else shot
        if one.id == panel:
            return shot
        begins = one.joint is JointMode.CUT
    return ""


def fresh_id(make: Callable[[], object] = uuid4) -> str:
    """An id that nothing has."""
    return f"p{str(make()).replace('-', '')[:10]}"


def _tiles_of(panels: Iterable[Panel]) -> set[str]:
    return {tile.digest for panel in panels for layer in panel.layers for tile in layer.tiles}
