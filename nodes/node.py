"""The decorator that turns a function into a kind of node.

Positional arguments are sockets, keyword-only arguments are parameters, the return annotation is
the output (a NamedTuple for several), the docstring is the help. An argument annotated `Work` is
injected.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from nodes.example import Example
from nodes.model_state import ModelState
from nodes.parameters import NamesModel, Opens, Refers
from nodes.refusals import BadParameterError
from nodes.spec import ONE_PICTURE, Kind, NodeSpec, OutputSpec, ParameterSpec, SocketSpec
from nodes.values import value_of_annotation
from nodes.work import Work

F = TypeVar("F", bound=Callable[..., Any])


class NodeDeclarationError(TypeError):
    """A function cannot be read as a node. Seen by whoever writes it, never by a person."""


def node(
    node_id: str,
    *,
    icon: str,
    kind: Kind = Kind.FRAME,
    title: str = "",
    version: int = 1,
    aliases: tuple[str, ...] = (),
    migrate: Callable[[int, dict[str, Any]], dict[str, Any]] | None = None,
    effect: bool = False,
    conversion: bool = False,
    deterministic: bool = True,
    shows: tuple[str, ...] = (),
    reads: Callable[[int, int], tuple[int, ...]] | None = None,
    example: Example | None = None,
    model: ModelState | None = None,
    models: tuple[str, ...] = (),
    despite_failures: bool = False,
) -> Callable[[F], F]:
    """Declare a node; the function itself is returned unchanged, with its `spec` attached.

    `aliases` are ids that older files use; `migrate(version, parameters)` brings the parameters of
    an older version to this one; `reads(i, count)` names the input frames of output frame i;
    `effect` marks a node that changes the world outside (an export) and runs only when asked;
    `shows` names the one or two parameters that matter most, which stand on the node itself;
    `example` is the example of the docstring as nodes that a person can have put in;
    `model` is what it computes with, where that is worth saying; `models` are the ids of models
    that it always leases (one that a person chooses is a parameter marked NamesModel);
    `despite_failures` has it called with None for inputs that failed, to tell of them: what it
    answers then is not kept, and it still counts as waiting for them.
    """

    def declare(function: F) -> F:
        hints = get_type_hints(function, include_extras=True)
        sockets, parameters, takes_work = _arguments(function, hints)
        spec = NodeSpec(
            id=node_id,
            function=function,
            title=title or node_id.rpartition(".")[2].replace("_", " ").title(),
            help=inspect.getdoc(function) or "",
            icon=icon,
            kind=kind,
            sockets=sockets,
            parameters=parameters,
            outputs=_outputs(hints.get("return", NoneType)),
            version=version,
            aliases=aliases,
            migrate=migrate,
            effect=effect,
            conversion=conversion,
            deterministic=deterministic,
            shows=shows,
            takes_work=takes_work,
            reads=reads,
            example=example,
            model=model,
            models=models,
            despite_failures=despite_failures,
        )
        _check(spec)
        setattr(function, "spec", spec)  # noqa: B010 - a function has no declared `spec`
        return function

    return declare


def _arguments(
    function: Callable[..., Any], hints: dict[str, Any]
) -> tuple[tuple[SocketSpec, ...], dict[str, ParameterSpec], str]:
    sockets: list[SocketSpec] = []
    parameters: dict[str, ParameterSpec] = {}
    takes_work = ""
    for name, argument in inspect.signature(function).parameters.items():
        hint = hints.get(name)
        if hint is None or argument.kind is argument.VAR_KEYWORD:
            raise NodeDeclarationError(f"argument {name} cannot be read: annotate it by itself")
        if hint is Work:
            takes_work = name
        elif argument.kind is argument.KEYWORD_ONLY:
            parameters[name] = _parameter(name, hint, argument.default)
        else:
            inner, optional = _optional(hint)
            variadic = argument.kind is argument.VAR_POSITIONAL
            value = value_of_annotation(inner)
            if value is None:
                raise NodeDeclarationError(f"socket {name}: no value is registered for {inner}")
            sockets.append(SocketSpec(name, value.name, optional or variadic, variadic))
    return tuple(sockets), parameters, takes_work


def _parameter(name: str, hint: Any, default: Any) -> ParameterSpec:
    if default is inspect.Parameter.empty:
        raise NodeDeclarationError(f"parameter {name} needs a default")
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    base = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    is_choice = isinstance(base, type) and issubclass(base, Enum)
    value = value_of_annotation(str if is_choice else base)
    if any(isinstance(mark, (Opens, Refers, NamesModel)) for mark in marks):
        value = None  # files and models are known before a run: consent, keys, what is absent
    try:
        typed = ParameterSpec(name, hint, default, marks).convert(default)
    except BadParameterError as error:
        raise NodeDeclarationError(f"parameter {name} refuses its own default: {error}") from error
    return ParameterSpec(name, hint, typed, marks, value.name if value is not None else "")


def _optional(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) in (Union, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        if len(inner) == 1:
            return inner[0], True
    return hint, False


def _outputs(hint: Any) -> tuple[OutputSpec, ...]:
    if hint is NoneType:
        return ()
    fields: dict[str, Any] = (
        get_type_hints(hint, include_extras=True) if hasattr(hint, "_fields") else {"out": hint}
    )
    outputs: list[OutputSpec] = []
    for name, annotation in fields.items():
        value = value_of_annotation(annotation)
        if value is None:
            raise NodeDeclarationError(f"output {name}: no value is registered for {annotation}")
        outputs.append(OutputSpec(name, value.name))
    return tuple(outputs)


def _check(spec: NodeSpec) -> None:
    if not spec.help:
        raise NodeDeclarationError(f"{spec.id} has no docstring, so it would have no help")
    if spec.conversion and not len(spec.sockets) == len(spec.outputs) == 1:
        raise NodeDeclarationError(f"{spec.id} converts, so it takes one value and gives one")
    if len(spec.shows) > 2 or not set(spec.shows) <= spec.parameters.keys():
        raise NodeDeclarationError(f"{spec.id} shows up to two of its own parameters on itself")
    if spec.models and not spec.takes_work:
        raise NodeDeclarationError(f"{spec.id} needs models, which only its work can lend")
    plain = [output.name for output in spec.outputs if output.value not in ONE_PICTURE]
    if spec.kind is Kind.FRAME and spec.picture_sockets and plain:
        raise NodeDeclarationError(f"{spec.id} is made per frame, so {plain} cannot be an output")
