"""A hand-made county of five patients, small enough to know every node by heart."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import neo4j
import pytest
import pytest_asyncio

from casework.actors import Actor, Role, Viewer
from claims.intake.run import run_import
from claims.store import ClaimStore
from graph.load.report import LoadReport
from graph.load.run import load

AT = datetime(2026, 1, 2, tzinfo=UTC)
FILES = {
    "medins_info_b": '''fixmedins_code,fixmedins_name,fixmedins_type,hosp_lv,address,lon,lat,beds
H1,云溪县人民医院,1,05,城关镇1号,117.1,33.2,400
P1,"同济大药房, ""老店""",2,11,城关镇2号,117.2,33.3,
''',
    "staff_info_b": """prac_psn_code,prac_psn_name,prac_psn_type,fixmedins_code,dept_codg
D1,王医生,1,H1,A01
D2,李医生,1,H1,A02
""",
    "psn_info_b": """psn_no,psn_name,gend,brdy,certno,tel,live_addr,emp_name,insutype
1,张三,1,1950-02-03,341223195002031234,13800000001,云溪县城关镇甲村1号,,390
2,张四,2,1952-02-03,341223195202035678,13800000001,云溪县城关镇甲村1号,,390
3,欧阳小明,1,1990-05-06,34122319900506121X,13800000003,云溪县城关镇乙村2号,云溪纺织厂,310
4,(赵)六,2,1991-05-06,341223199105060044,13800000004,云溪县城关镇乙村3号,云溪纺织厂,310
""",
    "mdtrt_d": """mdtrt_id,psn_no,fixmedins_code,med_type,begntime,endtime,atddr_no,adm_dept_codg,adm_bed,dscg_maindiag_name
M1,1,H1,21,2025-03-01 08:00:00,2025-03-05 10:00:00,D1,A01,12,肺炎
M2,2,H1,21,2025-03-01 09:00:00,2025-03-05 10:30:00,D1,A01,13,肺炎
M3,1,H1,11,2025-04-01 08:00:00,2025-04-01 08:30:00,D2,,,
M4,3,P1,41,2025-05-01 08:00:00,2025-05-01 08:00:00,,,,
M5,5,H1,11,2025-06-01 08:00:00,,D9,,,
""",
    "setl_d": """setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt,terminal_no
S1,M1,1,H1,21,2025-03-05 10:05:00,1000.10,700.05,
S2,M2,2,H1,21,2025-03-05 10:35:00,2000.20,1400.10,
S3,M3,1,H1,11,2025-04-01 08:31:00,50.00,20.00,
S4,M4,3,P1,41,2025-05-01 08:00:30,80.00,30.00,T1
S5,M5,5,H9,11,2025-06-01 09:00:00,60.00,10.00,
""",
}
MORE = {
    "psn_info_b": """psn_no,psn_name,certno,tel
6,周七,341223199205060077,13800000006
""",
    "setl_d": """setl_id,mdtrt_id,psn_no,fixmedins_code,med_type,setl_time,medfee_sumamt,fund_pay_sumamt
S6,M6,6,H1,11,2025-07-01 09:00:00,40.00,10.00
S7,M7,1,H1,11,2025-07-02 09:00:00,30.00,10.00
""",
}


def bring_batch(folder: Path, which: str) -> str:
    """Import one of the hand-made batches, "first" or "more", and return its number."""
    source = folder / f"source-{which}"
    source.mkdir()
    for table, text in (FILES if which == "first" else MORE).items():
        (source / f"{table}.csv").write_text(text, encoding="utf-8")
    report = run_import(folder / "home", source, "national", "tester", AT)
    assert report.batch.rejects == 0, report
    return report.batch.batch_id


@pytest.fixture
def bring(tmp_path: Path) -> Callable[[str], str]:
    """Import a hand-made batch into the home of `store`."""
    return lambda which: bring_batch(tmp_path, which)


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def county(driver: neo4j.AsyncDriver, tmp_path_factory: pytest.TempPathFactory) -> LoadReport:
    """The hand-made county, loaded once for a whole module that only reads."""
    folder = tmp_path_factory.mktemp("county")
    bring_batch(folder, "first")
    await driver.execute_query("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    store = ClaimStore(folder / "home")
    return await load(driver, store, at=AT, progress=lambda *_: None, way="online")


@pytest.fixture
def store(tmp_path: Path, bring: Callable[[str], str]) -> ClaimStore:
    """A claim store with the first batch."""
    bring("first")
    return ClaimStore(tmp_path / "home")


@pytest.fixture
async def loaded(clean_graph: neo4j.AsyncDriver, store: ClaimStore) -> LoadReport:
    """The hand-made county on the map, loaded online into an otherwise empty store."""
    return await load(clean_graph, store, at=AT, progress=lambda *_: None, way="online")


def viewer(*roles: Role, purpose: str | None = None, account: str = "li") -> Viewer:
    return Viewer(Actor(account, "李稽查", frozenset(roles), f"person-{account}"), purpose)


@pytest.fixture
def inspector() -> Viewer:
    """An inspector who states no purpose: everything personal is masked."""
    return viewer(Role.INSPECTOR)


@pytest.fixture
def purposeful() -> Viewer:
    """The same inspector with a purpose."""
    return viewer(Role.INSPECTOR, purpose="核查案件 DEMO-1")


@pytest.fixture
def other() -> Viewer:
    """Another inspector."""
    return viewer(Role.INSPECTOR, account="sun")
