"""Panels as text for the clipboard, in the language of the journal. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from nodes.codec import decode_edit, encode_edit
from nodes.edits import PutPanels
from nodes.registry import Registry
from pipelines.panels import Panel


def copied(panels: Iterable[Panel]) -> str:
    """Panels as JSON text."""
    return encode_edit(PutPanels(node="", panels=tuple(panels))).decode()


def pasted_panels(text: str, registry: Registry) -> tuple[Panel, ...]:
    """The panels of a text from the clipboard; none where it holds something else."""
    try:
        edit = decode_edit(text.encode(), registry)
    except (ValueError, TypeError, AttributeError, msgspec.MsgspecError, RecursionError):
        return ()
    return edit.panels if isinstance(edit, PutPanels) else ()
