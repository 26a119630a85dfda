"""What the node in hand measured frame by frame, under the ruler and on its inspector; and what
it says of that."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.window.run_desk import RunDesk
from nodes.refusals import GraphError
from widgets.document_model import DocumentModel
from widgets.inspector import Inspector
from widgets.plots.plot_pane import PlotPane
from widgets.plots.report_text import ReportText
from widgets.viewer.viewer import Viewer


class Plotting(QObject):
    """Gives curves to both plots; a click in either moves the viewer's playhead."""

    def __init__(
        self, model: DocumentModel, inspector: Inspector, viewer: Viewer, desk: RunDesk
    ) -> None:
        super().__init__(inspector)
        self._model = model
        self._inspector = inspector
        self._viewer = viewer
        self._desk = desk
        self.pane = PlotPane()
        self.text = ReportText()
        inspector.put_in(self.pane)
        inspector.put_in(self.text)
        self.pane.frame_wanted.connect(viewer.driving.scrub_to)
        viewer.frame_changed.connect(self.pane.set_frame)
        inspector.nodes_shown.connect(self.update_content)
        desk.standing_found.connect(self.update_content)
        self.update_content()

    def close(self) -> None:
        """The project is put away."""
        self._viewer.frame_changed.disconnect(self.pane.set_frame)
        self._desk.standing_found.disconnect(self.update_content)
        self._viewer.plot.show_curves({}, {})

    @Slot()
    def update_content(self) -> None:
        """Plot what is known of the node that is shown."""
        at, ids = self._inspector.shown_nodes
        path = "/".join((*at, *ids)) if len(ids) == 1 else ""
        curves, axes = self._desk.curves_of(path), self._desk.axes_of(path)
        self.pane.show_curves(curves, axes)
        self.pane.set_frame(self._viewer.playback.frame)
        self.text.show_report(self._desk.report_of(path))
        self.pane.setVisible(bool(curves) or self._reports(at, ids))
        self._viewer.plot.show_curves(curves, axes)

    def _reports(self, at: tuple[str, ...], ids: tuple[str, ...]) -> bool:
        """Whether the node can say something of frames, once it has run."""
        try:
            node = self._model.document.graph_at(at).nodes.get(ids[0]) if len(ids) == 1 else None
        except GraphError:
            return False
        spec = self._model.document.registry.find(node.type) if node is not None else None
        return spec is not None and any(output.value == "report" for output in spec.outputs)
