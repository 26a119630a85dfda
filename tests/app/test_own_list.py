"""The list of a person's own models: begun, added to, and never made worse."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.models.own_list import OwnFolder, add_own_folder, begin_own_list, usable_files
from pipelines.models.catalogue import CatalogueError, Family, load_catalogue
from tests.models.conftest import weights


def own(tmp_path: Path, title: str = "Mine “quoted”") -> OwnFolder:
    """A folder with weights in it."""
    folder = tmp_path / 'my "folder"'
    (folder / "transformer").mkdir(parents=True, exist_ok=True)
    (folder / "transformer" / "model.safetensors").write_bytes(weights(10))
    (folder / "config.json").write_text("{}", encoding="utf-8")
    return OwnFolder(title, Family.SAM2, folder, usable_files(folder))


def test_a_list_that_is_begun_can_be_read(tmp_path: Path) -> None:
    path = begin_own_list(tmp_path / "new" / "models.toml")
    assert "[part.my-model]" in path.read_text(encoding="utf-8")
    assert not load_catalogue(path).own


def test_a_list_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    path.write_text("# mine\n", encoding="utf-8")
    begin_own_list(path)
    assert path.read_text(encoding="utf-8") == "# mine\n"


def test_folders_are_added_after_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    first = add_own_folder(path, own(tmp_path))
    second = add_own_folder(path, own(tmp_path))
    assert (first, second) == ("own-mine-quoted", "own-mine-quoted-2")
    found = load_catalogue(path)
    assert found.own == {first, second}
    part = found.parts[first]
    assert part.folder == str(tmp_path / 'my "folder"')
    assert set(part.files) == {"transformer/*.safetensors", "*.json"}


def test_a_wrong_list_is_not_made_worse(tmp_path: Path) -> None:
    path = tmp_path / "models.toml"
    path.write_text("[part.x]\nbytes = 'many'\n", encoding="utf-8")
    with pytest.raises(CatalogueError):
        add_own_folder(path, own(tmp_path))
    assert path.read_text(encoding="utf-8") == "[part.x]\nbytes = 'many'\n"


def test_a_folder_without_weights_has_nothing_to_use(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    assert usable_files(tmp_path) == ()
    assert usable_files(tmp_path / "gone") == ()
