"""No words reach the screen without passing the translator."""

from __future__ import annotations

from pathlib import Path

from resources.translations.bare_words import bare_words, bare_words_in
from resources.translations.source_words import FOLDERS, ROOT, python_files

_NAMES = frozenset({"Storyloom", "hf_…"})
"""The program's own name, and how every token of the hub begins."""


def test_literals_and_f_strings_given_to_setters_are_found() -> None:
    source = 'label.setText("Two words")\nQLabel(f"{n} nodes")\nbar.addMenu(tr("Fine"))'
    assert [bare.text for bare in bare_words(source, "x")] == ["Two words", " nodes"]
    assert not list(bare_words('icon.setText("mdi6.play")\nlabel.setText("")', "x"))


def test_no_words_are_bare() -> None:
    found = [bare for bare in bare_words_in(python_files(FOLDERS)) if bare.text not in _NAMES]
    told = [f"{Path(bare.file).relative_to(ROOT)}:{bare.line}: {bare.text}" for bare in found]
    assert told == []
