"""What shots are called, in the person's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipelines.shot_ids import shot_titles
from widgets.words import tr


def titles_of(ids: Sequence[str], names: Mapping[str, str]) -> list[str]:
    """The title of each shot: its name, or its number. No two are alike."""
    return shot_titles(ids, names, _numbered)


def _numbered(number: int) -> str:
    return tr("Shot {number}", number=number)
