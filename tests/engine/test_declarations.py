"""What is read off a function, and what is refused."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from msgspec import Meta

from nodes.flat_node import Setting
from nodes.node import NodeDeclarationError, node
from nodes.parameters import Pixels
from nodes.refusals import BadParameterError
from nodes.snapshot import Snapshot
from nodes.spec import Kind, NodeSpec, SocketSpec
from pipelines.values import Clip, Image
from tests.engine.kinds import Mode, choices, graph_of, loose, registry


def spec_of(function: Any) -> NodeSpec:
    return function.spec


def bare(a: float) -> float:
    return a


def undocumented(function: Any) -> Any:
    function.__doc__ = None
    return function


def no_default(*, amount: float) -> float:
    """Help."""
    return amount


def unknown_socket(a: list[int]) -> float:
    """Help."""
    return 0.0


def unknown_output(a: float) -> list[int]:
    """Help."""
    return []


def lifted_number(image: Image) -> float:
    """Help."""
    return 0.0


def bad_default(*, count: Annotated[int, Meta(ge=1)] = 0) -> float:
    """Help."""
    return 0.0


def wrong_default(*, count: int = "three") -> float:  # type: ignore[assignment] - the mistake
    """Help."""
    return 0.0


def unannotated(a) -> float:  # type: ignore[no-untyped-def] - the mistake
    """Help."""
    return 0.0


def open_ended(**rest: float) -> float:
    """Help."""
    return 0.0


@pytest.mark.parametrize(
    ("function", "said"),
    [
        (bare, "no docstring"),
        (no_default, "needs a default"),
        (unknown_socket, "socket a: no value"),
        (unknown_output, "output out: no value"),
        (lifted_number, "made per frame"),
        (bad_default, "refuses its own default"),
        (wrong_default, "refuses its own default"),
        (unannotated, "argument a"),
        (open_ended, "argument rest"),
    ],
)
def test_a_function_that_is_no_node_is_refused(function: Any, said: str) -> None:
    with pytest.raises(NodeDeclarationError, match=said):
        node("kind.wrong", icon="i")(function)


def test_a_conversion_takes_one_value_and_gives_one() -> None:
    with pytest.raises(NodeDeclarationError, match="takes one value"):

        @node("kind.wrong", icon="i", conversion=True)
        def two(a: float, b: float) -> str:  # pyright: ignore[reportUnusedFunction] - only declared
            """Help."""
            return ""


def test_a_whole_clip_may_become_a_number() -> None:
    @node("kind.length", icon="i", kind=Kind.CLIP)
    def length(clip: Clip) -> float:
        """Help."""
        return len(clip)

    assert spec_of(length).gives_frames is False


def test_arguments_are_read_off_the_signature() -> None:
    spec = spec_of(loose)
    assert spec.sockets == (
        SocketSpec("a", "number", optional=True),
        SocketSpec("b", "number", optional=True),
        SocketSpec("rest", "number", optional=True, variadic=True),
    )
    assert (spec.title, spec.help, spec.category) == ("Loose", "A sum of what there is.", "kind")
    assert spec.socket("none") is None
    assert spec.output("none") is None


def test_the_title_is_made_of_the_last_words_of_the_id() -> None:
    @node("kind.deep.in_the_middle", icon="i")
    def in_the_middle() -> float:
        """Help."""
        return 0.0

    assert spec_of(in_the_middle).title == "In The Middle"


@pytest.mark.parametrize(
    ("name", "socket"),
    [("count", "number"), ("mode", "text"), ("on", "number"), ("name", "text"), ("wide", "number")],
)
def test_a_parameter_of_each_type_can_be_a_socket(name: str, socket: str) -> None:
    assert spec_of(choices).socket(name) == SocketSpec(name, socket, optional=True)


@pytest.mark.parametrize(
    ("name", "given", "typed"),
    [
        ("count", 9, 9),
        ("count", 4.0, 4),
        ("mode", "hard", Mode.HARD),
        ("mode", Mode.HARD, Mode.HARD),
        ("amount", 2, 2.0),
    ],
)
def test_a_value_comes_as_the_function_wants_it(name: str, given: Any, typed: Any) -> None:
    value = spec_of(choices).parameters[name].convert(given)
    assert (value, type(value)) == (typed, type(typed))


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("count", 0),
        ("count", 10),
        ("count", 2.5),
        ("count", "3"),
        ("count", None),
        ("mode", "loud"),
        ("on", 1),
        ("amount", float("nan")),
        ("amount", float("-inf")),
        ("wide", 1),
    ],
)
def test_a_value_over_the_limits_is_refused(name: str, given: Any) -> None:
    with pytest.raises(BadParameterError, match=f"“{name}”"):
        spec_of(choices).parameters[name].convert(given)


def test_a_long_value_is_cut_in_the_refusal() -> None:
    with pytest.raises(BadParameterError) as refused:
        spec_of(choices).parameters["count"].convert("x" * 1000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("width", "scale", "scaled"), [(8, 0.5, 4), (8, 0.25, 2), (3, 0.25, 2), (2, 0.25, 2), (9, 1, 9)]
)
def test_pixels_scale_but_never_below_their_limit(width: int, scale: float, scaled: int) -> None:
    graph = graph_of({"c": ("choices", {"wide": width})})
    flat = Snapshot(graph, registry(), setting=Setting(scale=scale)).flat["c"]
    assert flat.parameters["wide"] == scaled


def test_negative_and_fractional_lengths_scale() -> None:
    @node("kind.lengths", icon="i")
    def lengths(*, grow: Pixels = -8) -> float:
        """Help."""
        return 0.0

    grow = spec_of(lengths).parameters["grow"]
    assert (grow.scaled(-8, 0.5), grow.scaled(1.0, 0.25), grow.scaled(None, 0.5)) == (
        -4,
        0.25,
        None,
    )
