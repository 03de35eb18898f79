"""Measures, delegations and keys on the real store: ends told once, late and by two at once."""

import asyncio
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import neo4j
import pytest
from starlette.datastructures import QueryParams

from api.rest.measures import cells
from api.rest.status_page import place_of, status_page
from casework.actors import Actor, Role, Viewer
from casework.commands import agreement as a
from casework.commands import case as c
from casework.commands import delegation as d
from casework.commands import keys as k
from casework.commands import measures as m
from casework.commands.accounts import RevokeRole
from casework.commands.documents import IssueForm
from casework.events import Intact, verify_chain
from casework.refusal import Refusal
from graph.accounts.read import find_account
from graph.clocks.beat import beat
from graph.commands import execute
from graph.delegation.read import register
from graph.events.load import load
from graph.keys.store import actor_of_key, issue_key, list_keys
from graph.measures.notices import measure_notices
from graph.measures.proposed import proposals_for
from graph.measures.read import START, MeasureRow, measures_at, status_list, subject
from graph.notices.read import list_notices
from tests.sealing import handling_served, measure_served, received

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
HOSPITAL = "H34162300001"
STREAM = f"measures:institution:{HOSPITAL}"
SECURITY = Actor("sec", "SEC", frozenset({Role.SECURITY_ADMIN}), "p-sec")
pytestmark = pytest.mark.asyncio(loop_scope="session")


async def suspended(
    store: neo4j.AsyncDriver,
    people: dict[str, Actor],
    ends: datetime,
    key: str = HOSPITAL,
    term: str = "payment-share-50",
) -> None:
    own = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": key}
    propose = m.ProposeMeasure(
        **own,
        subject_name="云溪县人民医院",
        term=term,
        document_no="协处〔2026〕1号",
        reasons="多次违约",
        ends_at=ends,
    )
    await execute(store, propose, people["agency"], AT)
    await execute(store, received(f"陈述-{key}"), people["agency"], AT)
    await execute(store, heard(own), people["agency"], AT)
    decide = m.DecideMeasure(**own, measure_id="M1", approve=True)
    await execute(store, decide, people["chief"], AT)
    await measure_served(store, own, people["agency"], AT, date(2026, 3, 2))


def heard(own: dict[str, Any]) -> m.HearMeasure:
    """That the subject of the first measure was told of it, and waived what it might state."""
    told = {"measure_id": "M1", "told_on": date(2026, 3, 2), "how": c.Defence.WAIVED}
    return m.HearMeasure(**own, **told, text="无异议", evidence_id=f"陈述-{own['subject_key']}")


async def handled(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase, measure: a.Measure
) -> None:
    """The hospital under a measure of a decided handling."""
    no = "C1"
    opened = c.OpenCase(**{**lead.__dict__, "path": c.Path.AGREEMENT})
    for who, command in (
        ("ins1", opened),
        ("agency", a.ProposeHandling(case_no=no, measures=(measure,), reasons="违约")),
        ("agency", IssueForm(case_no=no, form_id="handling_notice")),
        (
            "agency",
            a.NotifyHandling(case_no=no, way=c.ServiceWay.DIRECT, served_on=date(2026, 3, 2)),
        ),
        ("office", a.StateDefence(case_no=no, how=c.Defence.WAIVED, text="无异议")),
        ("chief", a.DecideHandling(case_no=no, ruling=c.Ruling.PENALTY, decision_no="1")),
    ):
        await execute(store, command, people[who], AT)
    await handling_served(store, no, people["agency"], AT, date(2026, 3, 2))


async def stopping(store: neo4j.AsyncDriver, moment: datetime) -> list[MeasureRow]:
    return [row async for _, rows in status_list(store, moment) for row in rows]


#: The chain and the nodes of one subject, under many other keys.
COPIES = """
MATCH (s:Measured {key: $key})<-[:AGAINST]-(m:Measure)
UNWIND range(1, $n) AS i
WITH s, m, $key + '-' + toString(i) AS key
CREATE (:Measure {imposed: m.imposed, lasting: m.lasting, starts_at: m.starts_at, over_at: m.over_at})
       -[:AGAINST]->(t:Measured) SET t = s {.*, key: key}
WITH key
MATCH (e:Event {stream: 'measures:' + $key})
CREATE (f:Event) SET f = e {.*, stream: 'measures:' + key}
"""


