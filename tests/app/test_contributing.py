"""The node that CONTRIBUTING.md shows works as it stands there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from nodes.registry import specs_in
from nodes.spec import Kind
from pipelines.values import Image

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("dtype", "most"), [("uint8", 255), ("uint16", 65535)])
def test_the_example_is_a_node_that_keeps_alpha(tmp_path: Path, dtype: str, most: int) -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = re.search(r"```python\n(.*?)```", text, re.DOTALL)
    assert example is not None
    file = tmp_path / "posterize.py"
    file.write_text(example[1], encoding="utf-8")
    found = importlib.util.spec_from_file_location("posterize", file)
    assert found is not None and found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    (spec,) = specs_in(module)
    assert (spec.id, spec.kind, spec.title) == ("image.posterize", Kind.FRAME, "Posterize")
    pixels: Any = np.array([[[0, most // 5, most, 7]]], dtype)
    made = spec.function(Image(pixels), levels=3)
    assert made.pixels.dtype == dtype
    assert made.pixels[0, 0].tolist() == [0, 0, most, 7]
    made = spec.function(Image(pixels), levels=4)
    assert made.pixels[0, 0].tolist() == [0, round(most / 3), most, 7]
