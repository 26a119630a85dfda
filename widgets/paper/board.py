"""The storyboard in hand: which panel and layer are worked on, and edits to them as named steps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from fractions import Fraction

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal, Slot

from nodes.edits import AddNode, Batch, Edit, PaintTiles, PutPanels
from nodes.graph import Graph, Node
from nodes.refusals import GraphError
from pipelines import panel_edits
from pipelines.errors import StoryloomError
from pipelines.hex_colours import rgb
from pipelines.painting.backgrounds import background_of, made_own, shared_with, sharers, spread
from pipelines.painting.composite import RGB
from pipelines.painting.layers import fresh_id, with_added
from pipelines.painting.tiles import Changes, TileStore
from pipelines.panels import Layer, LayerRole, Panel, Underlay
from pipelines.rates import FrameRate
from widgets.document_model import DocumentModel
from widgets.words import told, tr

_TYPE = "story.storyboard"


class Board(QObject):
    """One storyboard node of a document. Used by the GUI thread only."""

    changed = Signal()
    """Panels, layers, or what is chosen among them are others now."""
    refused = Signal(str)
    """Something could not be done: why, and what to do."""
    told = Signal(str)
    """Something was done otherwise than one might think."""

    def __init__(
        self, model: DocumentModel, tiles: TileStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.model = model
        self.tiles = tiles
        self._at: tuple[str, ...] = ()
        self._node_id = ""
        self._panel_id = ""
        self._layer_id = ""
        self._chosen: tuple[str, ...] = ()
        self._seen: tuple[Panel, ...] = ()
        model.edited.connect(self.update_content)

    # What is in hand

    @property
    def node(self) -> Node | None:
        """The storyboard, None while there is none."""
        try:
            return self.model.document.graph_at(self._at).nodes.get(self._node_id)
        except GraphError:
            return None

    @property
    def graph(self) -> Graph:
        """The graph that the storyboard is in."""
        return self.model.document.graph_at(self._at)

    @property
    def path(self) -> str:
        """The path of the storyboard, "group/node"."""
        return "/".join((*self._at, self._node_id))

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels in order."""
        node = self.node
        return node.parameters.get("panels", ()) if node is not None else ()

    @property
    def panel(self) -> Panel | None:
        """The panel that is drawn on."""
        return self.panel_of(self._panel_id)

    def panel_of(self, panel_id: str) -> Panel | None:
        """The panel of an id, None where there is none."""
        return next((panel for panel in self.panels if panel.id == panel_id), None)

    @property
    def panel_id(self) -> str:
        """The id of that panel, empty while there is none."""
        return self._panel_id if self.panel is not None else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The panels that commands act on, in order: those chosen with the one in hand, or it."""
        wanted = self._chosen if self._panel_id in self._chosen else (self._panel_id,)
        return tuple(panel.id for panel in self.panels if panel.id in wanted)

    @property
    def layer(self) -> Layer | None:
        """The layer that is drawn on."""
        panel = self.panel
        for layer in panel.layers if panel is not None else ():
            if layer.id == self._layer_id:
                return layer
        return None

    @property
    def layer_id(self) -> str:
        """The id of that layer, empty while there is none."""
        return self._layer_id if self.layer is not None else ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the paper in pixels."""
        return self._side("width", 1280), self._side("height", 720)

    @property
    def fps(self) -> Fraction:
        """Frames a second."""
        node = self.node
        rate = node.parameters.get("fps") if node is not None else None
        return rate.fps if isinstance(rate, FrameRate) else FrameRate.FPS_24.fps

    @property
    def seconds(self) -> Fraction:
        """When the panel in hand begins, counted from the start of the storyboard."""
        return sum(panel.duration for panel in self.panels[: max(self.place, 0)]) / self.fps

    @property
    def paper(self) -> RGB:
        """The colour of the paper."""
        node = self.node
        return rgb(str(node.parameters.get("paper", "#ffffff")) if node is not None else "#ffffff")

    def neighbour(self, step: int) -> Panel | None:
        """The panel so many after the one in hand (before it, below 0)."""
        place = self.place + step
        return self.panels[place] if 0 <= place < len(self.panels) and self.place >= 0 else None

    @property
    def place(self) -> int:
        """Where the panel in hand stands, -1 while there is none."""
        for place, panel in enumerate(self.panels):
            if panel.id == self._panel_id:
                return place
        return -1

    def set_storyboard(self, path: str) -> None:
        """Take another storyboard in hand, "group/node"."""
        *at, self._node_id = path.split("/")
        self._at = tuple(at)
        self.update_content()

    def show_panel(self, panel_id: str) -> None:
        """Draw on another panel."""
        if panel_id != self._panel_id:
            self._panel_id = panel_id
            self.update_content()

    def choose_panels(self, panel_ids: Sequence[str]) -> None:
        """Let commands act on these as long as one of them is in hand."""
        self._chosen = tuple(panel_ids)

    def choose_layer(self, layer_id: str) -> None:
        """Draw on another layer."""
        if layer_id != self._layer_id:
            self._layer_id = layer_id
            self.update_content()

    def step(self, step: int) -> None:
        """Flip to a neighbouring panel."""
        panel = self.neighbour(step)
        if panel is not None:
            self.show_panel(panel.id)

    @Slot()
    def update_content(self) -> None:
        """Keep what is in hand to what is there."""
        panels = self.panels
        if panels and all(panel.id != self._panel_id for panel in panels):
            self._panel_id = panel_edits.heir(self._seen, self._panel_id, panels)
        self._seen = panels
        panel = self.panel
        if panel is not None and self.layer is None:
            drawn = [one for one in panel.layers if one.role is LayerRole.DRAWING]
            found = (drawn or list(panel.layers))[-1:]
            self._layer_id = found[0].id if found else ""
        self.changed.emit()

    # Edits

    def put(self, panel: Panel, name: str, *, merge: str = "") -> None:
        """Replace a panel of that id, as one named step; a shared background changes with it."""
        changed = spread(self.panels, panel)
        for before, after in zip(panel.layers, changed[-1].layers, strict=True):
            if before.id == self._layer_id:
                self._layer_id = after.id  # a background may have got an id of its own
        self._put_panels(changed, name, merge=merge)

    def change(self, how: Callable[[Panel], Panel], name: str, *, merge: str = "") -> None:
        """Change the panel in hand; what is refused is told and changes nothing."""
        panel = self.panel
        if panel is None:
            return
        try:
            changed = how(panel)
        except StoryloomError as error:
            self.refused.emit(told(error))
            return
        if changed != panel:
            self.put(changed, name, merge=merge)

    def paint(self, layer_id: str, changes: Changes, name: str, *, panel_id: str = "") -> None:
        """Take painted tiles into a panel, that in hand if none is named. A background is painted
        wherever it is."""
        wanted = panel_id or self._panel_id
        panel = self.panel_of(wanted)
        if panel is None or not changes:
            return
        tiles = tuple((x, y, digest or "") for (x, y), digest in sorted(changes.items()))
        layer = next((one for one in panel.layers if one.id == layer_id), None)
        if layer is None:
            return
        others = () if layer.role is not LayerRole.BACKGROUND else self._like(layer, wanted)
        painted = PaintTiles(
            at=self._at,
            node=self._node_id,
            panel=wanted,
            layer=layer_id,
            tiles=tiles,
            shared=others,
        )
        self._do(painted, name)

    def _like(self, layer: Layer, besides: str) -> tuple[str, ...]:
        """The other panels that share a background."""
        return tuple(
            panel.id
            for panel in self.panels
            if panel.id != besides and background_of(panel, layer.id) == layer
        )

    def add_layers(self, panel_id: str, layers: Sequence[Layer], name: str) -> None:
        """Put layers above the one in hand of a panel, or on top, and draw on the last of them.

        A layer keeps its id where the panel has none of it, so that it is the same one elsewhere.
        """
        panel = self.panel_of(panel_id)
        if panel is None:
            return
        above = self._layer_id if panel is self.panel else ""
        for layer in layers:
            held = {one.id for one in panel.layers}
            if not layer.id or layer.id in held or layer.role is LayerRole.BACKGROUND:
                layer = replace(layer, id=self.free_layer_id(held))
            panel = with_added(panel, layer, above=above)
            above = layer.id
        self.put(panel, name)
        if panel_id == self._panel_id:
            self.choose_layer(above)

    def add_first_layer(self) -> Layer | None:
        """Give a panel that was only imported a layer to draw on; None where there is no panel."""
        panel = self.panel
        if panel is not None and not panel.layers:
            first = Layer(id="drawing", name=tr("Drawing"))
            self.put(with_added(panel, first), tr("Add layer"))
        return self.layer

    def free_layer_id(self, also: Collection[str] = ()) -> str:
        """An id that no layer of the storyboard has, nor those."""
        taken = [one.id for other in self.panels for one in other.layers]
        return fresh_id([*taken, *also], "layer")

    def add_storyboard(self) -> None:
        """Put an empty storyboard into the project and take it in hand."""
        node_id = self.model.graph.free_id("storyboard")
        if self._do(AddNode(node=Node(id=node_id, type=_TYPE)), tr("Add a storyboard")):
            self.set_storyboard(node_id)

    def add_panel(self) -> None:
        """Put a panel with empty layers behind the one in hand and draw on it."""
        panel_id = self._free_panel_ids(1)[0]
        first = Layer(id="drawing", name=tr("Drawing"))
        made = panel_edits.blank(self.panel, panel_id, first=first)
        after = panel_edits.inserted(self.panels, self.place + 1, [made])
        if self._put_all(after, tr("New panel")):
            self.show_panel(panel_id)

    def duplicate_panels(self) -> None:
        """Repeat the chosen panels behind them; the copies are chosen, the first is in hand."""
        chosen = self.chosen
        copies = self._free_panel_ids(len(chosen))
        after = panel_edits.duplicated(self.panels, chosen, copies)
        if chosen and self._put_all(after, tr("Duplicate panels")):
            self.choose_panels(copies)
            self.show_panel(copies[0])

    def remove_panels(self) -> None:
        """Take the chosen panels away; what follows them is in hand then, or the last."""
        if self.chosen:
            self._put_all(panel_edits.without(self.panels, self.chosen), tr("Delete panels"))

    def _free_panel_ids(self, count: int) -> list[str]:
        taken = [panel.id for panel in self.panels]
        made: list[str] = []
        for _ in range(count):
            made.append(fresh_id([*taken, *made], "panel"))
        return made

    def set_underlay(self, underlay: Underlay | None, name: str, *, merge: str = "") -> None:
        """Lay a frame of a clip under the panel in hand, or none."""

        def change(panel: Panel) -> Panel:
            return replace(panel, underlay=underlay)

        self.change(change, name, merge=merge)

    def lay_clip_under(self, node: Node, name: str) -> None:
        """Put a node that gives a clip into the project, and its frames under the panel in hand."""
        panel = self.panel
        if panel is not None:
            path = "/".join((*self._at, node.id))
            under = replace(panel, underlay=Underlay(path=path))
            put = PutPanels(at=self._at, node=self._node_id, panels=(under,))
            self._do(Batch(edits=(AddNode(at=self._at, node=node), put)), name)

    def share(self, layer_id: str, chosen: Collection[str]) -> None:
        """Let other panels have a background of the panel in hand; it is one from then on."""
        panel = self.panel
        layer = background_of(panel, layer_id) if panel is not None else None
        found = shared_with(self.panels, layer, chosen) if layer is not None else ()
        if found:
            self._put_panels(found, tr("Share background"))

    def make_own(self, layer_id: str) -> None:
        """Give the panel in hand a background of its own, as the shared one looks now."""
        panel = self.panel
        if panel is not None and len(self.sharers(layer_id)) > 1:
            before = {layer.id for layer in panel.layers}
            own = made_own(self.panels, panel, layer_id)
            self._put_panels((own,), tr("Make background the panel's own"))
            self.choose_layer(next(one.id for one in own.layers if one.id not in before))

    def sharers(self, layer_id: str) -> tuple[str, ...]:
        """The panels that a background of the panel in hand belongs to; none of another layer."""
        panel = self.panel
        is_ground = panel is not None and background_of(panel, layer_id) is not None
        return sharers(self.panels, layer_id) if is_ground else ()

    def _put_panels(self, panels: tuple[Panel, ...], name: str, *, merge: str = "") -> bool:
        edit = PutPanels(at=self._at, node=self._node_id, panels=panels)
        return self._do(edit, name, merge=merge)

    def _put_all(self, panels: tuple[Panel, ...], name: str) -> bool:
        before = {panel.id: panel for panel in self.panels}
        changed = tuple(panel for panel in panels if before.get(panel.id) != panel)
        order = tuple(panel.id for panel in panels)
        edit = PutPanels(at=self._at, node=self._node_id, panels=changed, order=order)
        return self._do(edit, name)

    def _do(self, edit: Edit, name: str, *, merge: str = "") -> bool:
        try:
            self.model.do(edit, name, merge=merge)
        except GraphError as error:
            self.refused.emit(told(error))
            return False
        return True

    def _side(self, name: str, default: int) -> int:
        node = self.node
        return int(node.parameters.get(name, default)) if node is not None else default


def storyboards(model: DocumentModel) -> tuple[str, ...]:
    """The paths of all storyboards of a document, those at the top first."""
    found: list[str] = []
    levels: list[tuple[tuple[str, ...], Graph]] = [((), model.graph)]
    while levels:
        at, graph = levels.pop(0)
        for node in graph.nodes.values():
            if node.type == _TYPE:
                found.append("/".join((*at, node.id)))
            if node.graph is not None:
                levels.append(((*at, node.id), node.graph))
    return tuple(found)
