"""The plan of a county on disk, so that workers map it instead of making or copying it."""

import pickle
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa

from claims.county.people import People
from claims.county.plan import County
from claims.county.visits import Visits

_REST: Final = "county.pickle"
_TEXTS: Final = "texts.arrow"


def keep_plan(county: County, folder: Path) -> None:
    """Write the plan into an empty folder."""
    _keep(county.visits, folder / "visits")
    _keep(county.people, folder / "people")
    np.save(folder / "settled.npy", county.settled)
    texts = pa.table(dict(county.people.texts))
    with pa.OSFile(str(folder / _TEXTS), "wb") as sink, pa.ipc.new_file(sink, texts.schema) as out:
        out.write_table(texts)
    nothing = np.zeros(0, dtype=np.int64)
    hollow = replace(
        county,
        visits=_hollow(Visits, nothing),
        people=_hollow(People, nothing),
        settled=nothing,
    )
    (folder / _REST).write_bytes(pickle.dumps(hollow))


def open_plan(folder: Path) -> County:
    """The plan that :func:`keep_plan` wrote there."""
    # Written by this very run into a folder of its own.
    county: County = pickle.loads((folder / _REST).read_bytes())  # noqa: S301
    with pa.memory_map(str(folder / _TEXTS)) as source:
        texts = pa.ipc.open_file(source).read_all()
    columns = {name: texts[name].combine_chunks() for name in texts.column_names}
    return replace(
        county,
        visits=Visits(**_mapped(Visits, folder / "visits")),
        people=People(texts=columns, **_mapped(People, folder / "people")),
        settled=np.load(folder / "settled.npy", mmap_mode="r"),
    )


def _arrays(kind: type[Any]) -> list[str]:
    return [field.name for field in fields(kind) if field.name != "texts"]


def _hollow(kind: type[Any], nothing: np.ndarray) -> Any:
    empty = {field.name: nothing for field in fields(kind)}
    return kind(**{**empty, "texts": {}} if "texts" in empty else empty)


def _keep(owner: Any, folder: Path) -> None:
    folder.mkdir()
    for name in _arrays(type(owner)):
        np.save(folder / f"{name}.npy", getattr(owner, name))


def _mapped(kind: type[Any], folder: Path) -> dict[str, Any]:
    return {name: np.load(folder / f"{name}.npy", mmap_mode="r") for name in _arrays(kind)}
