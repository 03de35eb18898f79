"""The approval forms (审批表): one frame, the facts of each matter, and who signs."""

from collections.abc import Callable
from functools import partial

from docx.document import Document as Drawn
from form_parts import BASIS, SUGGESTED, approval, grid, head, sign_boxes, signed

from casework.documents.catalogue import form_of

OFFICERS = [
    "承办人",
    "{% for row in officers %}{{ row.name }}（{{ row.certificate_no }}）　{% endfor %}",
]
PROPOSED = ["{% if proposal.spared %}拟处理{% else %}拟处罚{% endif %}", SUGGESTED]
DECIDED = [
    "处罚决定",
    "{{ decision.number }}：{{ decision.outcome }}{% if decision.fallen %}\n{{ decision.fallen }}{% endif %}",
]
PAID = ["已缴情况", "{% if owes_fine %}罚款{{ paid.fine }}，{% endif %}基金{{ paid.recovered }}"]
HELD = [
    "物品（资料）",
    "{% for row in holds %}{{ row.kind }}：{{ row.items }}（{{ row.place }}）　{% endfor %}",
]
ENDED = [
    "物品处理意见",
    "{% for row in holds %}{{ row.kind }}：{{ row.items }}（{{ row.place }}），{{ row.result }}　{% endfor %}",
]
SUMMARY = ["案情摘要", "{{ summary }}"]
FACTS = ["查明事实", "{{ report.facts }}"]
REMARKS = ["说明", "{{ remarks }}"]
HEAD = "主要负责人意见"
UNIT = "承办机构负责人意见"

#: Facts, and whose opinions may be written by hand.
APPROVALS: dict[str, tuple[list[list[str]], list[str]]] = {
    "not_filed": ([SUMMARY, REMARKS], [UNIT, HEAD]),
    "time_extension": (
        [["立案日期", "{{ filed_on }}"], ["线索登记日期", "{{ opened_on }}"], REMARKS],
        [UNIT, HEAD],
    ),
    "recusal_approval": (
        [
            OFFICERS,
            [
                "回避申请",
                "{% for row in recusals %}{{ row.officer }}：{{ row.reason }}　{% endfor %}",
            ],
            REMARKS,
        ],
        [HEAD],
    ),
    "hold_approval": ([OFFICERS, HELD, REMARKS], [HEAD]),
    "hold_end_approval": ([OFFICERS, ENDED, REMARKS], [HEAD]),
    "exclusion_approval": (
        [
            OFFICERS,
            [
                "证据",
                "{% for row in exclusions %}{{ row.name }}：{{ row.matter }}，{{ row.reasons }}　{% endfor %}",
            ],
            REMARKS,
        ],
        ["决定人意见（监管中心负责人、主要负责人或者经办机构负责人）"],
    ),
    "report_approval": (
        [OFFICERS, FACTS, ["法律依据", "{{ report.law }}"], ["处理建议", "{{ report.proposal }}"]],
        [UNIT, HEAD],
    ),
    "suspension_approval": ([OFFICERS, SUMMARY, REMARKS], [UNIT, HEAD]),
    "notice_approval": ([FACTS, BASIS, PROPOSED], [UNIT, HEAD]),
    "handling_approval": (
        [
            SUMMARY,
            ["拟处理措施", "{{ handling.measures }}"],
            ["处理理由", "{{ handling.reasons }}"],
        ],
        [UNIT, "经办机构负责人意见"],
    ),
    "instalment_approval": (
        [
            DECIDED,
            PAID,
            [
                "加处罚款",
                "截至{{ surcharge.until }}{% if surcharge.amount %}已产生、未缴{{ surcharge.amount }}"
                "{% if surcharge.daily %}，此后每日{{ surcharge.daily }}{% elif surcharge.rest %}，此后再加处{{ surcharge.rest }}即达到罚款的数额{% endif %}{% else %}没有未缴的加处罚款{% endif %}",
            ],
            [
                "缴纳安排",
                "{% for row in instalments %}{{ row.due }}：{{ row.amount }}　{% endfor %}",
            ],
        ],
        [HEAD],
    ),
    "court_approval": (
        [
            DECIDED,
            ["送达日期", "{{ served_on }}"],
            ["催告书送达", "{{ pressed_on }}"],
            PAID,
            REMARKS,
        ],
        [HEAD],
    ),
    "write_off_approval": ([DECIDED, PAID, REMARKS], [HEAD]),
    "publication_approval": (
        [DECIDED, ["拟公示文本", "{{ public_text }}"], ["送达日期", "{{ served_on }}"], REMARKS],
        [UNIT, HEAD],
    ),
    "transfer_approval": ([SUMMARY, REMARKS], [UNIT, HEAD]),
    "referral_approval": (
        [
            FACTS,
            ["涉嫌罪名", "{{ referral.crime }}"],
            ["涉及金额", "{{ referral.amount }}"],
            ["受理机关", "{{ referral.recipient }}"],
        ],
        ["承办人意见", "主要负责人决定（不得授权）"],
    ),
}


#: Of both paths: whose paper it is follows the path.
HOUSE = frozenset({"handling_approval", "exclusion_approval"})


def _draw(drawn: Drawn, form_id: str) -> None:
    facts, asks = APPROVALS[form_id]
    form = form_of(form_id)
    # Whom nobody means to punish is told of nothing; the proposal is approved all the same.
    title = "{{ form }}" if form.otherwise else form.zh
    head(drawn, title, by="house" if form_id in HOUSE else "bureau")
    approval(drawn, facts, asks)


def _internal(drawn: Drawn) -> None:
    """What the bureau approves within itself: whatever facts the matter has, and one hand that signs."""
    head(drawn, "{{ form }}", line="{{ approval.number }}")
    rows = [
        ["{%tr for row in approval.rows %}"],
        ["{{ row.label }}", "{{ row.value }}"],
        ["{%tr endfor %}"],
        REMARKS,
    ]
    grid(drawn, rows, [26, 52, 26, 52])
    signed(drawn)
    sign_boxes(drawn, ["审批人意见"])


DRAWERS: dict[str, Callable[[Drawn], None]] = {
    "internal_approval": _internal,
    **{form_id: partial(_draw, form_id=form_id) for form_id in APPROVALS},
}
