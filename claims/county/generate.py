"""Write a county: the canonical tables as files, and on request the answer key."""

import json
import multiprocessing
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from claims.county import block as blocks
from claims.county.answer import answer_key
from claims.county.margins import Margins
from claims.county.master import Columns, master_tables
from claims.county.plan import County, build_county
from claims.county.purchases import SoldBoxes, stock_tables
from claims.county.rings import Habits
from claims.county.scratch import keep_plan, open_plan
from claims.county.stream import Ints
from claims.county.writing import Format, TableFile, write_part

Progress = Callable[[str, int, int | None], None]
# Blocks that may be ready before their turn comes, for each worker.
_AHEAD: Final = 2


@dataclass(frozen=True)
class Written:
    """What a worker tells of a block: its parts lie in the scratch folder."""

    rows: dict[str, int]
    planted: dict[int, list[int]]
    fresh: Ints
    keys: Ints
    boxes: Ints
    resold: list[str]
    fund: int


def _silent(phase: str, done: int, total: int | None) -> None:
    """Progress to nobody."""


def generate(
    out: Path,
    persons: int,
    seed: int,
    answer_key_file: Path | None = None,
    *,
    margins: Margins | None = None,
    form: Format = Format.CSV,
    workers: int = 1,
    with_fraud: bool = True,
    habits: Habits | None = None,
    progress: Progress = _silent,
) -> dict[str, int]:
    """Write a county of ``persons`` people into directory ``out``, by default for all of 2025.

    ``margins`` says how large everything else is. The same arguments give the same bytes, however
    many ``workers`` write them. Returns rows by table. Raises ``MarginsImpossible``.
    """
    wanted = (margins or Margins(persons)).checked()
    progress("plan", 0, None)
    county, groups = build_county(seed, wanted, with_fraud=with_fraud, habits=habits)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".parts-", dir=out) as folder:
        run = _Run(county, out, Path(folder), form, workers, progress)
        run.write_whole(master_tables(county.places, county.people))
        run.write_blocks()
        sold = run.sold()
        run.write_whole(stock_tables(seed, county.places, sold, wanted.months))
    if answer_key_file is not None:
        key = answer_key(county, groups, wanted, run.planted, run.resold)
        key["fund_yuan"] = f"{run.fund // 100}.{run.fund % 100:02d}"
        with answer_key_file.open("w", encoding="utf-8") as file:
            json.dump(key, file, ensure_ascii=False, indent=1)
            file.write("\n")
    return run.rows


class _Run:
    """The files of one county while they are written."""

    def __init__(
        self, county: County, out: Path, parts: Path, form: Format, workers: int, progress: Progress
    ) -> None:
        self._county, self._out, self._parts = county, out, parts
        self._form, self._workers, self._progress = form, workers, progress
        self.rows: dict[str, int] = {}
        self.planted: dict[int, list[int]] = {}
        self.resold: list[str] = []
        self.fund = 0
        self._fresh: list[Ints] = []
        self._moved: dict[int, int] = {}

    def write_whole(self, tables: dict[str, Columns]) -> None:
        """Write tables that are made at once."""
        for name, columns in tables.items():
            part = self._parts / name
            write_part(columns, part, self._form, header=True)
            with TableFile(self._out / f"{name}.{self._form}", self._form) as file:
                file.add(part)
            self.rows[name] = len(next(iter(columns.values())))

    def write_blocks(self) -> None:
        """Write the tables of the visits, block by block in the order of the plan."""
        cuts = blocks.cuts(self._county)
        total = int(cuts[-1])
        with ExitStack() as stack:
            files = {
                name: stack.enter_context(TableFile(self._out / f"{name}.{self._form}", self._form))
                for name in blocks.TABLES
            }
            made = stack.enter_context(self._blocks(cuts))
            for number, written in enumerate(made):
                for name, file in files.items():
                    file.add(_part(self._parts, name, number))
                self._note(written)
                self._progress("write", int(cuts[number + 1]), total)

    def sold(self) -> SoldBoxes:
        """The boxes that left the pharmacies, in a fixed order."""
        keys = np.array(sorted(self._moved), dtype=np.int64)
        count = np.array([self._moved[key] for key in keys.tolist()], dtype=np.int64)
        return SoldBoxes(np.concatenate(self._fresh, axis=1), keys, count)

    def _note(self, written: Written) -> None:
        for name, rows in written.rows.items():
            self.rows[name] = self.rows.get(name, 0) + rows
        self.planted.update(written.planted)
        self.resold += written.resold
        self.fund += written.fund
        self._fresh.append(written.fresh)
        for key, boxes in zip(written.keys.tolist(), written.boxes.tolist(), strict=True):
            self._moved[key] = self._moved.get(key, 0) + boxes

    @contextmanager
    def _blocks(self, cuts: Ints) -> Iterator[Iterator[Written]]:
        """The blocks in their order, made here or by workers."""
        tasks = [(i, int(cuts[i]), int(cuts[i + 1])) for i in range(len(cuts) - 1)]
        if self._workers == 1 or len(tasks) == 1:
            yield (_write(self._county, self._parts, self._form, *task) for task in tasks)
            return
        plan = self._parts / "plan"
        plan.mkdir()
        keep_plan(self._county, plan)
        # Spawned, not forked: Arrow's threads do not survive a fork.
        with ProcessPoolExecutor(
            self._workers,
            multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(plan, self._parts, self._form),
        ) as pool:
            yield _in_turn(pool, tasks, self._workers * _AHEAD)
        shutil.rmtree(plan)


def _in_turn(
    pool: ProcessPoolExecutor, tasks: list[tuple[int, int, int]], ahead: int
) -> Iterator[Written]:
    """Results in the order of the tasks, a few of them under way."""
    waiting: list[Future[Written]] = []
    for task in tasks:
        waiting.append(pool.submit(_work, *task))
        if len(waiting) > ahead:
            yield waiting.pop(0).result()
    for future in waiting:
        yield future.result()


def _part(folder: Path, name: str, number: int) -> Path:
    return folder / f"{name}-{number:06d}"


def _write(
    county: County, parts: Path, form: Format, number: int, first: int, last: int
) -> Written:
    made = blocks.make_block(county, number, first, last)
    for name, columns in made.tables.items():
        write_part(columns, _part(parts, name, number), form, header=number == 0)
    sold = made.sold
    return Written(
        made.rows, made.planted, sold.fresh, sold.keys, sold.boxes, sold.resold, made.fund
    )


_MINE: Final[dict[str, Any]] = {}


def _begin(plan: Path, parts: Path, form: Format) -> None:
    """Open the plan in a worker."""
    _MINE.update(county=open_plan(plan), parts=parts, form=form)


def _work(number: int, first: int, last: int) -> Written:
    """Write one block in a worker."""
    return _write(_MINE["county"], _MINE["parts"], _MINE["form"], number, first, last)
