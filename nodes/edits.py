"""Every change that there is to a document, as a value: JSON-codable, ids and digests only.

What an edit does to a graph stands in nodes.apply; this file is the language of the journal.
`at` leads into groups: the ids of the groups from the outermost to the one that is edited.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from nodes.graph import Link, Node, Port
from pipelines.masking.objects import MaskKey, MaskObject
from pipelines.panels import Panel


class EditBase(msgspec.Struct, frozen=True, kw_only=True, tag=True, omit_defaults=True):
    """What all edits share."""

    at: tuple[str, ...] = ()


class PutNodes(EditBase, frozen=True):
    """Add or replace whole nodes and remove others: paste, and the inverse of most edits."""

    nodes: tuple[Node, ...] = ()
    removed: tuple[str, ...] = ()


class AddNode(EditBase, frozen=True):
    """Add a node that has no links yet."""

    node: Node


class RemoveNodes(EditBase, frozen=True):
    """Remove nodes and every link from them."""

    nodes: tuple[str, ...]


class Connect(EditBase, frozen=True):
    """Link a socket. A socket for one value drops the link that it had; a variadic one keeps an
    order, and `index` (-1: last) is the new link's place in it."""

    node: str
    socket: str
    link: Link
    index: int = -1


class Disconnect(EditBase, frozen=True):
    """Remove one link of a socket."""

    node: str
    socket: str
    link: str


class ReorderLinks(EditBase, frozen=True):
    """Put the links of a variadic socket in another order (ids, all of them)."""

    node: str
    socket: str
    order: tuple[str, ...]


class SetParameter(EditBase, frozen=True):
    """Set a parameter."""

    node: str
    name: str
    value: Any


class ResetParameter(EditBase, frozen=True):
    """Bring a parameter back to its default."""

    node: str
    name: str


class ExposeParameter(EditBase, frozen=True):
    """Turn a parameter into a socket, or back."""

    node: str
    name: str
    exposed: bool = True


class MoveNodes(EditBase, frozen=True):
    """Place nodes on the canvas."""

    positions: dict[str, tuple[float, float]]


class RenameNode(EditBase, frozen=True):
    """Give a node a title, or none."""

    node: str
    title: str


class SetBypass(EditBase, frozen=True):
    """Let a node hand on its input as it is, or not."""

    nodes: tuple[str, ...]
    bypassed: bool


class SetBackdrop(EditBase, frozen=True):
    """Lay nodes on a backdrop, or (empty) beside all of them."""

    nodes: tuple[str, ...]
    backdrop: str = ""


class SetThumbnail(EditBase, frozen=True):
    """Show a picture of their result on nodes ("on"), none ("off"), or as the canvas sees fit."""

    nodes: tuple[str, ...]
    thumbnail: Literal["", "on", "off"] = ""


class Pin(EditBase, frozen=True):
    """Keep a node at a result, named by its key; empty lets it follow again."""

    node: str
    key: str


class Reroll(EditBase, frozen=True):
    """Ask for another result of a node that is not deterministic."""

    node: str
    number: int


class GroupNodes(EditBase, frozen=True):
    """Put nodes into a new group; links across its border become ports."""

    nodes: tuple[str, ...]
    group: str


class Ungroup(EditBase, frozen=True):
    """Unpack a group into the graph that holds it. Ids that are taken there are renamed."""

    group: str


class ExposePort(EditBase, frozen=True):
    """Show a parameter of a node within a group on the group itself."""

    group: str
    port: Port


class HidePort(EditBase, frozen=True):
    """Take a parameter off a group."""

    group: str
    name: str


class PutPanels(EditBase, frozen=True):
    """Add or replace panels of a storyboard. `order`, if given, is the ids of all that remain."""

    node: str
    parameter: str = "panels"
    panels: tuple[Panel, ...] = ()
    order: tuple[str, ...] | None = None


class PaintTiles(EditBase, frozen=True):
    """Replace tiles of a layer: (x, y, digest), the digest empty where the tile goes away.

    `shared` are other panels that have the same layer, equal in everything.
    """

    node: str
    panel: str
    layer: str
    tiles: tuple[tuple[int, int, str], ...]
    parameter: str = "panels"
    shared: tuple[str, ...] = ()


class PutMasks(EditBase, frozen=True):
    """Add or replace painted objects; one that is there keeps its keys. `order`, if given, is the
    ids of all that remain."""

    node: str
    parameter: str = "objects"
    objects: tuple[MaskObject, ...] = ()
    order: tuple[str, ...] | None = None


class PutMaskKeys(EditBase, frozen=True):
    """Add or replace whole keys of a painted object, and remove those of some frames."""

    node: str
    object: str
    parameter: str = "objects"
    keys: tuple[MaskKey, ...] = ()
    removed: tuple[int, ...] = ()


class PaintMask(EditBase, frozen=True):
    """Replace tiles of the key on a frame, which comes into being with them: (x, y, digest), the
    digest empty where the tile goes away. `picture` names the picture that was painted on; a key
    that comes into being `corrects` what was followed on its frame, or is one by itself."""

    node: str
    object: str
    frame: Annotated[int, Meta(ge=0)]
    tiles: tuple[tuple[int, int, str], ...]
    picture: str = ""
    corrects: bool = False
    parameter: str = "objects"


class SetSetting(EditBase, frozen=True):
    """Set a setting of the project, or remove it (None)."""

    name: str
    value: Any = None


class Batch(EditBase, frozen=True):
    """Several edits as one named step."""

    edits: tuple[Edit, ...]
    name: str = ""


Edit = (
    PutNodes
    | AddNode
    | RemoveNodes
    | Connect
    | Disconnect
    | ReorderLinks
    | SetParameter
    | ResetParameter
    | ExposeParameter
    | MoveNodes
    | RenameNode
    | SetBypass
    | SetBackdrop
    | SetThumbnail
    | Pin
    | Reroll
    | GroupNodes
    | Ungroup
    | ExposePort
    | HidePort
    | PutPanels
    | PaintTiles
    | PutMasks
    | PutMaskKeys
    | PaintMask
    | SetSetting
    | Batch
)
