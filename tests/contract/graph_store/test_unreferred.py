"""The page of the year lists open cases in which a crime is suspected that nobody referred or wrote off as none."""

from decimal import Decimal
from typing import LiteralString

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import case as c
from casework.commands import referral as r
from casework.referral.summed import conduct_on
from casework.refusal import Refusal
from graph.cases.frauds import with_frauds
from graph.year.unreferred import unreferred
from tests.contract.graph_store.test_after_closing import kept
from tests.unit.casework.conftest import Bureau

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_it_is_listed_until_somebody_weighed_it(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    bureau, head = Bureau(), Viewer(people["head"])
    bureau.article, bureau.weighs = "tiaoli-40-1", False
    no = bureau.to_decide()
    await kept(store, bureau, no)
    (one,) = await unreferred(store, head, bureau.at)
    assert (one.case_no, one.amount) == (no, Decimal("4113.00"))
    for who in ("ins1", "agency", "office"):
        with pytest.raises(Refusal) as refused:
            await unreferred(store, Viewer(people[who]), bureau.at)
        assert refused.value.code == "ROLE_REQUIRED"
    length = len(bureau.streams[f"case:{no}"])
    bureau.do("ins1", r.WeighReferral(case_no=no, refer=False, reasons="无非法占有目的"))
    await kept(store, bureau, no, length)
    assert await unreferred(store, head, bureau.at) == ()


BESIDE: LiteralString = """
MATCH (c:Case {case_no: $no})
MERGE (o:Case {case_no: 'C-beside'})
SET o.party_kind = c.party_kind, o.party_key = c.party_key, o.docket_no = '云医保稽〔2026〕9号', o.is_open = true,
    o.fraud_counts = '2000.00', o.fraud_on = $on, o.next_mark = null
"""
GONE: LiteralString = "MATCH (o:Case {case_no: 'C-beside'}) DETACH DELETE o"
MARK: LiteralString = "MATCH (o:Case {case_no: 'C-beside'}) RETURN o.next_mark AS mark"


async def test_small_frauds_of_one_party_count_together(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    bureau, head = Bureau(), Viewer(people["head"])
    bureau.article, bureau.weighs = "tiaoli-40-1", False
    no = bureau.to_decide()
    await kept(store, bureau, no)
    case = bureau.state(f"case:{no}")
    on = conduct_on(case).isoformat()
    await store.execute_query(BESIDE, no=no, on=on)
    seen = (await with_frauds(store, {no: case}))[no]
    (other,) = seen.other_frauds
    assert (other.case_no, other.docket, other.amount) == (
        "C-beside",
        "云医保稽〔2026〕9号",
        Decimal("2000.00"),
    )
    rows = await unreferred(store, head, bureau.at)
    assert [(one.case_no, one.amount) for one in rows] == [(no, Decimal("6113.00"))]
    # What lies too far back counts no more.
    await store.execute_query(BESIDE, no=no, on="2019-01-01")
    rows = await unreferred(store, head, bureau.at)
    assert [one.amount for one in rows] == [Decimal("4113.00")]
    # Once it was decided it counts for none, and the party's other open cases are folded anew.
    length = len(bureau.streams[f"case:{no}"])
    bureau.do("ins1", r.WeighReferral(case_no=no, refer=False, reasons="无非法占有目的"))
    bureau.do(
        "head", c.DecideCase(case_no=no, ruling=c.Ruling.PENALTY, decision_no="云医保罚〔2026〕1号")
    )
    await kept(store, bureau, no, length)
    (row,), _, _ = await store.execute_query(MARK)
    assert row["mark"] == "2000-01-01T00:00:00.000000Z"
    await store.execute_query(GONE)
