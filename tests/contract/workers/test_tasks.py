"""Every kind of work on the real servers: from a directory of files to a sealed day."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import anyio.to_thread
import neo4j
import pytest
import redis

from audit.findings.store import FindingStore
from casework.actors import Actor, Role, Viewer
from casework.commands.points import Basis, BasisKind, RecordScore, Responsibility
from claims.county.by_month import cut_by_month
from claims.county.generate import generate
from claims.county.margins import Margins
from claims.county.writing import Format
from claims.store import ClaimStore
from claims.withdraw import withdraw
from graph.commands import execute
from stack import jobs
from stack.jobs import Job
from stack.settings import Settings
from workers.kinds import WORK
from workers.running import run_job

AT = datetime(2026, 3, 1, 2, tzinfo=UTC)


def _run(client: redis.Redis, settings: Settings, job_id: str) -> list[Job]:
    """Run a job and all that follow it, as a worker would; returns them finished."""
    waiting, finished = [job_id], []
    while waiting:
        sent: list[Job] = []
        job = jobs.get(client, waiting.pop(0))
        run_job(settings, job.job_id, WORK[job.kind], sent.append)
        finished.append(jobs.get(client, job.job_id))
        waiting += [item.job_id for item in sent]
    return finished


def _one(client: redis.Redis, settings: Settings, kind: str, **args: Any) -> dict[str, Any]:
    (job,) = _run(client, settings, jobs.create(client, kind, args, "inspector1", AT))
    assert job.error is None, job.error
    assert job.state == "done"
    return dict(job.result or {})


@pytest.mark.timeout(600)
async def test_the_chain_from_files_to_rings_and_again(
    valkey: redis.Redis, elsewhere: Settings, clean_graph: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    generate(files, 400, 5, tmp_path / "key.json")
    args = {"directory": str(files), "follow_up": True}

    def chain() -> list[Job]:
        return _run(valkey, elsewhere, jobs.create(valkey, "import", args, "inspector1", AT))

    first = await anyio.to_thread.run_sync(chain)
    assert [(job.kind, job.state, job.error) for job in first] == [
        (kind, "done", None) for kind in ("import", "graph_load", "audit", "rings")
    ]
    again = await anyio.to_thread.run_sync(chain)
    assert again[0].result is not None
    assert again[0].result["unchanged"] is True
    assert again[1].result is not None
    assert again[1].result["mode"] == "unchanged"
    assert all(job.state == "done" for job in again)


SHOWN = """
CALL () { MATCH (n) WHERE n.digest IS NOT NULL RETURN labels(n)[0] AS kind, n.digest AS digest
  UNION ALL MATCH ()-[r]->() WHERE r.digest IS NOT NULL RETURN type(r) AS kind, r.digest AS digest }
