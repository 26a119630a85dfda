"""A project's text is decoded within limits, and never hangs or crashes the program."""

from __future__ import annotations

from time import perf_counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nodes.loom import DamagedLoomError, OversizedLoomError, decode_project_json, project_json
from pipelines.errors import ProjectError

PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8)
NESTED = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.text(max_size=6), NESTED, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_project_comes_back_as_it_was_written(project: dict[str, object]) -> None:
    assert decode_project_json(msgspec.json.encode(project)) == project


@given(st.text(alphabet='{}[]":,\\au0e1 .-', max_size=60))
@settings(max_examples=500, deadline=None)
def test_other_text_raises_nothing_but_a_project_error(text: str) -> None:
    try:
        assert isinstance(decode_project_json(text.encode()), dict)
    except ProjectError as error:
        assert error.message and error.mend


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b'"x"',
        b'{"a": NaN}',
        b'{"a": Infinity}',
        b'{"a": 1e999}',
        b'{"a": "\xff"}',
        b'{"a": 1} trailing',
        b"{'a': 1}",
        b'{"a": 1',
    ],
)
def test_what_is_not_json_is_refused(text: bytes) -> None:
    with pytest.raises(DamagedLoomError):
        decode_project_json(text)


@pytest.mark.parametrize(
    "text",
    [b'{"a": 1, "a": 2}', b'{"a": 1, "\\u0061" : 2}', b'{"b": [{"a": [], "c": {}, "a": 0}]}'],
)
def test_a_name_that_stands_twice_is_refused(text: bytes) -> None:
    with pytest.raises(DamagedLoomError, match="twice"):
        decode_project_json(text)


def test_a_name_may_stand_in_two_places() -> None:
    text = b'{"a": {"a": [{"a": 1}, {"a": "a"}]}, "b": ["a", "a", "a:"]}'
    assert decode_project_json(text)["b"] == ["a", "a", "a:"]


def test_brackets_within_text_are_not_counted() -> None:
    text = '"' + "[{" * 100 + '\\"' + "[" * 100 + '"'
    assert decode_project_json(f'{{"a": {text}}}'.encode())


@pytest.mark.parametrize(("depth", "allowed"), [(64, True), (65, False), (1_000_000, False)])
def test_depth_is_limited(depth: int, allowed: bool) -> None:
    inner = depth - 1
    text = b'{"a": ' + b"[" * inner + b"]" * inner + b"}"
    if allowed:
        assert decode_project_json(text)
    else:
        with pytest.raises(OversizedLoomError, match="64 levels"):
            decode_project_json(text)


def test_length_and_number_of_lists_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(OversizedLoomError, match="64 MB"):
        decode_project_json(b" " * ((64 << 20) + 1))
    monkeypatch.setattr(project_json, "_MOST_CONTAINERS", 3)
    with pytest.raises(OversizedLoomError, match="lists"):
        decode_project_json(b'{"a": [[],[]]}')


@pytest.mark.parametrize("piece", [b'\\"', b'"', b"\\", b'"a":', b"{}", b'"\\'])
def test_hostile_repetition_is_refused_in_linear_time(piece: bytes) -> None:
    started = perf_counter()
    with pytest.raises(ProjectError):
        decode_project_json(b'{"' + piece * 100_000)
    assert perf_counter() - started < 5
