"""The words on the papers of a ring, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from casework.judgements.state import MarkState
from casework.treatments import treatment
from graph.explore.present import SHANGHAI
from graph.rings.dossier.model import Basis, Booking
from graph.rings.odds import LEAST

Language = Literal["zh", "en"]
Pairs = Mapping[str, tuple[str, str]]

CHANNELS: Final[Pairs] = {
    "outpatient": ("同日就诊", "visits on the same day"),
    "inpatient": ("同进同出住院", "stays side by side"),
    "pharmacy": ("药店连续刷卡", "cards swiped in a row"),
    "refund_loop": ("退费循环", "refund loop"),
    "doctor_density": ("医患集中", "patients of one doctor"),
    "doctor_shopping": ("多医取药", "one drug from many doctors"),
}
ROUTES: Final[Pairs] = {
    "ring": ("疑似团伙", "suspected ring"),
    "household": ("家庭", "household"),
    "care_home": ("养老机构", "care home"),
    "periodic_care": ("周期治疗", "periodic care"),
    "follow_up_day": ("体检随访日", "check-up or follow-up day"),
    "undecided": ("待定（缺住址）", "undecided: no addresses"),
    "province": ("全省汇总", "province"),
}
ROLES: Final[Pairs] = {
    "core": ("核心", "core"),
    "bridge": ("桥梁", "bridge"),
    "member": ("成员", "member"),
}
VERDICTS: Final[Pairs] = {
    "confirmed": ("确认可疑", "confirmed"),
    "rejected": ("排除", "rejected"),
    "unsure": ("存疑", "unsure"),
}
STANDINGS: Final[Pairs] = {
    "open": ("团伙尚未研判", "the ring has not been judged"),
    "rejected": ("团伙已排除", "the ring is rejected"),
    "unnamed": (
        "团伙已确认，成员还需逐人研判",
        "the ring is confirmed, its members wait for a judgement each",
    ),
    "confirmed": ("已确认团伙", "confirmed"),
}
BASES: Final[Pairs] = {
    Basis.GRADE: ("同类同级机构", "same type and grade"),
    Basis.TYPE: ("同类机构", "same type"),
    Basis.PLACE: ("本机构其他就诊", "other visits there"),
    Basis.NONE: ("可比就诊不足", "too few to compare"),
}
BOOKINGS: Final[Pairs] = {
    Booking.CHARGE: ("收费", "charge"),
    Booking.REFUND: ("退费", "refund"),
    Booking.RECHARGE: ("重收", "charged again"),
}
KINDS: Final[Pairs] = {
    "address": ("住址", "address"),
    "phone": ("电话", "phone"),
    "employer": ("单位", "employer"),
    "terminal": ("刷卡终端", "terminal"),
    "bed": ("床位", "bed"),
    "account": ("收款账户", "account paid into"),
}
SEXES: Final[Pairs] = {"1": ("男", "male"), "2": ("女", "female")}


@dataclass(frozen=True)
class Words:
    """Says things in one language; codes that have no word are said as they are."""

    language: Language

    def say(self, zh: str, en: str) -> str:
        """The one of two texts that the reader can read."""
        return zh if self.language == "zh" else en

    def word(self, pairs: Pairs, code: str) -> str:
        """The word of a table for a code, or the code itself."""
        return self.say(*pairs.get(code, (code, code)))

    def listed(self, items: Iterable[str]) -> str:
        """Several things in a row."""
        return self.say("、", ", ").join(items)

    def kinds(self, codes: Iterable[str]) -> str:
        """Kinds of shared attributes."""
        return self.listed(self.word(KINDS, code) for code in codes)

    def treatment(self, med_type: str) -> str:
        """The kind of treatment in words, the code itself where it has none."""
        return self.say(*treatment(med_type))

    def verdict(self, mark: MarkState | None) -> str:
        """A judgement with who, when and why; empty when there is none."""
        if mark is None or mark.verdict is None:
            return ""
        who = mark.judged_by.name if mark.judged_by else ""
        word, at = self.word(VERDICTS, mark.verdict), moment(mark.judged_at)
        said = self.say(f"{word}（{who} {at}）", f"{word} ({who}, {at})")
        return self.say(f"{said}：", f"{said}: ") + mark.reason if mark.reason else said

    def judged(self, mark: MarkState | None) -> str:
        """The same, and said in so many words when there is none."""
        return self.verdict(mark) or self.say("未研判", "not judged")


def moment(at: datetime | None) -> str:
    """A minute as the bureau reads it; times of the store have no zone and are local already."""
    if at is None:
        return ""
    local = at.astimezone(SHANGHAI) if at.tzinfo else at
    return local.strftime("%Y-%m-%d %H:%M")


def clock(minute: int | None) -> str:
    """A minute of the day as 08:05; empty when unknown."""
    return "" if minute is None else f"{minute // 60:02d}:{minute % 60:02d}"


def probability(value: float) -> str:
    """A p or q value that nobody mistakes for certainty."""
    return "< 1e-9" if value < LEAST else f"{value:.2g}"
