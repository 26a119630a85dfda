"""A node of a snapshot, ready to run: its parameters typed and scaled, its inputs resolved."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from nodes.graph import Node
from nodes.model_choices import ModelPrecision
from nodes.parameters import NamesModel
from nodes.registry import Registry
from nodes.spec import NodeSpec, SocketSpec
from pipelines.errors import StoryloomError
from pipelines.models.placement import OPEN, Wish


class FlatRef(NamedTuple):
    """One output of one flat node."""

    path: str
    output: str


Inputs = tuple[tuple[SocketSpec, tuple[FlatRef, ...]], ...]
"""Sockets that are fed, each with the outputs that feed it."""


@dataclass(slots=True)
class FlatNode:
    """A node that can run: what it calls, with what, and fed by whom.

    `parameters` are typed and scaled; `canonical` is their one spelling, for keys; `sources`
    are all outputs that it needs; `files` the files that it reads; `models` the ids of the models
    that it leases, and `precision` what the run asks them to count with; `instead_of` are those
    for which what is built in stands in; `bypassed` says that nothing takes its results; `problem`
    is why it cannot run.
    """

    path: str
    spec: NodeSpec | None
    parameters: dict[str, Any] = field(default_factory=dict[str, Any])
    canonical: str = ""
    inputs: Inputs = ()
    sources: tuple[FlatRef, ...] = ()
    files: dict[str, Path] = field(default_factory=dict[str, Path])
    models: tuple[str, ...] = ()
    precision: str = ""
    instead_of: tuple[str, ...] = ()
    pinned: str = ""
    reroll: int = 0
    bypassed: bool = False
    is_source: bool = False
    problem: StoryloomError | None = None

    def feed(self, inputs: Inputs) -> None:
        """Set where its inputs come from."""
        self.inputs = inputs
        self.sources = tuple([ref for _, refs in inputs for ref in refs])


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run adds to the graph: values for parameters by path, the working scale, how models
    are to be put where nodes do not say, and those that are not here, so that what is built in
    stands in for them where there is something."""

    overrides: Mapping[str, Any] = field(default_factory=dict[str, Any])
    scale: float = 1.0
    folder: Path | None = None
    wish: Wish = OPEN
    absent: Set[str] = frozenset()


def refresh(old: FlatNode, node: Node, registry: Registry, setting: Setting) -> FlatNode:
    """A flat node after only its parameters changed."""
    spec = registry.find(node.type)
    if spec is None or old.spec is not spec or old.problem is not None:
        raise KeyError(node.id)
    fresh = FlatNode(
        old.path,
        spec,
        pinned=node.pinned,
        reroll=node.reroll,
        bypassed=old.bypassed,
        is_source=old.is_source,
    )
    fresh.feed(old.inputs)
    fill(fresh, node, spec, {}, setting)
    return fresh


def fill(
    flat: FlatNode, node: Node, spec: NodeSpec, shown: Mapping[str, Any], setting: Setting
) -> None:
    """Give a flat node its parameters: typed, overridden, scaled. Raises BadParameterError."""
    given: Mapping[str, Any] = {**node.parameters, **shown} if shown else node.parameters
    spelled: list[str] = []
    overrides = setting.overrides
    named: list[tuple[NamesModel, str]] = []
    for name, parameter in spec.parameters.items():
        value = given.get(name, parameter.default)
        if overrides and (override := f"{flat.path}.{name}") in overrides:
            value = overrides[override]
        mark = parameter.names_model if setting.absent else None
        if mark is not None and mark.built_in and value in setting.absent:
            flat.instead_of = (*flat.instead_of, str(value))
            value = ""
        is_default = value is parameter.default
        if not is_default:
            value = parameter.convert(value)
        if parameter.in_pixels and setting.scale != 1.0:
            value = parameter.scaled(value, setting.scale)
            is_default = False
        if parameter.opens and value:
            flat.files[name] = located(value, setting.folder)
            value = str(flat.files[name])
        elif parameter.keyed:
            spelled.append(parameter.spelled_default if is_default else parameter.spelled(value))
        for path in parameter.referred(value) if parameter.refers else ():
            flat.files[f"{name} {path}"] = located(path, setting.folder)
        if parameter.names_model is not None and value:
            named.append((parameter.names_model, str(value)))
        flat.parameters[name] = value
    asked = (model for mark, model in named if mark.is_asked_for(flat.parameters, node.inputs))
    if models := [*spec.models, *asked]:
        flat.models = tuple(dict.fromkeys(models))
        if setting.wish.precision is not None and not _chooses_precision(flat):
            flat.precision = setting.wish.precision.value
    if spec.effect:
        spelled.append(f"folder={setting.folder}")  # what it writes to one is not in another
    flat.canonical = ";".join(spelled)


def _chooses_precision(flat: FlatNode) -> bool:
    """Whether a parameter of its own says what its models count with."""
    values = flat.parameters.values()
    return any(isinstance(value, ModelPrecision) and value.chosen is not None for value in values)


def located(path: str, folder: Path | None) -> Path:
    """Where a path of a project lies: relative ones lie within the project's folder."""
    return Path(path) if folder is None else folder / path
