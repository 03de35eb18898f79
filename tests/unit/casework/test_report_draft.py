"""The draft of the investigation report says what the case file knows, and nothing else."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from casework.commands import case as c
from evidence.forms.report_draft import PARTS, report_draft


def drafted(bureau: Any, no: str, *, masked: bool = False) -> dict[str, str]:
    stream = f"case:{no}"
    return report_draft(bureau.state(stream), bureau.streams[stream], masked=masked)


def test_what_the_case_says_is_there_and_the_rest_is_empty(bureau: Any) -> None:
    no = bureau.opened()
    draft = drafted(bureau, no)
    assert set(draft) == set(PARTS)
    assert draft["party"] == "云溪县人民医院，定点医药机构，机构编码 H34162300001。"
    assert "案件来源：群众举报" in draft["measures"]
    assert "调查措施" not in draft["measures"]
    assert "挂床 5 天，涉及金额 4,113.00 元" in draft["facts"]
    assert "经逐条认定" not in draft["facts"]
    assert draft["evidence"] == draft["law"] == draft["proposal"] == ""


def test_officers_evidence_lines_and_the_worksheet_come_in_as_they_happen(bureau: Any) -> None:
    no = bureau.investigated()
    paper, tip = bureau.evidence("病历复印件"), bureau.evidence("举报信")
    bureau.do("ins1", c.AttachEvidence(case_no=no, evidence_id=paper, proves="挂床"))
    letter = c.AttachEvidence(case_no=no, evidence_id=tip, proves="线索", from_reporter=True)
    bureau.do("ins1", letter)
    seen = c.RecordInspection(
        case_no=no, officers=("ins1", "ins2"), held_on=bureau.today, place="住院部", record="空床"
    )
    bureau.do("ins1", seen)
    sheet = c.DrawWorksheet(
        case_no=no, article_id="tiaoli-38-1", multiple=Decimal("1.5"), reasons="情节一般"
    )
    bureau.do("ins1", sheet)
    draft = drafted(bureau, no)
    assert "INS1（执法证号 皖01）" in draft["measures"]
    assert "在住院部进行现场检查" in draft["measures"]
    assert "造成医疗保障基金损失 4,113.00 元" in draft["facts"]
    assert "1. 书证：病历复印件.pdf，证明挂床。" in draft["evidence"]
    # Who reported the case is not told, not by what he handed in either.
    assert "举报信" not in draft["evidence"]
    assert "第三十八条" in draft["law"]
    assert "处罚款 6,169.50 元" in draft["proposal"]


def test_a_masked_name_does_not_get_into_a_legal_paper(bureau: Any) -> None:
    no = bureau.opened()
    person = c.Party(c.PartyKind.PERSON, "P1", "张三")
    case = replace(bureau.state(f"case:{no}"), party=person)
    events = bureau.streams[f"case:{no}"]
    assert report_draft(case, events, masked=True)["party"] == ""
    assert report_draft(case, events, masked=False)["party"] == "张三，个人。"
