"""Pictures of results for the nodes of a canvas, asked of the frame server one after another.

Patient: whoever looks at a frame comes first. What was seen is kept by key, so that undo brings it
back at once.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QPixmap

from app.frames.client import FrameClient
from app.workers.orders import RunPreview
from nodes.frame_serving.messages import ArrivedFrame, FrameState
from nodes.graph import GROUP
from nodes.standing import Standing
from pipelines.digest import digest_text
from widgets.canvas import NodeCanvas
from widgets.canvas.thumbnails import PICTURED, Thumbnail
from widgets.pictures import to_qimage

SIZE = (384, 216)
_VIEW = "thumbnail "
_AT_ONCE = 2
"""How many requests wait at the server at most."""
_DRAIN_MS = 80
_MOST_KEPT = 512


class _Asked(NamedTuple):
    key: str
    scene: int


class Thumbnails(QObject):
    """Feeds one canvas. Close it before the canvas goes."""

    def __init__(self, canvas: NodeCanvas, client: FrameClient) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._client = client
        self._keys: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._kept: OrderedDict[str, Thumbnail] = OrderedDict()
        self._wanted: deque[str] = deque()
        self._asked: dict[str, _Asked] = {}
        self._arrived: dict[str, Thumbnail | None] = {}
        self._scene = 0
        self._is_closed = False
        self._draining = QTimer(self, singleShot=True, interval=_DRAIN_MS)
        self._draining.timeout.connect(self._on_drain_due)
        client.frame_arrived.connect(self._on_frame_arrived)
        client.scene_shown.connect(self._on_scene_shown)
        canvas.level_changed.connect(self.update_content)

    def close(self) -> None:
        """Ask and show nothing more."""
        self._is_closed = True
        self._client.frame_arrived.disconnect(self._on_frame_arrived)
        self._client.scene_shown.disconnect(self._on_scene_shown)
        for path in self._asked:
            self._client.cancel(_VIEW + path)
        self._draining.stop()
        self._wanted.clear()
        self._asked.clear()

    @Slot(object)
    def take(self, found: Standing) -> None:
        """Other results are there, or other keys hold."""
        self._keys = dict(found.keys)
        self._words = dict(found.words)
        self.update_content()

    @Slot(object)
    def show_preview(self, preview: RunPreview) -> None:
        """Show what a run is making on its node, until it is known what stands there."""
        node = preview.path.removeprefix("".join(f"{group}/" for group in self._canvas.at))
        if self._is_closed or node not in self._canvas.scene.level.graph.nodes:
            return
        picture = to_qimage(preview.raster).scaled(*SIZE, Qt.AspectRatioMode.KeepAspectRatio)
        self._show(preview.path, "", Thumbnail(QPixmap.fromImage(picture)))

    @Slot()
    def update_content(self) -> None:
        """Show what is known of the open level, and ask for the rest."""
        if self._is_closed:
            return  # told from another thread before it was closed
        self._wanted.clear()
        at = "".join(f"{group}/" for group in self._canvas.at)
        for node_id, node in self._canvas.scene.level.graph.nodes.items():
            path = at + node_id
            key = self._group_key(path) if node.type == GROUP else self._keys.get(path, "")
            if not key or self._shown.get(path) == key or node.thumbnail == "off":
                continue
            if path in self._words:
                self._show(path, key, Thumbnail(words=self._words[path]))
            elif key in self._kept:
                self._kept.move_to_end(key)
                self._show(path, key, self._kept[key])
            elif self._is_pictured(node_id):
                self._wanted.append(path)
        self._ask_next()

    def _is_pictured(self, node_id: str) -> bool:
        outputs = self._canvas.scene.level.outputs(node_id)
        return any(output.value in PICTURED for output in outputs)

    def _group_key(self, path: str) -> str:
        inner = [key for inside, key in self._keys.items() if inside.startswith(f"{path}/")]
        return digest_text("|".join(inner)) if inner else ""

    def _ask_next(self) -> None:
        while self._wanted and len(self._asked) < _AT_ONCE:
            path = self._wanted.popleft()
            node = path.rpartition("/")[2]
            graph = self._canvas.scene.level.graph
            if node not in graph.nodes or path in self._asked:
                continue
            is_group = graph.nodes[node].type == GROUP
            key = self._group_key(path) if is_group else self._keys.get(path, "")
            if not key:
                continue
            self._asked[path] = _Asked(key, self._scene)
            self._client.request(_VIEW + path, path, "", 0, SIZE, patient=True)

    def _show(self, path: str, key: str, thumbnail: Thumbnail) -> None:
        self._shown[path] = key
        self._arrived[path] = thumbnail
        if not self._draining.isActive():
            self._draining.start()

    @Slot(object)
    def _on_frame_arrived(self, arrived: ArrivedFrame) -> None:
        answer = arrived.answer
        path = answer.view.removeprefix(_VIEW)
        asked = self._asked.pop(path, None) if answer.view.startswith(_VIEW) else None
        if asked is None:
            return
        if answer.state is FrameState.LOST:
            pass  # asked again with the next keys, so that what kills a server does so once
        elif answer.state is FrameState.OVERTAKEN or asked.scene != self._scene:
            self._wanted.append(path)  # it was made of another scene than the key
        elif arrived.raster is not None:
            picture = QPixmap.fromImage(to_qimage(arrived.raster))
            is_stale = answer.state is FrameState.STALE
            thumbnail = Thumbnail(picture, is_stale=is_stale)
            if not is_stale:
                self._keep(asked.key, thumbnail)
            self._show(path, "" if is_stale else asked.key, thumbnail)
        elif path in self._shown:
            self._arrived[path] = None
            del self._shown[path]
            if not self._draining.isActive():
                self._draining.start()
        self._ask_next()

    def _keep(self, key: str, thumbnail: Thumbnail) -> None:
        self._kept[key] = thumbnail
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)

    @Slot(str)
    def _on_scene_shown(self, name: str) -> None:
        if not name:
            self._scene += 1
            self._keys = {}  # until it is known what the nodes of this scene stand for

    @Slot()
    def _on_drain_due(self) -> None:
        arrived, self._arrived = self._arrived, {}
        self._canvas.show_thumbnails(arrived)
