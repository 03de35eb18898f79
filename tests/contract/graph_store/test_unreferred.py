"""The page of the year lists open cases in which a crime is suspected that nobody referred or wrote off as none."""

from decimal import Decimal

import neo4j
import pytest

from casework.actors import Actor, Viewer
from casework.commands import referral as r
from casework.refusal import Refusal
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
