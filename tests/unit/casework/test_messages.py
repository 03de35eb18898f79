"""Messages about a case: who is told, what the party reads, what can be taken back."""

from typing import Any

import pytest

from casework.commands.case import Path
from casework.commands.messages import SendMessage, WithdrawMessage
from casework.messages.talk import LONGEST, may_read


def send(bureau: Any, who: str, text: str = "请补充收费明细", **said: Any) -> Any:
    bureau.do(who, SendMessage(case_no="C1", text=text, **said))
    return bureau.state("messages:C1").messages[-1]


def test_a_message_goes_to_whom_it_names_or_to_the_officers(bureau: Any) -> None:
    bureau.filed()
    assert send(bureau, "sup", addressees=("legal", "head")).addressees == ("legal", "head")
    assert send(bureau, "sup").addressees == ("ins1", "ins2")
    # Never to oneself.
    assert send(bureau, "ins1").addressees == ("ins2",)


def test_an_answer_goes_back_to_the_writer(bureau: Any) -> None:
    bureau.filed()
    asked = send(bureau, "head", addressees=("ins1", "sup"))
    answer = send(bureau, "ins1", reply_to=asked.message_id)
    assert (answer.addressees, answer.reply_to) == (("head",), "M1")


def test_talk_does_not_make_the_case_stale(bureau: Any) -> None:
    no = bureau.filed()
    version = bureau.state(f"case:{no}").version
    send(bureau, "sup")
    assert bureau.state(f"case:{no}").version == version


def test_the_party_reads_what_is_written_to_it_once_it_was_notified(bureau: Any) -> None:
    bureau.filed()
    command = SendMessage(case_no="C1", text="请于周五前提交", to_party=True)
    assert bureau.refused("ins1", command) == "PARTY_NOT_REACHED"


def test_the_party_writes_to_the_officers_and_answers(bureau: Any) -> None:
    bureau.noticed()
    inner = send(bureau, "ins1", "拟从轻")
    outer = send(bureau, "ins1", "请提交原始单据", to_party=True)
    office = bureau.people["office"]
    assert not may_read(inner, office)
    assert may_read(outer, office)
    answer = send(bureau, "office", "已寄出", reply_to=outer.message_id)
    assert (answer.of_party, answer.to_party) == (True, False)
    assert answer.addressees == ("ins1",)
    # The party picks nobody in the bureau, and cannot try which accounts there are.
    for account in ("head", "nobody"):
        picked = SendMessage(case_no="C1", text="？", addressees=(account,))
        assert bureau.refused("office", picked) == "NOT_FOUND"
    assert send(bureau, "sup", "收到", reply_to=answer.message_id).to_party
    stolen = SendMessage(case_no="C1", text="？", reply_to=inner.message_id)
    assert bureau.refused("office", stolen) == "NOT_FOUND"


def test_only_the_writer_takes_a_message_back_and_once(bureau: Any) -> None:
    bureau.filed()
    one = send(bureau, "sup")
    back = WithdrawMessage(case_no="C1", message_id=one.message_id)
    assert bureau.refused("ins1", back) == "NOT_YOURS"
    bureau.do("sup", back)
    assert bureau.state("messages:C1").messages[0].withdrawn_at is not None
    assert bureau.refused("sup", back) == "ALREADY_DONE"
    gone = SendMessage(case_no="C1", text="？", reply_to=one.message_id)
    assert bureau.refused("ins1", gone) == "NOT_FOUND"


@pytest.mark.parametrize("text", ["", "  ", "字" * (LONGEST + 1)])
def test_an_empty_or_endless_message_is_refused(bureau: Any, text: str) -> None:
    bureau.opened(path=Path.AGREEMENT)
    code = bureau.refused("agency", SendMessage(case_no="C1", text=text))
    assert code in ("FIELD_REQUIRED", "BAD_VALUE")
    assert not bureau.state("messages:C1").messages


def test_what_a_notice_shows_masks_an_insured_person(bureau: Any) -> None:
    bureau.filed()
    bureau.do("sup", SendMessage(case_no="C1", text="一切正常"))
    (event,) = bureau.streams["messages:C1"]
    assert event.data["preview"] == "一切正常"