async def test_a_list_goes_on_behind_five_thousand_subjects(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await suspended(store, people, AT + timedelta(days=7))
    await store.execute_query(COPIES, key=f"institution:{HOSPITAL}", n=5200)
    assert len(await stopping(store, AT)) == 5201
    page = await status_page(store, AT, START, 5000)
    assert (len(page.rows), page.following is None) == (5000, False)
    moment, place = place_of(QueryParams({"cursor": page.following}))
    assert moment == AT
    rest = await status_page(store, AT, place, 5000)
    assert (len(rest.rows), rest.following) == (201, None)
    assert len(await measures_at(store, Viewer(people["head"]), AT)) == 5201


async def test_lists_are_right_to_the_minute_without_any_beat(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    ends = AT + timedelta(days=7, minutes=30)
    await suspended(store, people, ends)
    for moment, holds in (
        (AT - timedelta(minutes=1), False),
        (AT, True),
        (ends - timedelta(minutes=1), True),
        (ends, False),
    ):
        rows = await stopping(store, moment)
        assert [row.subject_key for row in rows] == [HOSPITAL] * holds, moment
    own = await measures_at(store, Viewer(people["office"]), AT)
    assert [row.over_at for row in own] == [ends]
    assert await measures_at(store, Viewer(people["other"]), AT) == ()
    assert await measures_at(store, Viewer(people["sys"]), AT) == ()
    assert await subject(store, Viewer(people["other"]), f"institution:{HOSPITAL}") is None
    for who, told in (("agency", 1), ("office", 1), ("other", 0), ("ins1", 0)):
        for moment in (ends - timedelta(days=1), ends + timedelta(days=1)):
            assert len(await measure_notices(store, Viewer(people[who]), moment)) == told, who
        assert await measure_notices(store, Viewer(people[who]), AT) == ()
    (later,) = await measures_at(store, Viewer(people["head"]), ends, history=True)
    assert later.standing.value == "expired"


async def test_a_subject_reads_what_was_decided_and_not_what_was_proposed(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    for kind, key, reader, term, notice in (
        (m.SubjectKind.INSTITUTION, HOSPITAL, "office", "tiaoli-38-talk", "talk_notice"),
        (m.SubjectKind.DOCTOR, "D1", "doc", "local-circular", "circular_notice"),
    ):
        own = {"subject_kind": kind, "subject_key": key}
        propose = m.ProposeMeasure(
            **own,
            subject_name="测试",
            term=term,
            document_no="1号",
            reasons="x",
        )
        await execute(store, propose, people["agency"], AT)
        assert await measures_at(store, Viewer(people[reader]), AT, history=True) == ()
        assert len(await measures_at(store, Viewer(people["sup"]), AT, history=True)) == 1
        decide = m.DecideMeasure(**own, measure_id="M1", approve=True)
        await execute(store, decide, people["sup"], AT)
        # Decided, it is not the subject's to read before it is served.
        assert await measures_at(store, Viewer(people[reader]), AT, history=True) == ()
        assert (await list_notices(store, Viewer(people[reader]))).notices == ()
        await measure_served(store, own, people["agency"], AT, date(2026, 3, 2), notice)
        (row,) = await measures_at(store, Viewer(people[reader]), AT, history=True)
        assert row.subject_key == key
        other = {"office": "doc", "doc": "other"}[reader]
        assert await measures_at(store, Viewer(people[other]), AT, history=True) == ()
        # The subject is told of it, once it is served.
        (told,) = (await list_notices(store, Viewer(people[reader]))).notices
        assert told.kind == "measure"
        await store.execute_query("MATCH (m:Measured) DETACH DELETE m")


async def test_a_proposal_reaches_who_may_decide_it_and_its_answer_the_proposer(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    own = {"subject_kind": m.SubjectKind.INSTITUTION, "subject_key": HOSPITAL}
    propose = m.ProposeMeasure(
        **own, subject_name="县医院", term="payment-share-50", document_no="1号", reasons="x",
        ends_at=AT + timedelta(days=2),
    )  # fmt: skip
    await execute(store, propose, people["ins1"], AT)

    async def waits(name: str) -> int:
        return len(await proposals_for(store, Viewer(people[name]), AT))

    async def notices(name: str) -> list[tuple[str, bool]]:
        page = await list_notices(store, Viewer(people[name]))
        return [(one.zh.partition("：")[0], one.settled_at is None) for one in page.notices]

    assert [await waits(name) for name in ("chief", "sup", "head", "agency", "doc")] == [
        1,
        0,
        0,
        0,
        0,
    ]
    assert await notices("chief") == [("待决定的措施", True)]
    assert await notices("head") == []
    await execute(store, received(f"陈述-{own['subject_key']}"), people["ins1"], AT)
    await execute(store, heard(own), people["ins1"], AT)
    decide = m.DecideMeasure(**own, measure_id="M1", approve=True)
    await execute(store, decide, people["chief"], AT)
    # Whom it waited for it waits no more; who proposed it hears the answer.
    assert await waits("chief") == 0
    assert await notices("chief") == [("待决定的措施", False)]
    assert await notices("ins1") == [("措施已获批准，请附回签章件并送达", True)]
    await measure_served(store, own, people["agency"], AT, date(2026, 3, 2))
    assert ("已采取措施", True) in await notices("ins1")
    # It lifts itself in two days: its institution finds that in its inbox.
    assert len(await measure_notices(store, Viewer(people["office"]), AT)) == 1
    assert await measure_notices(store, Viewer(people["doc"]), AT) == ()


async def test_after_three_days_down_two_beats_tell_each_end_once_and_in_order(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    await suspended(store, people, AT + timedelta(days=5), "H3")
    await suspended(store, people, AT + timedelta(days=4), "H2")
    assert await beat(store, AT + timedelta(hours=23)) == Counter()
    assert await beat(store, AT + timedelta(days=3)) == Counter({"MeasureWarned": 2})
    assert await beat(store, AT + timedelta(days=3, hours=1)) == Counter()
    late = AT + timedelta(days=8)
    said = await asyncio.gather(*(beat(store, late) for _ in range(4)))
    assert sum(said, Counter()) == Counter({"MeasureExpired": 2})
    for key in ("H2", "H3"):
        events = (await load(store, f"measures:institution:{key}"))[f"measures:institution:{key}"]
        assert isinstance(verify_chain(events), Intact)
        assert [e.type for e in events][-1] == "MeasureExpired"
    rows, _, _ = await store.execute_query(
        "MATCH (e:Event {type: 'MeasureExpired'}) RETURN e.stream AS s ORDER BY e.stream"
    )
    assert [row["s"] for row in rows] == ["measures:institution:H2", "measures:institution:H3"]
    assert await beat(store, late + timedelta(days=30)) == Counter()


async def test_a_handling_imposes_in_its_own_transaction(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    measure = a.Measure(a.MeasureKind.SUSPEND_AGREEMENT, Decimal(0), 1, "", "协议第四十条")
    await handled(store, people, lead, measure)
    (row,) = await stopping(store, AT)
    assert (row.case_no, row.subject_key) == ("C1", HOSPITAL)
    assert row.over_at == datetime(2026, 4, 1, 16, 0, tzinfo=UTC)
    said = await beat(store, AT + timedelta(days=40))
    assert said["MeasureExpired"] == said["MeasureEnded"] == 1


async def test_a_withheld_payment_stands_in_the_list_by_its_effect(
    store: neo4j.AsyncDriver, people: dict[str, Actor], lead: c.OpenCase
) -> None:
    """Patients go on settling there, so a settlement system has to tell it from a stop."""
    withheld = a.Measure(a.MeasureKind.WITHHOLD_PAYMENT, Decimal(0), 3, "", "协议第二十八条")
    await handled(store, people, lead, withheld)
    await suspended(store, people, AT + timedelta(days=90), "H2")
    rows = await stopping(store, AT)
    listed = [*map(cells, rows)]
    found = {row["subject_key"]: (row["measure"], row["effect"]) for row in listed}
    assert found == {
        HOSPITAL: ("withhold_payment", "payment"),
        "H2": ("suspend_institution", "settlement"),
    }
    # Each is named in both languages.
    assert all(row["measure_name"] != row["measure_name_en"] for row in listed)
    assert all(row["measure_name_en"].isascii() for row in listed)


async def test_a_deputy_signs_with_the_heads_roles_of_now(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    give = d.DelegateSignature(
        deputy="sup",
        acts=("ConvertCase",),
        starts_at=AT,
        ends_at=AT + timedelta(days=3),
        reason="外出",
    )
    await execute(store, give, people["head"], AT)
    state, events = await register(store, Viewer(people["aud"]))
    assert (len(state.delegations), len(events)) == (1, 2)
    with pytest.raises(Refusal):
        await register(store, Viewer(people["office"]))
    found = await find_account(store, "sup")
    assert found is not None
    (mandate,) = found.actor.mandates
    assert mandate.covers("ConvertCase", AT)
    assert not mandate.covers("ConvertCase", AT + timedelta(days=3))
    assert mandate.roles == {Role.HEAD}
    await execute(store, RevokeRole(login="head", role=Role.HEAD, reason="调离"), SECURITY, AT)
    found = await find_account(store, "sup")
    assert found is not None
    assert found.actor.mandates[0].roles == frozenset()


async def test_a_key_is_kept_as_its_hash_and_opens_nothing_once_revoked(
    store: neo4j.AsyncDriver, people: dict[str, Actor]
) -> None:
    issue = k.IssueKey(
        key_id="core", name="结算核心", until=date(2026, 12, 31), reason="联网结算状态"
    )
    with pytest.raises(Refusal) as refused:
        await issue_key(store, issue, people["head"], AT)
    assert refused.value.code == "ROLE_REQUIRED"
    secret = await issue_key(store, issue, SECURITY, AT)
    rows, _, _ = await store.execute_query(
        "MATCH (n) WHERE any(p IN keys(n) WHERE n[p] = $secret) RETURN count(n) AS n",
        secret=secret,
    )
    assert rows[0]["n"] == 0
    events = (await load(store, "key:core"))["key:core"]
    assert secret not in str(events[0].data)
    actor = await actor_of_key(store, secret, AT)
    assert (actor.account, actor.roles) == ("key:core", frozenset())
    await execute(store, k.RecordKeyUse(key_id="core", what="measures", rows=0), actor, AT)
    (kept,) = await list_keys(store, Viewer(people["aud"]))
    assert kept.used_at == AT
    with pytest.raises(Refusal):
        await actor_of_key(store, secret + "x", AT)
    with pytest.raises(Refusal):
        await actor_of_key(store, secret, datetime(2027, 1, 1, tzinfo=UTC))
    await execute(store, k.RevokeKey(key_id="core", reason="更换"), SECURITY, AT)
    with pytest.raises(Refusal):
        await actor_of_key(store, secret, AT)