RETURN kind, digest
"""
RINGS = """
MATCH (r:Ring)<-[:MEMBER_OF]-(p:Patient) WHERE coalesce(r.change, '') <> 'ended'
RETURN r.ring_id AS ring, collect(p.psn_no) AS members
"""


async def shown(driver: neo4j.AsyncDriver, settings: Settings) -> dict[str, set[Any]]:
    """Findings, rings with their members, and digests of the map."""
    eyes = Viewer(Actor("ins1", "INS1", frozenset({Role.INSPECTOR}), "p-ins1"))
    found = FindingStore(settings.home).page(eyes, first=100_000).items
    rings = (await driver.execute_query(RINGS)).records
    drawn = (await driver.execute_query(SHOWN)).records
    return {
        "findings": {one.finding_id for one in found},
        "rings": {frozenset(row["members"]) for row in rings},
        "map": {(row["kind"], row["digest"]) for row in drawn},
    }


@pytest.mark.timeout(900)
async def test_a_month_that_goes_takes_findings_rings_and_its_part_of_the_map_along(
    valkey: redis.Redis, elsewhere: Settings, clean_graph: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    generate(files, 1500, 5, tmp_path / "key.json", margins=Margins(1500, months=3))
    months = list(cut_by_month(files, Format.CSV))
    last = files / "2025-03" / "setl_d.csv"
    broken = last.read_text(encoding="utf-8").splitlines()
    broken.append(
        broken[-1].replace("2025-", "2025-13-", 1).replace(broken[-1][:9], "999999999", 1)
    )
    last.write_text("\n".join(broken) + "\n", encoding="utf-8")

    def run(kind: str, **args: Any) -> list[Job]:
        done = _run(valkey, elsewhere, jobs.create(valkey, kind, args, "head1", AT))
        assert [(job.state, job.error) for job in done] == [("done", None)] * len(done)
        return done

    def bring(month: str, **args: Any) -> dict[str, Any]:
        return dict(run("import", directory=str(files / month), **args)[0].result or {})

    def follow() -> list[Job]:
        return run("graph_load", then=["audit", "rings"])

    for month in months:
        if month != "2025-03":
            await anyio.to_thread.run_sync(bring, month)
    await anyio.to_thread.run_sync(follow)
    before = await shown(clean_graph, elsewhere)
    await anyio.to_thread.run_sync(lambda: bring("2025-03", follow_up=True))
    store = ClaimStore(elsewhere.home)
    batch = store.batches()[-1]
    grown = await shown(clean_graph, elsewhere)
    assert grown["findings"] - before["findings"]
    assert grown["rings"] - before["rings"]
    assert grown["map"] - before["map"]
    assert [one.table for one in store.rejects(batch.batch_id)] == ["setl_d"]
    withdraw(elsewhere.home, batch.batch_id, "head1", AT, "口径有误", "2025-03")
    kinds = [job.kind for job in await anyio.to_thread.run_sync(follow)]
    assert kinds == ["graph_load", "audit", "rings"]
    # Exactly what was there without the month; what the import refused stays to be read.
    assert await shown(clean_graph, elsewhere) == before
    assert [one.table for one in store.rejects(batch.batch_id)] == ["setl_d"]
    assert store.batch(batch.batch_id).withdrawn_months["2025-03"].by == "head1"


@pytest.mark.timeout(600)
async def test_seal_deadlines_and_evidence_check(
    valkey: redis.Redis, elsewhere: Settings, clean_graph: neo4j.AsyncDriver
) -> None:
    def night() -> tuple[dict[str, Any], ...]:
        return (
            _one(valkey, elsewhere, "seal", day="2026-02-28"),
            _one(valkey, elsewhere, "seal", day="2026-02-28"),
            _one(valkey, elsewhere, "deadlines"),
            _one(valkey, elsewhere, "evidence_check"),
        )

    seal, same, deadlines, check = await anyio.to_thread.run_sync(night)
    assert seal == same
    assert seal["day"] == "2026-02-28"
    assert deadlines == {"marked": {}, "total": 0}
    assert check["sound"] is True


@pytest.mark.timeout(600)
async def test_a_dossier_needs_a_person_and_a_case(
    valkey: redis.Redis, elsewhere: Settings, clean_graph: neo4j.AsyncDriver
) -> None:
    def attempt() -> list[Job]:
        job_id = jobs.create(valkey, "dossier", {"case_no": "NONE-1"}, "nobody", AT)
        return _run(valkey, elsewhere, job_id)

    (job,) = await anyio.to_thread.run_sync(attempt)
    assert job.state == "failed"
    assert job.error is not None
    assert job.error["code"] == "NOT_FOUND"


@pytest.mark.timeout(600)
async def test_fees_of_a_barred_doctor_open_one_lead(
    valkey: redis.Redis, elsewhere: Settings, clean_graph: neo4j.AsyncDriver, county_home: Path
) -> None:
    settings = elsewhere.model_copy(update={"home": county_home})
    with ClaimStore(county_home).connect() as connection:
        row = connection.execute(
            "SELECT d.prac_psn_code, m.fixmedins_code, min(f.fee_ocur_time)::DATE "
            "FROM fee_list_d f JOIN mdtrt_d m USING (mdtrt_id) JOIN visit_doctor d USING (mdtrt_id) "
            "WHERE m.med_type = '11' GROUP BY ALL ORDER BY count(*) DESC, 1 LIMIT 1"
        ).fetchone()
    assert row is not None
    doctor, institution, first = row
    agency = Actor("agency", "经办", frozenset({Role.AGENCY_OFFICER}), "p-agency")
    score = RecordScore(
        prac_psn_code=doctor,
        prac_psn_name="医师",
        fixmedins_code=institution,
        act="tiaoli_40",
        responsibility=Responsibility.PRIMARY,
        points=12,
        conduct_on=first,
        conduct_to=first,
        basis=Basis(BasisKind.DOCUMENT, "文号", first, "局"),
        reasons="测试",
    )
    assert await anyio.to_thread.run_sync(lambda: _one(valkey, settings, "barred_fees")) == {
        "found": 0,
        "cases": [],
    }
    # Recorded on the day of the first fee, from which on he is terminated.
    recorded = datetime.combine(first, time(1), tzinfo=UTC)
    await execute(clean_graph, score, agency, recorded)
    once = await anyio.to_thread.run_sync(lambda: _one(valkey, settings, "barred_fees"))
    assert once["found"] >= 1
    assert len(once["cases"]) == once["found"]
    again = await anyio.to_thread.run_sync(lambda: _one(valkey, settings, "barred_fees"))
    assert again == {"found": once["found"], "cases": []}
    rows, _, _ = await clean_graph.execute_query(
        "MATCH (c:Case) WHERE c.case_no IN $numbers RETURN c.party_key AS key, c.stage AS stage",
        numbers=once["cases"],
    )
    assert institution in {row["key"] for row in rows}
    assert {row["stage"] for row in rows} == {"clue"}
