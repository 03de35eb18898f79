"""A sealed dossier in the vault: locked, once, the same bytes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from a_case import a_world

from evidence.dossier.export import Dossier, export_dossier
from evidence.dossier.keep import keep_dossier
from evidence.errors import ObjectLockedError
from evidence.s3 import S3Store

AT = datetime.now(UTC)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    world, out = a_world(), tmp_path_factory.mktemp("sealed") / "d.zip"
    return export_dossier(world.file(), lambda i: [world.vault[i.state.sha256]], out)


def test_it_is_locked_once_and_read_whole(store: S3Store, sealed: Dossier) -> None:
    first = keep_dossier(store, sealed, AT)
    assert keep_dossier(store, sealed, AT).version_id == first.version_id
    locked = store.locked_until(first)
    assert locked is not None
    assert locked.year >= AT.year + 30
    with pytest.raises(ObjectLockedError):
        store.remove(first)
    assert b"".join(store.read(first)) == Path(sealed.path).read_bytes()
