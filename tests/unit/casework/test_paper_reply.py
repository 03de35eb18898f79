"""The inspected institution replies to a working paper on its own page: until it is signed, with a receipt."""

from datetime import date
from typing import Any

import pytest

from casework.actors import Role
from casework.cases.submitted import submitted
from casework.commands import inspection as i
from casework.decide import next_actions
from casework.inspection.house import for_house, is_inspected
from casework.notices.tell import hears, told
from tests.unit.casework.conftest import actor
from tests.unit.casework.test_inspection import NO, paper, planned, refused, reply, sign, started

FILE = f"inspection:{NO}"
STRANGER = actor("other", Role.INSURANCE_OFFICE, fixmedins_code="H34162300002")


def sent(*files: str, text: str = "系录入有误", **more: Any) -> i.SubmitPaperReply:
    given: dict[str, Any] = {"paper_id": "D1", "agrees": False, "post": "医保办主任", **more}
    return i.SubmitPaperReply(inspection_no=NO, reply=text, enclosures=files, **given)


@pytest.fixture
def written(bureau: Any) -> Any:
    """On site, with one paper."""
    started(bureau)
    bureau.do("ins1", paper())
    return bureau


def offered(bureau: Any, who: str) -> set[str]:
    found = next_actions(bureau.state(FILE), bureau.people[who], bureau.at)
    return {one.name for one in found}


def test_a_reply_with_files_stands_on_the_paper_and_has_a_receipt(written: Any) -> None:
    file = written.evidence("护理记录")
    assert refused(written, sent(text=" "), "office") == "FIELD_REQUIRED"
    assert refused(written, sent("没有"), "office") == "NOT_FOUND"
    assert refused(written, sent(paper_id="D7"), "office") == "NOT_FOUND"
    assert written.do("office", sent(file, file)) == ["PaperReplied", "ScanServes"]
    state = written.state(FILE)
    one = state.papers[0].reply
    assert (one.agrees, one.text, one.by, one.on) == (
        False, "系录入有误", written.people["office"].name, written.today,
    )  # fmt: skip
    assert [(each.name, each.sha256) for each in one.files] == [("护理记录.pdf", "a" * 64)]
    (receipt,) = submitted(written.streams[FILE])
    assert (receipt.hash, receipt.text) == (one.receipt, "系录入有误")
    assert [each.evidence_id for each in receipt.files] == [file]
    # One file is of one paper.
    written.do("ins1", paper(problem="另一问题", bills=("M2/1",)))
    assert refused(written, sent(file, paper_id="D2"), "office") == "SCAN_TAKEN"


def test_the_last_one_holds_until_the_paper_is_signed(written: Any) -> None:
    written.do("office", sent(written.evidence("甲")))
    # What it sent itself is not written over.
    assert refused(written, reply()) == "REPLIED_ITSELF"
    written.do("office", sent(text="补充说明"))
    first, last = reversed(submitted(written.streams[FILE]))
    assert "再次提交" in first.next.zh
    assert "核对" in last.next.zh
    state = written.state(FILE)
    assert state.papers[0].reply.text == "补充说明"
    # The file of the earlier reply goes with the papers all the same.
    assert "甲" in dict(state.scans)
    assert "SubmitPaperReply" in offered(written, "office")
    written.do("ins1", sign(signed_on=written.today))
    assert refused(written, sent(), "office") == "REPLY_CLOSED"
    assert "SubmitPaperReply" not in offered(written, "office")
    assert "截止" in submitted(written.streams[FILE])[0].next.zh


def test_a_paper_that_is_written_anew_is_replied_to_anew(written: Any) -> None:
    written.do("office", sent())
    written.do("ins1", paper(paper_id="D1", problem="重复收费"))
    assert written.state(FILE).papers[0].reply is None
    assert "重新填写" in submitted(written.streams[FILE])[0].next.zh
    written.do("ins2", reply())
    assert written.state(FILE).papers[0].reply.files is None


def test_another_institution_and_an_inspection_that_has_not_begun(bureau: Any) -> None:
    planned(bureau)
    office = bureau.people["office"]
    assert not is_inspected(bureau.state(FILE), office)
    assert refused(bureau, sent(), "office") == "ILLEGAL_MOVE"
    day = {"started_on": bureau.today, "place": "x", "received_by": "x"}
    shown = {"certificates_shown": True, "recusal_told": True}
    bureau.do("ins1", i.StartInspection(inspection_no=NO, **day, **shown))
    bureau.do("ins1", paper())
    assert is_inspected(bureau.state(FILE), office)
    assert not is_inspected(bureau.state(FILE), STRANGER)
    assert refused(bureau, sent(), STRANGER) == "NOT_FOUND"
    assert refused(bureau, sent(), "ins1") == "ROLE_REQUIRED"


def test_its_files_become_evidence_of_the_case_that_follows(written: Any) -> None:
    written.do("office", sent(written.evidence("护理记录")))
    written.do("ins1", sign(signed_on=written.today))
    scan = i.AttachScan(inspection_no=NO, paper_id="D1", evidence_id=written.evidence("E1"))
    written.do("ins1", scan)
    written.do("ins1", i.AttachNotice(inspection_no=NO, evidence_id=written.evidence("E2")))
    written.opened()
    end = i.CloseInspection(inspection_no=NO, situation="x", case_no="C1")
    written.do("ins1", end)
    items = {one.evidence_id: one.proves for one in written.state("case:C1").evidence}
    assert items["护理记录"] == "机构对工作底稿 D1 的答复附件：护理记录.pdf"
    assert written.state("evidence:护理记录").case_no == "C1"


def test_the_institution_is_shown_the_papers_and_nothing_of_how_it_is_led(written: Any) -> None:
    ask = i.RequestInspectorRecusal(
        inspection_no=NO, officer="ins1", ground="kin", reason="亲属", by_party=False
    )
    written.do("ins2", ask)
    written.do("office", sent(written.evidence("甲")))
    state = written.state(FILE)
    assert state.recusals
    seen = for_house(state)
    assert (seen.recusals, seen.undeclared, seen.situation, seen.scans) == ((), (), "", ())
    (mine,) = seen.papers
    assert (mine.problem, mine.amount, mine.reply) == (
        "重复收取护理费", state.papers[0].amount, state.papers[0].reply,
    )  # fmt: skip
    assert (mine.typed, mine.finding_ids, mine.scan) == ((), (), None)


def test_it_hears_of_the_paper_and_the_officers_of_the_reply(written: Any) -> None:
    written.do("office", sent())
    state, events = written.state(FILE), written.streams[FILE]
    by_words = {one.en: one for one in told(state, events)}
    wait = by_words["a working paper waits for your institution's reply"]
    came = by_words["the institution replied to a working paper"]
    people = written.people
    assert hears(state, wait, people["office"], written.at)
    assert not hears(state, wait, STRANGER, written.at)
    assert not hears(state, came, people["office"], written.at)
    assert hears(state, came, people["ins2"], written.at)


def test_a_reply_of_before_folds_as_it_did(written: Any) -> None:
    written.do("ins2", reply())
    one = written.state(FILE).papers[0].reply
    assert (one.files, one.receipt, one.on) == (None, "", date(2026, 3, 2))
    assert submitted(written.streams[FILE]) == ()
