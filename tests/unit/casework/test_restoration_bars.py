"""A criminal case or a lost licence bars application, approval and re-registration until lifted."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from casework.commands import case as c
from casework.commands import points as p
from casework.commands import restoration as r
from casework.points.standing import Status, standing
from casework.restoration.bar import bar_of, bar_rows, bars_of, standing_bars
from casework.restoration.state import Step
from tests.unit.casework.test_restoration_halts import FILE, FRAUD_2024, FRAUD_2025, YES, with_party
from tests.unit.casework.verified import VERIFIED

OWN = {"prac_psn_code": "D1"}
CRIMINAL = r.RecordRestorationBar(
    **OWN,
    ground=r.BarGround.CRIMINAL_CASE,
    document_no="云公立字〔2026〕1号",
    issued_on=date(2026, 1, 5),
    reasons="涉嫌诈骗",
)
LIFT = r.LiftRestorationBar(**OWN, bar_id="B1", document_no="云检不诉〔2026〕2号", reasons="不起诉")
APPLY = r.ApplyRestoration(**OWN, statement="已改正", commitment=True)
REGISTER = r.ReRegister(**OWN, registration_no="2026-1")


def test_a_bar_stops_the_application_before_it_begins(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    bureau.parameter("local_restoration", "enabled")
    assert bureau.do("agency", CRIMINAL) == ["RestorationBarred", "ScanServes"]
    assert bureau.refused("agency", CRIMINAL) == "ALREADY_DONE"
    assert bureau.refused("doc", APPLY) == "BAR_STANDS"
    bar = bar_of(bureau.state(FILE), bureau.today)
    assert bar is not None
    assert "云公立字〔2026〕1号" in bar.message_zh
    assert "lifts the bar" in bar.message_en
    assert bureau.do("head", LIFT) == ["RestorationBarLifted", "ScanServes"]
    assert bar_of(bureau.state(FILE), bureau.today) is None
    assert "RestorationApplied" in bureau.do("doc", APPLY)


def test_a_bar_rests_an_open_application_and_its_lifting_goes_on(bureau: Any) -> None:
    with_party(bureau)
    assert bureau.do("sup", CRIMINAL) == ["RestorationBarred", "RestorationHalted", "ScanServes"]
    assert bureau.refused("party", r.GivePartyOpinion(**OWN, outcome=YES)) == "ILLEGAL_MOVE"
    assert bureau.refused("agency", r.ResumeRestoration(**OWN, reasons="x")) == "BAR_STANDS"
    assert bureau.refused("sup", LIFT) == "FOUR_EYES"
    assert bureau.do("head", LIFT) == [
        "RestorationBarLifted",
        "HaltGroundEnded",
        "RestorationResumed",
        "ScanServes",
    ]
    assert bureau.refused("head", LIFT) == "STEP_MISSING"
    assert bureau.state(FILE).stage == "party"
    assert bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))


def test_an_approval_does_not_outlive_a_bar(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    bureau.do("sup", r.ReviewRestoration(**OWN, outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**OWN, outcome=YES))
    bureau.do("agency", CRIMINAL)
    assert standing(bureau.state(FILE), bureau.today).status is Status.AWAITING_REGISTRATION
    assert bureau.refused("agency", REGISTER) == "BAR_STANDS"
    bureau.do("head", replace(LIFT, document_no="判〔2026〕3号"))
    assert bureau.do("agency", REGISTER) == ["DoctorReRegistered"]


def test_a_resting_approval_is_not_registered(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    bureau.do("sup", r.ReviewRestoration(**OWN, outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**OWN, outcome=YES))
    halt = r.HaltRestoration(**OWN, ground=r.HaltGround.OTHER, reasons="举报核查中")
    bureau.do("sup", halt)
    assert bureau.refused("agency", REGISTER) == "HALT_STANDS"
    bureau.do("agency", r.ResumeRestoration(**OWN, reasons="已核查"))
    bureau.do("agency", REGISTER)
    assert bureau.state(FILE).stage == Step.RESTORED.value


def test_what_rested_through_a_national_ban_goes_on_when_it_is_over(bureau: Any) -> None:
    with_party(bureau)
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    bureau.do("sup", r.ReviewRestoration(**OWN, outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**OWN, outcome=YES))
    bureau.at += timedelta(days=3)
    today = replace(FRAUD_2025.basis, decided_on=bureau.today)
    bureau.do("agency", replace(FRAUD_2025, basis=today))
    resume = r.ResumeRestoration(**OWN, reasons="禁入期满")
    ban = standing(bureau.state(FILE), bureau.today)
    assert ban.sanction is not None
    assert (ban.status, ban.sanction.national) == (Status.TERMINATED, True)
    entry = bureau.state(FILE).entries[-1]
    bureau.do(
        "agency",
        p.NotifyScore(
            **OWN, entry_id=entry.entry_id, way=c.ServiceWay.DIRECT, served_on=bureau.today
        ),
    )
    bureau.at += timedelta(days=30)
    assert bureau.refused("sup", resume) == "RESTORATION_BARRED"
    bureau.at += timedelta(days=1200)
    assert standing(bureau.state(FILE), bureau.today).status is Status.AWAITING_REGISTRATION
    assert "RestorationResumed" in bureau.do("sup", resume)
    # The score came after the opinions: they are asked anew.
    assert bureau.state(FILE).stage == Step.PARTY.value


def test_a_lost_licence_outlasts_the_national_ban(bureau: Any) -> None:
    bureau.do("agency", replace(FRAUD_2025, act="licence_lost"))
    (bar,) = bars_of(bureau.state(FILE))
    assert (bar.bar_id, bar.ground) == ("S1", r.BarGround.LICENCE_REVOKED)
    until = standing(bureau.state(FILE), bureau.today).until
    assert until is not None
    bureau.wait((until + timedelta(days=1) - bureau.today).days)
    assert standing(bureau.state(FILE), bureau.today).status is Status.AWAITING_REGISTRATION
    assert bureau.refused("agency", REGISTER) == "BAR_STANDS"
    licensed = replace(LIFT, bar_id="S1", document_no="注册〔2029〕8号", reasons="重新注册")
    assert bureau.do("head", licensed) == ["RestorationBarLifted", "ScanServes"]
    assert standing_bars(bureau.state(FILE)) == ()
    assert len(bars_of(bureau.state(FILE))) == 1
    assert bureau.do("agency", REGISTER) == ["DoctorReRegistered"]


def test_a_score_that_falls_takes_its_bar_along(bureau: Any) -> None:
    bureau.do("agency", replace(FRAUD_2025, act="licence_lost"))
    bureau.do("head", p.AnnulScore(**OWN, entry_id="S1", document_no="1", reasons="复议撤销"))
    assert bars_of(bureau.state(FILE)) == ()


def test_grounds_are_dated_and_cited() -> None:
    assert {row.id for row in bar_rows()} == set(r.BarGround)
    assert all(row.basis and row.mark in "VSM" and row.cure and row.cure_en for row in bar_rows())


def test_a_document_of_tomorrow_and_an_unknown_bar(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    tomorrow = bureau.today + timedelta(days=1)
    assert bureau.refused("agency", replace(CRIMINAL, issued_on=tomorrow)) == "DATE_ORDER"
    bureau.do("agency", CRIMINAL)
    assert bureau.refused("head", replace(LIFT, bar_id="B9")) == "NOT_FOUND"


def test_a_bar_and_its_lifting_rest_on_papers_that_another_hand_took_in(bureau: Any) -> None:
    bureau.papers_come_in = False
    bureau.do("agency", FRAUD_2024)
    papers = bureau.evidence("立案告知"), bureau.evidence("不起诉")
    for who, act, scan in (("agency", CRIMINAL, papers[0]), ("head", LIFT, papers[1])):
        before = len(bureau.streams[FILE])
        assert bureau.refused(who, act) == "FIELD_REQUIRED"
        wanted = replace(act, paper_scan=scan)
        took = replace(bureau.people[who], person=bureau.people["ins1"].person)
        assert bureau.refused(took, wanted) == "FOUR_EYES"
        assert bureau.refused(who, replace(act, paper_scan="无")) == "NOT_FOUND"
        assert len(bureau.streams[FILE]) == before
        bureau.do(who, wanted)
        assert bureau.state(f"evidence:{scan}").serves.key.startswith(FILE)
    (bar,) = bars_of(bureau.state(FILE))
    assert (bar.paper.certificate, bar.lifted_paper.certificate) == papers
    assert set(papers) <= bureau.state(FILE).certificates


def test_a_paper_bars_once(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    scan = bureau.evidence("立案告知")
    bureau.do("agency", replace(CRIMINAL, paper_scan=scan))
    again = replace(CRIMINAL, document_no="2", paper_scan=scan)
    assert bureau.refused("agency", again) == "SCAN_TAKEN"
    assert bureau.refused("head", replace(LIFT, paper_scan=scan)) == "SCAN_TAKEN"


def test_a_bar_that_was_recorded_on_a_typed_number_stands(bureau: Any) -> None:
    bureau.do("agency", FRAUD_2024)
    bureau.do("agency", CRIMINAL)
    bureau.do("head", LIFT)
    bureau.streams[FILE] = [
        replace(e, data={k: v for k, v in e.data.items() if k != "paper"})
        for e in bureau.streams[FILE]
    ]
    (bar,) = bars_of(bureau.state(FILE))
    assert bar.lifted_by is not None
    assert (bar.paper, bar.lifted_paper) == (None, None)
