"""The usual case and its sealed dossier."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from a_case import World, a_world

from evidence.dossier.export import Dossier, export_dossier


@pytest.fixture(scope="session")
def world() -> World:
    return a_world()


@pytest.fixture(scope="session")
def dossier(world: World, tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    out = tmp_path_factory.mktemp("dossier") / "DEMO-1.zip"
    return export_dossier(world.file(), lambda item: [world.vault[item.state.sha256]], out)
