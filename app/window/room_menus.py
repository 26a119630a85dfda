"""Menus that come and go with the room: what can be done to a panel, a layer, a node, the film."""

from __future__ import annotations

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from app.window.rooms import Room, Rooms
from widgets.commands import Command, CommandBook
from widgets.words import noted, said


class _Section(NamedTuple):
    """Commands by their ids, * for any letters; under a title they make a menu of their own."""

    ids: tuple[str, ...]
    title: str = ""


class _Plan(NamedTuple):
    title: str
    rooms: frozenset[Room]
    sections: tuple[_Section, ...]


_PANEL = _Plan(
    noted("&Panel"),
    frozenset((Room.DRAW, Room.REVIEW)),
    (
        _Section(("strip.new_panel", "strip.duplicate_panels", "strip.split_panel")),
        _Section(("strip.add_breakdown", "strip.import_pictures", "strip.delete_panels")),
        _Section(("strip.set_duration", "strip.longer", "strip.shorter")),
        _Section(("strip.cycle_joint", "strip.joint_*"), noted("Joint")),
        _Section(("strip.label_*", "strip.no_label"), noted("Label")),
        _Section(("strip.move_panels_*", "strip.rename_shot")),
        _Section(("strip.*_panel",), noted("Go")),
    ),
)
_LAYER = _Plan(
    noted("&Layer"),
    frozenset((Room.DRAW,)),
    (
        _Section(("paper.add_layer", "paper.duplicate_layer", "paper.rename_layer")),
        _Section(("paper.clear_layer", "paper.delete_layer")),
        _Section(("paper.cut_layer", "paper.copy_layer", "paper.paste", "paper.import")),
        _Section(("paper.transform", "paper.merge*", "paper.show_layer", "paper.solo")),
        _Section(("paper.lock*", "paper.share_*", "paper.own_*")),
        _Section(("paper.layer_*", "paper.raise_*", "paper.lower_*"), noted("Order")),
        _Section(("paper.use_as_*",), noted("Use")),
        _Section(("paper.hang_*", "paper.take_off_*", "paper.pivot_*"), noted("Hang On")),
        _Section(("paper.*underlay*",), noted("Underlay")),
        _Section(("paper.motion", "paper.motion_side", "paper.forget_motion")),
        _Section(
            (
                "paper.onion*",
                "paper.guides",
                "paper.aspect",
                "paper.mirror",
                "paper.turn_*",
                "paper.fit",
            )
        ),
    ),
)
_NODE = _Plan(
    noted("&Node"),
    frozenset((Room.WIRE,)),
    (
        _Section(("canvas.add", "canvas.replace", "canvas.duplicate", "canvas.remove")),
        _Section(("canvas.cut", "canvas.copy", "canvas.paste", "canvas.select_all")),
        _Section(("canvas.rename", "canvas.bypass", "canvas.pin", "canvas.why", "canvas.thumb*")),
        _Section(("canvas.connect", "canvas.detach", "canvas.knife", "canvas.dot")),
        _Section(("canvas.group", "canvas.ungroup", "canvas.leave", "canvas.backdrop")),
        _Section(("canvas.paint_mask",)),
        _Section(("mask.tool_*", "mask.mode_*", "mask.view_*"), noted("Mask Tools")),
        _Section(
            ("mask.grow", "mask.shrink", "mask.f*", "mask.invert", "mask.clear"), noted("Mask")
        ),
        _Section(("mask.*key", "mask.*gap", "mask.*object"), noted("Mask Keys and Objects")),
        _Section(("canvas.arrange", "canvas.find", "canvas.fit*", "canvas.minimap")),
        _Section(("canvas.store_bookmark_*",), noted("Store View")),
        _Section(("canvas.go_to_bookmark_*",), noted("Go to View")),
    ),
)
_PLAY = _Plan(
    noted("P&lay"),
    frozenset(Room),
    (
        _Section(("viewer.play", "viewer.play*", "viewer.stop", "viewer.loop")),
        _Section(("viewer.step*", "viewer.leap*", "viewer.first*", "viewer.last*", "viewer.jump")),
        _Section(("viewer.mark*", "viewer.clear*", "viewer.snapping")),
        _Section(("viewer.mute", "viewer.louder", "viewer.quieter")),
        _Section(("viewer.compare", "viewer.turn*", "viewer.alpha", "viewer.lock")),
    ),
)
_PLANS = (_PANEL, _LAYER, _NODE, _PLAY)


class RoomMenus(QObject):
    """Fills its menus from the book when they are opened: the commands belong to the views."""

    def __init__(self, bar: QMenuBar, before: QAction, book: CommandBook, rooms: Rooms) -> None:
        super().__init__(bar)
        self._book = book
        self._rooms = rooms
        self._plans: dict[QMenu, _Plan] = {}
        for plan in _PLANS:
            menu = QMenu(said(plan.title), bar)
            bar.insertMenu(before, menu)
            menu.aboutToShow.connect(self._on_opening)
            self._plans[menu] = plan
        self.menus = tuple(self._plans)
        self.update_content()

    @Slot()
    def update_content(self) -> None:
        """Show the menus of the room."""
        for menu, plan in self._plans.items():
            is_there = self._rooms.is_open and self._rooms.room in plan.rooms
            menu.menuAction().setVisible(is_there)

    @Slot()
    def _on_opening(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu):
            self.fill(menu)

    def fill(self, menu: QMenu) -> None:
        """Lay what the book has now into a menu."""
        menu.clear()
        for below in menu.findChildren(QMenu):
            below.deleteLater()
        taken = set[str]()
        for section in self._plans[menu].sections:
            found = [one for one in self._found(section) if one.id not in taken]
            taken.update(one.id for one in found)
            if not found:
                continue
            actions = [one.action for one in found]
            if section.title:
                menu.addMenu(said(section.title)).addActions(actions)
            else:
                menu.addSeparator()
                menu.addActions(actions)

    def _found(self, section: _Section) -> Iterator[Command]:
        for pattern in section.ids:
            for command in self._book.commands:
                if fnmatch(command.id, pattern):
                    yield command
