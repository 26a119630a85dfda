"""Which models the program knows: what each is made of, how large it is and under which licence.

Nothing here looks at a disk or at the network.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from pipelines.errors import InputError

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
Revision = Annotated[str, Meta(pattern=r"^([0-9a-f]{40})?$")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Repository = Annotated[str, Meta(pattern=r"^([\w.-]{1,96}/[\w.-]{1,96})?$")]
AllowedFile = Annotated[
    str, Meta(pattern=r"^(?!/)(?!.*\.\.)[\w.*/ -]+\.(safetensors|json|txt|model)$")
]
"""A file of a repository, * for any letters. Nothing else is ever fetched: no code, no pickle."""


class CatalogueError(InputError):
    """A list of models cannot be used."""


class Family(StrEnum):
    """What loads a model."""

    WAN_VACE = "wan-vace"
    WAN_TEXT = "wan-text"
    LTX = "ltx"
    SAM2 = "sam2"
    GROUNDING_DINO = "grounding-dino"
    QWEN25_VL = "qwen2.5-vl"
    QWEN3_VL = "qwen3-vl"
    DINOV2 = "dinov2"
    CLIP = "clip"
    BACKBONE = "backbone"
    LORA = "lora"


class Precision(StrEnum):
    """The numbers that a model's weights are held in."""

    FP32 = "fp32"
    BF16 = "bf16"
    FP8 = "fp8"


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Files that are fetched, kept and deleted together; models can share one.

    They come from a `repository` of the hub at a `revision` (40 hex digits; empty: it is not
    pinned, and the one that was fetched is recorded), or lie in a `folder` of the user's own.
    `bytes` is about what they take, 0 where that is not known; the hub says exactly. `hashes` are
    SHA-256 by file, where they are known beforehand.
    """

    repository: Repository = ""
    revision: Revision = ""
    folder: str = ""
    files: tuple[AllowedFile, ...] = ()
    bytes: Annotated[int, Meta(ge=0)] = 0
    licence: str = ""
    hashes: Mapping[str, Sha256] = {}
    gated: bool = False
    """The hub asks for an account that has agreed to the licence."""
    noise: bool = False
    """These are random weights, to try the program with: what comes out is noise."""

    @property
    def is_pinned(self) -> bool:
        """Whether it is known beforehand which files these are."""
        return bool(self.revision or self.hashes)


class Model(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a node can ask for. `parts` are by id, its own first.

    `memory` is about what it needs on the device while it works, in bytes by precision.
    """

    title: str
    about: str
    family: Family
    parts: tuple[Id, ...]
    memory: Mapping[Precision, Annotated[int, Meta(ge=0)]] = {}
    frames: str = ""
    """Sizes and lengths that it was made for, in words."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    part: Mapping[Id, Part] = {}
    model: Mapping[Id, Model] = {}


@dataclass(frozen=True)
class Catalogue:
    """All models and their parts by id. `own` are the ids of models that the user added."""

    models: Mapping[str, Model]
    parts: Mapping[str, Part]
    own: frozenset[str] = frozenset()

    def model(self, model_id: str) -> Model:
        """The model of that id. Raises CatalogueError."""
        found = self.models.get(model_id)
        if found is None:
            raise CatalogueError(
                f"No model is called “{model_id}”.",
                mend="“storyloom models list” names them all; your own are added in models.toml.",
            )
        return found

    def parts_of(self, model_ids: Iterable[str]) -> dict[str, Part]:
        """The parts of models, each once."""
        ids = dict.fromkeys(part for one in model_ids for part in self.model(one).parts)
        return {part: self.parts[part] for part in ids}

    def bytes_of(self, model_ids: Iterable[str]) -> int:
        """About what models take on disk together, shared parts counted once."""
        return sum(part.bytes for part in self.parts_of(model_ids).values())

    def sharing(self, part_id: str) -> tuple[str, ...]:
        """The models that need a part."""
        return tuple(name for name, model in self.models.items() if part_id in model.parts)


def load_catalogue(own: Path | None = None) -> Catalogue:
    """The catalogue that ships, with the user's own file where there is one.

    An entry of the user's replaces one of the same id. Raises CatalogueError.
    """
    shipped = _read((files("resources") / "models.toml").read_text(encoding="utf-8"), "models.toml")
    theirs = _File()
    if own is not None and own.is_file():
        try:
            theirs = _read(own.read_text(encoding="utf-8"), str(own))
        except (OSError, UnicodeDecodeError) as error:
            raise CatalogueError(
                f"“{own}” cannot be read: {error}.",
                mend="The models that ship are not affected. Mend the file, or take it away.",
            ) from error
    models = {**shipped.model, **theirs.model}
    parts = {**shipped.part, **theirs.part}
    _check(models, parts)
    return Catalogue(models, parts, frozenset(theirs.model))


def catalogue_of(text: str, name: str) -> Catalogue:
    """The catalogue that a TOML text holds. `name` is for messages. Raises CatalogueError."""
    read = _read(text, name)
    _check(read.model, read.part)
    return Catalogue(read.model, read.part)


def placed(part: Part, folder: Path) -> Part:
    """The same files in a folder of the user's."""
    return replace(part, folder=str(folder), repository="", revision="")


def _read(text: str, name: str) -> _File:
    try:
        return msgspec.convert(tomllib.loads(text), _File)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CatalogueError(
            f"“{name}” is not a list of models: {error}.",
            mend="Nothing was changed. Mend the file, or take it away.",
        ) from error


def _check(models: Mapping[str, Model], parts: Mapping[str, Part]) -> None:
    for name, model in models.items():
        missing = [part for part in model.parts if part not in parts]
        if missing or not model.parts:
            raise CatalogueError(
                f"The model “{name}” has no part “{', '.join(missing)}”.",
                mend="Add it under [part] in the same file.",
            )
    for name, part in parts.items():
        if bool(part.repository) == bool(part.folder) or not part.files:
            raise CatalogueError(
                f"The part “{name}” needs files, and either a repository or a folder.",
                mend="Give it one of the two, and the files that it takes.",
            )
