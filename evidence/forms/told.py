"""What an approval is of, in words: to which court, what is written off and why, what was published where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from casework.cases.served import NAMES
from casework.commands.case import PaymentKind, ServiceWay, WriteOffGround
from casework.events import Event
from casework.law.service import way
from evidence.dossier.formats import day, money

Data = Mapping[str, Any]
KINDS: Final = {
    PaymentKind.FINE.value: "罚款",
    PaymentKind.RECOVERY.value: "退回基金",
    PaymentKind.DAMAGES.value: "违约金",
    PaymentKind.SURCHARGE.value: "加处罚款",
}
#: Fields of an application to the court, with the kind of money that each is.
OWED: Final = (
    ("amount", PaymentKind.FINE.value),
    ("surcharge", PaymentKind.SURCHARGE.value),
    ("recovery", PaymentKind.RECOVERY.value),
    ("damages", PaymentKind.DAMAGES.value),
)
GROUNDS: Final = {
    WriteOffGround.COURT_ENDED.value: "法院终结执行",
    WriteOffGround.PARTY_GONE.value: "当事人终止、死亡无财产",
    WriteOffGround.RETURNED_BEFORE.value: "查明此前已退回",
    WriteOffGround.PERIOD_LAPSED.value: "申请法院强制执行的期限已过",
    WriteOffGround.REDUCED.value: "减免加处罚款（行政强制法第四十二条）",
}


def told(event: Event) -> str:
    """What the act is of, to stand before its reasons; "" for an act that its form names."""
    words = _TOLD.get(event.type)
    return words(event.data) if words else ""


def _sum(amount: object) -> str:
    return money(Decimal(str(amount)))


def _day(data: Data, field: str) -> str:
    return day(date.fromisoformat(str(data[field])))


def _court(data: Data) -> str:
    sums = [f"{KINDS[kind]} {_sum(data[f])}" for f, kind in OWED if Decimal(str(data.get(f) or 0))]
    return f"向{data['recipient']}申请强制执行（{data['document_no']}）：{'，'.join(sums)}"


def _written_off(data: Data) -> str:
    why = "，".join(filter(None, (GROUNDS.get(str(data["ground"])), data["document_no"])))
    return f"核销{KINDS[str(data['kind'])]} {_sum(data['amount'])}（{why}）"


def _paid_back(data: Data) -> str:
    return f"退付{KINDS[str(data['kind'])]} {_sum(data['amount'])}（{data['voucher']}）"


def _published(data: Data) -> str:
    return f"{_day(data, 'published_on')}在{data['where']}公开"


def _withdrawn(data: Data) -> str:
    return f"{_day(data, 'withdrawn_on')}撤回公开"


def _appointed(data: Data) -> str:
    members = "、".join(f"{one['name']}（{one['certificate_no']}）" for one in data["officers"])
    return f"专案组成员：{members}"


def _weighed(data: Data) -> str:
    return f"涉嫌骗取 {_sum(data['amount'])}"


def _reversed(data: Data) -> str:
    what = f"{_day(data, 'paid_on')}缴入的{KINDS[str(data['kind'])]} {_sum(data['amount'])}"
    return f"冲正{what}（凭证 {data['voucher']}；依据 {data['document_no']}）"


def _released(data: Data) -> str:
    return f"释放明细 {data['count']} 条，不再由本案主张"


def _corrected(data: Data) -> str:
    was, now = (
        f"{_day(data, on)}（{way(ServiceWay(str(data[how])), date.fromisoformat(str(data[on]))).zh}）"
        for on, how in (("was_on", "was_way"), ("served_on", "way"))
    )
    return f"{NAMES[str(data['served'])][0]}的送达由{was}更正为{now}"


def _posted(data: Data) -> str:
    was, now = (
        f"{_day(data, on)}（{data[where]}）"
        for on, where in (("was_on", "was_where"), ("posted_on", "where"))
    )
    return f"{NAMES[str(data['served'])][0]}的公告由{was}更正为{now}"


def _annulled(data: Data) -> str:
    return f"{_day(data, 'annulled_on')}，决定由{data['by_body']}撤销（{data['document_no']}）"


_TOLD: Final[Mapping[str, Callable[[Data], str]]] = {
    "ReferralWeighed": _weighed,
    "ReferralGroupAppointed": _appointed,
    "CourtApplied": _court,
    "RecoveryWrittenOff": _written_off,
    "MoneyPaidBack": _paid_back,
    "DecisionPublished": _published,
    "PublicationWithdrawn": _withdrawn,
    "PaymentReversed": _reversed,
    "LinesReleased": _released,
    "ServiceCorrected": _corrected,
    "AnnouncementCorrected": _posted,
    "DecisionAnnulled": _annulled,
    "HearingChairDesignated": lambda data: f"指定{data['chair']['name']}主持听证",
}
