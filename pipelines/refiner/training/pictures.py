"""The pictures of an experiment's log: samples on a sheet, and curves."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from pipelines.refiner.training.samples import Sample
from pipelines.values import Pixels8

_WIDTH, _HEIGHT, _EDGE = 640, 240, 48
_GROUND, _INK, _GRID = 255, (60, 60, 60), (225, 225, 225)
_LINES = ((200, 120, 30), (40, 90, 200))
_FONT = cv2.FONT_HERSHEY_SIMPLEX

Points = Sequence[tuple[int, float]]


def sample_sheet(samples: Sequence[Sample], path: Path) -> None:
    """Rows of key, guess, truth, key, two samples side by side."""
    rows = [np.concatenate([one.a, one.guess, one.truth, one.b], axis=1) for one in samples]
    pairs = [np.concatenate(rows[at : at + 2], axis=1) for at in range(0, len(rows) - 1, 2)]
    write_sheet(pairs or rows, path)


def write_sheet(rows: Sequence[NDArray[np.uint8]], path: Path) -> None:
    """Rows of one width below each other."""
    cv2.imwrite(str(path), np.concatenate(rows, axis=0)[..., ::-1])


def curves(named: Sequence[tuple[str, Points]], path: Path) -> None:
    """A graph for each named curve, over its steps."""
    shown = [(name, points) for name, points in named if len(points) > 1]
    if shown:
        graphs = [_graph(*one, _LINES[at % 2]) for at, one in enumerate(shown)]
        cv2.imwrite(str(path), np.concatenate(graphs, axis=0))


def _graph(name: str, points: Points, colour: tuple[int, int, int]) -> Pixels8:
    graph = np.full((_HEIGHT, _WIDTH, 3), _GROUND, np.uint8)
    steps, values = (np.array(column, np.float64) for column in zip(*points, strict=True))
    low, high = float(values.min()), float(values.max())
    low, high = (low, high) if high > low else (low - 1, high + 1)
    x = _EDGE + (steps - steps[0]) / max(steps[-1] - steps[0], 1) * (_WIDTH - 2 * _EDGE)
    y = _HEIGHT - _EDGE / 2 - (values - low) / (high - low) * (_HEIGHT - 1.5 * _EDGE)
    for level, at in ((high, _EDGE), (low, _HEIGHT - _EDGE // 2)):
        cv2.line(graph, (_EDGE, at), (_WIDTH - _EDGE, at), _GRID)
        cv2.putText(graph, f"{level:.3g}", (4, at + 4), _FONT, 0.36, _INK, 1, cv2.LINE_AA)
    line = np.stack([x, y], axis=1).round().astype(np.int32)
    cv2.polylines(graph, [line], False, colour, 1, cv2.LINE_AA)
    words = f"{name}, to step {int(steps[-1])}: {values[-1]:.4g}"
    cv2.putText(graph, words, (_EDGE, 22), _FONT, 0.45, _INK, 1, cv2.LINE_AA)
    return graph
