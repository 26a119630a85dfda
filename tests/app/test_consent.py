"""What a run may touch: files outside the project's folder are asked about."""

from __future__ import annotations

from pathlib import Path

from app.window.consent import outside_files, writes_files
from nodes.serving.messages import Consents
from nodes.snapshot import Snapshot
from tests.fakes import document


def test_files_outside_the_folder_are_asked_about(tmp_path: Path) -> None:
    folder, outside = tmp_path / "project", tmp_path / "elsewhere.png"
    made = document(
        {
            "near": ("load.image", {"path": "near.png"}),
            "far": ("load.image", {"path": str(outside)}),
            "mix": "image.blend",
            "film": ("export.video", {"path": "../film"}),
        },
        ["near > mix.a", "far > mix.b", "mix > film.clip"],
    )
    snapshot = Snapshot(made.graph, made.registry, folder=folder)
    asked = outside_files(snapshot, ["film"])
    assert asked.reads == (str(outside),)
    assert asked.writes == (str(tmp_path / "film"),)
    assert outside_files(snapshot, ["near"]) == Consents()
    assert writes_files(snapshot, ())
    assert not writes_files(snapshot, ["mix"])
