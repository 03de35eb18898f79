"""Staging only what came or went leads to the same rows as staging the whole county.

Random deliveries, withdrawn batches and months, replaced months, changed persons; after each step the
ledger that follows from the scope is compared with one of the whole county.
"""

import asyncio
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

import graph.load.parts as parts
from claims.errors import ClaimsError
from claims.intake.run import run_import
from claims.store import ClaimStore
from claims.withdraw import withdraw
from graph.load.difference import Change, compare
from graph.load.ledger import Ledger, write_ledger
from graph.load.parts import changed, covered, read_covered
from graph.load.scope import narrow
from graph.load.staging import prepare, stage
from graph.schema import ALL

AT = datetime(2026, 1, 2, tzinfo=UTC)
HEADS = {
    "medins_info_b": "fixmedins_code,fixmedins_name,fixmedins_type",
    "staff_info_b": "prac_psn_code,prac_psn_name,prac_psn_type,fixmedins_code",
    "psn_info_b": "psn_no,psn_name,tel,live_addr,emp_name",
    "mdtrt_d": "mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime,atddr_no,adm_dept_codg,adm_bed",
    "setl_d": "setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,"
    "fund_pay_sumamt,terminal_no",
    "fee_list_d": "feedetl_sn,mdtrt_id,psn_no,fixmedins_code,hilist_code,hilist_name,fee_ocur_time,"
    "cnt,pric,det_item_fee_sumamt,bilg_dr_codg",
}


class World:
    """A store, a source of deliveries, and the last ledger."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.rng, self.number = home, random.Random(seed), 0
        self.store = ClaimStore(home)
        self.ledger: Ledger | None = None
        # The batch with the staff list: without it the whole county is staged.
        self.spared = True

    def deliver(self, master: bool, months: tuple[int, ...], replace: bool = False) -> None:
        """Import a delivery of some visits, persons and, at first, places and doctors."""
        rng, self.number = self.rng, self.number + 1
        rows: dict[str, list[str]] = {name: [] for name in HEADS}
        if master:
            rows["medins_info_b"] = [f"H{i},医院{i},1" for i in range(3)] + ["P1,药店,2"]
            rows["staff_info_b"] = [f"D{i},医师{i},1,H{i % 3}" for i in range(5)]
        for person in rng.sample(range(12), 5):
            phone = f"1380000000{rng.randrange(4)}"
            rows["psn_info_b"].append(
                f"N{person},人{self.number},{phone},{rng.choice(['', '甲村', '乙村'])},"
                f"{rng.choice(['', '厂'])}"
            )
        for n in range(9):
            self._visit(rows, f"{self.number:02d}{n}", rng.choice(months))
        folder = self.home.parent / f"delivery-{self.number}"
        folder.mkdir()
        for name, lines in rows.items():
            if lines:
                text = "\n".join([HEADS[name], *lines]) + "\n"
                (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        chosen = [f"2025-{month:02d}" for month in months] if replace else []
        run_import(self.home, folder, "national", operator="t", at=AT, replaces=chosen)

    def _visit(self, rows: dict[str, list[str]], key: str, month: int) -> None:
        rng = self.rng
        person = rng.choice([*(f"N{i}" for i in range(14)), "N0"])
        place, day = f"H{rng.randrange(4)}", f"2025-{month:02d}-{rng.randrange(1, 28):02d}"
        doctor = rng.choice(["", *(f"D{i}" for i in range(5))])
        bed = rng.choice(["", "1", "2"])
        rows["mdtrt_d"].append(
            f"M{key},{person},{place},11,{day} 08:00:00,{day} 08:30:00,{doctor},A,{bed}"
        )
        rows["fee_list_d"].append(
            f"F{key},M{key},{person},{place},X1,药,{day} 08:01:00,1,10,10,D{rng.randrange(5)}"
        )
        if rng.random() < 0.85:
            known = rng.choice([person, person, ""])
            terminal = rng.choice(["", "T1", "T2"])
            rows["setl_d"].append(
                f"S{key},M{key},{known},{place},11,{day} 09:00:00,10.00,5.00,{terminal}"
            )

    def take_back(self) -> None:
        """Withdraw a batch or a month of one, if it can go."""
        batch = self.rng.choice(self.store.batches()[1:] or self.store.batches())
        if self.spared and batch == self.store.batches()[0]:
            return
        month = self.rng.choice([None, "2025-01", "2025-02"])
        try:
            withdraw(self.home, batch.batch_id, "t", AT, "x", month)
        except ClaimsError:
            return

    def settle(self, name: str) -> tuple[bool, Change]:
        """Bring the ledger up to date as a load does; whether a scope was enough."""
        files = covered(self.store)
        with self.store.connect() as connection:
            prepare(connection, "salt")
            before, what = self.ledger, None
            if before is not None:
                what = changed(self.store, before.covered, files)
            scoped = before is not None and what is not None and narrow(connection, before, what)
            stage(connection, scoped=scoped)
            driver: Any = None
            change = Change(0, 0, 0)
            if before is not None:
                told = compare(driver, connection, lambda *_: None, before, scoped=scoped)
                change = asyncio.run(told)
            self.ledger = Ledger(self.home / name, files)
            write_ledger(connection, self.ledger, before if scoped else None)
        assert read_covered(self.ledger.folder) == files
        return scoped, change


def content(ledger: Ledger) -> dict[str, list[tuple[Any, ...]]]:
    with duckdb.connect() as connection:
        return {
            kind.table: connection.execute(f"FROM '{ledger.file(kind)}' ORDER BY ALL").fetchall()
            for kind in ALL
        }


@pytest.mark.parametrize("seed", range(5))
def test_a_scope_gives_the_rows_of_the_whole(
    tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "MOST", 1000)
    world = World(tmp_path / "home", seed)
    world.spared = seed != 3
    world.deliver(True, (1, 2, 3))
    world.settle("first")
    scopes = 0
    for step in range(6):
        act = world.rng.choice(["deliver", "deliver", "back", "replace"])
        if act == "back":
            world.take_back()
        else:
            world.deliver(False, world.rng.choice([(1,), (2, 3)]), replace=act == "replace")
        scoped, change = world.settle(f"scoped-{step}")
        scopes += scoped
        told = world.ledger
        world.ledger = None
        world.settle(f"whole-{step}")
        whole = world.ledger
        assert told is not None
        assert whole is not None
        assert content(told) == content(whole), (step, act, change)
        world.ledger = told
    assert scopes == 6 if world.spared else scopes < 6


def test_nothing_changed_is_nothing_to_do(tmp_path: Path) -> None:
    world = World(tmp_path / "home", 1)
    world.deliver(True, (1, 2))
    world.settle("first")
    assert world.settle("again") == (True, Change(0, 0, 0))


def test_most_of_the_store_or_a_missing_file_asks_for_the_whole(tmp_path: Path) -> None:
    world = World(tmp_path / "home", 2)
    world.deliver(True, (1,))
    first = covered(world.store)
    world.deliver(False, (2,))
    now = covered(world.store)
    assert changed(world.store, {}, now) is None
    gone = {"setl_d": ["B9/setl_d/month=2025-01/x.parquet"]}
    assert changed(world.store, now | gone, now) is None
    assert first != now
