"""Papers of a restoration as they were signed, its service on the doctor, and what runs from there."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from casework.clocks.deadlines import Clock, Deadline, deadlines
from casework.commands import case as c
from casework.commands import restoration as r
from casework.commands.batches import DrawUpBatch
from casework.commands.case import ServiceWay
from casework.decide import next_actions
from casework.points.fold import fold_points
from casework.points.standing import Status, standing
from casework.restoration.papers import lacking
from evidence.doctors import restoration as papers
from tests.unit.casework.test_batches import learned
from tests.unit.casework.test_points_path import FILE, studied
from tests.unit.casework.verified import VERIFIED

OWN: dict[str, Any] = {"prac_psn_code": "D1"}
YES, NO = c.Outcome.APPROVED, c.Outcome.REFUSED
Paper = r.RestorationPaper
REGISTER = r.ReRegister(**OWN, registration_no="DJ1")


@pytest.fixture
def decided(bureau: Any) -> Any:
    """Approved by all three; nothing is signed yet."""
    return up_to(bureau, YES)


@pytest.fixture
def refused(bureau: Any) -> Any:
    """The head refused it; nothing is signed yet."""
    return up_to(bureau, NO)


def up_to(bureau: Any, outcome: c.Outcome) -> Any:
    bureau.restorations_signed = False
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(**OWN))
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    bureau.do("sup", r.ReviewRestoration(**OWN, outcome=YES, **VERIFIED))
    bureau.do("head", r.DecideRestoration(**OWN, outcome=outcome, reasons="理由"))
    return bureau


def attach(bureau: Any, paper: Paper, who: str = "agency", **more: Any) -> list[str]:
    scan = more.pop("scan", None) or bureau.evidence(f"{paper}-{len(bureau.streams)}")
    return bureau.do(who, r.AttachRestorationPaper(**OWN, paper=paper, paper_scan=scan, **more))


def serve(bureau: Any, **more: Any) -> r.ServeRestoration:
    given = {"way": ServiceWay.DIRECT, "served_on": bureau.today, **more}
    return r.ServeRestoration(**OWN, **given)


def review(bureau: Any) -> list[Deadline]:
    found = deadlines(bureau.streams[FILE], bureau.at)
    return [one for one in found if one.id == "restoration_review"]


def offered(bureau: Any, who: str) -> set[str]:
    return {one.name for one in next_actions(bureau.state(FILE), bureau.people[who], bureau.at)}


def test_nobody_is_registered_before_every_level_signed(decided: Any) -> None:
    needed = [Paper.MINUTES, Paper.REVIEW_FORM, Paper.APPROVAL, Paper.SEALED_DECISION]
    for paper in needed:
        assert decided.refused("office", REGISTER) == "RESTORATION_PAPERS"
        assert "ReRegister" not in offered(decided, "office")
        assert decided.refused("agency", serve(decided)) == "RESTORATION_PAPERS"
        attach(decided, paper)
    assert lacking(decided.state(FILE).restoration) == ()
    assert decided.do("office", REGISTER) == ["DoctorReRegistered"]


def test_each_paper_waits_for_what_it_rests_on(bureau: Any) -> None:
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(**OWN))
    bureau.evidence("扫描")
    for paper in Paper:
        wanted = r.AttachRestorationPaper(**OWN, paper=paper, paper_scan="扫描")
        assert bureau.refused("agency", wanted) == "STEP_MISSING"
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    assert attach(bureau, Paper.MINUTES, "party", scan="扫描")[0] == "RestorationPaperAttached"
    again = r.AttachRestorationPaper(**OWN, paper=Paper.REVIEW_FORM, paper_scan="扫描")
    assert bureau.refused("agency", again) == "STEP_MISSING"


@pytest.mark.parametrize(
    ("who", "paper", "code"),
    [
        ("party", Paper.SEALED_DECISION, "NOT_YOURS"),
        ("doc", Paper.MINUTES, "ROLE_REQUIRED"),
        ("office", Paper.MINUTES, "ROLE_REQUIRED"),
        ("sec", Paper.MINUTES, "ROLE_REQUIRED"),
    ],
)
def test_who_brings_which_paper(decided: Any, who: str, paper: Paper, code: str) -> None:
    decided.evidence("纪要")
    before = len(decided.streams[FILE])
    wanted = r.AttachRestorationPaper(**OWN, paper=paper, paper_scan="纪要")
    assert decided.refused(who, wanted) == code
    assert len(decided.streams[FILE]) == before


def test_one_scan_is_one_paper_and_a_wrong_one_gives_way(decided: Any) -> None:
    attach(decided, Paper.MINUTES, scan=decided.evidence("甲"))
    other = r.AttachRestorationPaper(**OWN, paper=Paper.APPROVAL, paper_scan="甲")
    assert decided.refused("agency", other) == "SCAN_TAKEN"
    decided.evidence("乙")
    anew = r.AttachRestorationPaper(**OWN, paper=Paper.MINUTES, paper_scan="乙")
    assert decided.refused("agency", anew) == "SCAN_STANDS"
    decided.do("agency", replace(anew, reason="附错"))
    assert [one.scan.certificate for one in decided.state(FILE).restoration.papers] == ["乙"]
    assert "乙" in decided.state(FILE).certificates


def test_sixty_days_for_a_review_run_from_the_service_of_a_refusal(refused: Any) -> None:
    refused.restoration_signed()
    assert review(refused) == []
    assert refused.do("agency", serve(refused, receipt_scan=refused.evidence("回证")))[0] == (
        "RestorationServed"
    )
    (clock,) = review(refused)
    served = refused.state(FILE).restoration.services[0].on
    assert clock.clock is Clock.RUNNING
    assert (clock.due + timedelta(hours=8)).date() >= served + timedelta(days=60)
    refused.wait(70)
    assert review(refused)[0].clock is Clock.LAPSED
    assert refused.refused("agency", serve(refused)) == "ALREADY_DONE"
    file = refused.state(FILE)
    words = str(papers.decision(file, file.restoration, "云溪县医保局"))
    assert "送达回证" in words
    assert "直接送达" in words


def test_no_review_runs_from_the_service_of_an_approval(decided: Any) -> None:
    decided.restoration_served()
    assert review(decided) == []
    assert decided.state(FILE).restoration.services[0].way == "direct"


def test_a_service_entered_wrongly_is_put_right_by_other_eyes(refused: Any) -> None:
    refused.wait(20)
    refused.restoration_signed()
    refused.do("agency", serve(refused))
    was = review(refused)[0].due
    right = r.CorrectRestorationService(
        **OWN, way=ServiceWay.DIRECT, served_on=refused.today - timedelta(days=10),
        receipt_scan=refused.evidence("回证"), reasons="录错日期",
    )  # fmt: skip
    assert refused.refused("agency", right) == "FOUR_EYES"
    assert refused.refused("agency2", replace(right, receipt_scan="")) == "FIELD_REQUIRED"
    refused.do("agency2", right)
    (clock,) = review(refused)
    assert was - clock.due >= timedelta(days=7)
    assert refused.state(FILE).restoration.services[0].receipt.certificate == "回证"


def test_a_revocation_has_effect_from_its_service(decided: Any) -> None:
    decided.restoration_signed()
    decided.do("office", REGISTER)
    decided.do("sup", r.ProposeRevocation(**OWN, reasons="证书造假"))
    decided.do("doc", r.StateOnRevocation(**OWN, text="x"))
    decided.do("head", r.RevokeRestoration(**OWN, reasons="骗取恢复"))
    assert standing(decided.state(FILE), decided.today).billable
    assert decided.refused("agency", serve(decided)) == "RESTORATION_PAPERS"
    decided.wait(5)
    decided.restoration_served()
    now = standing(decided.state(FILE), decided.today)
    assert (now.status, now.billable) == (Status.TERMINATED, False)
    assert standing(decided.state(FILE), decided.today - timedelta(days=2)).billable
    assert review(decided)[0].clock is Clock.RUNNING


def test_a_list_shares_one_scan_and_only_the_bureau_reads_it(bureau: Any) -> None:
    bureau.restorations_signed = False
    bureau.parameter("local_restoration", "enabled")
    for code in ("D1", "D2"):
        learned(bureau, code)
    bureau.do("office", DrawUpBatch(batch_id="HF-2026-001", title="名单", doctors=("D1", "D2")))
    scan = bureau.evidence("纪要")
    for code in ("D1", "D2"):
        own = {"prac_psn_code": code}
        bureau.do("office", r.SubmitRestoration(**own))
        bureau.do("party", r.GivePartyOpinion(**own, outcome=YES))
        minutes = r.AttachRestorationPaper(**own, paper=Paper.MINUTES, paper_scan=scan)
        bureau.do("agency", minutes)
        file = bureau.state(f"points:{code}")
        assert file.restoration.papers[0].shared
        assert scan in file.closed


def test_a_list_shares_one_receipt_and_one_of_its_own_takes_its_place(bureau: Any) -> None:
    bureau.restorations_signed = False
    bureau.parameter("local_restoration", "enabled")
    for code in ("D1", "D2"):
        learned(bureau, code)
    bureau.do("office", DrawUpBatch(batch_id="HF-2026-001", title="名单", doctors=("D1", "D2")))
    for code, outcome in (("D1", YES), ("D2", NO)):
        own = {"prac_psn_code": code}
        bureau.do("office", r.SubmitRestoration(**own))
        bureau.do("party", r.GivePartyOpinion(**own, outcome=YES))
        bureau.do("sup", r.ReviewRestoration(**own, outcome=YES, **VERIFIED))
        bureau.do("head", r.DecideRestoration(**own, outcome=outcome, reasons="理由"))
        bureau.restoration_signed(code)
    scan = bureau.evidence("名单回证")
    for code in ("D1", "D2"):
        shared = replace(serve(bureau, receipt_scan=scan, list_receipt=True), prac_psn_code=code)
        bureau.do("agency", shared)
        assert scan in bureau.state(f"points:{code}").closed
    own = r.AttachRestorationPaper(
        **OWN, paper=Paper.RECEIPT, paper_scan=bureau.evidence("本人回证"), reason="各附各的"
    )
    bureau.do("agency", own)
    assert "本人回证" not in bureau.state(FILE).closed
    assert scan in bureau.state("points:D2").closed


def test_a_receipt_of_a_list_needs_the_list(refused: Any) -> None:
    refused.restoration_signed()
    shared = serve(refused, receipt_scan=refused.evidence("回证"), list_receipt=True)
    assert refused.refused("agency", shared) == "BAD_VALUE"


def test_what_was_decided_before_papers_were_kept_stands(decided: Any) -> None:
    chain = [
        replace(one, data={k: v for k, v in one.data.items() if k != "papered"})
        for one in decided.streams[FILE]
    ]
    assert lacking(fold_points("D1", chain).restoration) == ()
    decided.streams[FILE] = chain
    assert decided.do("office", REGISTER) == ["DoctorReRegistered"]


def test_after_a_return_the_former_papers_say_nothing(bureau: Any) -> None:
    bureau.restorations_signed = False
    studied(bureau)
    bureau.do("office", r.SubmitRestoration(**OWN))
    bureau.do("party", r.GivePartyOpinion(**OWN, outcome=YES))
    attach(bureau, Paper.MINUTES)
    bureau.do("sup", r.ReviewRestoration(**OWN, outcome=NO, reasons="x", **VERIFIED))
    attach(bureau, Paper.REVIEW_FORM)
    bureau.do("head", r.DecideRestoration(**OWN, outcome=c.Outcome.RETURNED, reasons="重审"))
    bureau.do("office", r.ResubmitRestoration(**OWN, answer="已补"))
    left = bureau.state(FILE).restoration.papers
    assert [one.paper for one in left] == [Paper.MINUTES]
