"""Plug-ins: none is imported until it is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import main

MODULE = '''
from nodes.node import node

@node("demo.twice", icon="mdi6.numeric-2")
def twice(number: float) -> float:
    """Twice the number."""
    return 2 * number
'''


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plug-in "demo", installed as pip would."""
    (tmp_path / "storyloom_demo.py").write_text(MODULE)
    facts = tmp_path / "storyloom_demo-1.0.dist-info"
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: storyloom-demo\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text("[storyloom.nodes]\ndemo = storyloom_demo\n")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("installed")
def test_a_plug_in_is_not_imported_unless_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes", "demo.twice"]) == 2
    assert "storyloom_demo" not in sys.modules
    assert main.main(["nodes", "demo.twice", "--plugin", "demo"]) == 0
    assert "Twice the number." in capsys.readouterr().out


@pytest.mark.usefixtures("installed")
def test_a_plug_in_that_is_not_installed_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["nodes", "--plugin", "dmo"]) == 2
    assert "demo" in capsys.readouterr().err
