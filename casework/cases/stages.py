"""Life cycle of a case as a table of legal moves (处罚法、局令4; 310号 for referral)."""

from enum import StrEnum

from casework.refusal import refuse


class Stage(StrEnum):
    """Where a case stands."""

    CLUE = "clue"
    FILED = "filed"
    INVESTIGATION = "investigation"
    NOTICE = "notice"
    DEFENCE = "defence"
    HEARING = "hearing"
    LEGAL_REVIEW = "legal_review"
    DECISION = "decision"
    EXECUTION = "execution"
    CLOSED = "closed"
    NOT_FILED = "not_filed"
    NO_PENALTY = "no_penalty"
    TERMINATED = "terminated"
    REFERRED = "referred"
    SUSPENDED = "suspended"
    TRANSFERRED = "transferred"
    HANDLING = "handling"
    HANDLING_NOTICE = "handling_notice"
    HANDLING_DECISION = "handling_decision"
    HANDLING_EXECUTION = "handling_execution"


NAMES: dict[Stage, tuple[str, str]] = {
    Stage.CLUE: ("线索核查", "clue check"),
    Stage.FILED: ("已立案", "filed"),
    Stage.INVESTIGATION: ("调查取证", "investigation"),
    Stage.NOTICE: ("事先告知", "notice"),
    Stage.DEFENCE: ("陈述申辩", "defence"),
    Stage.HEARING: ("听证", "hearing"),
    Stage.LEGAL_REVIEW: ("法制审核", "legal review"),
    Stage.DECISION: ("待决定", "decision"),
    Stage.EXECUTION: ("执行", "execution"),
    Stage.CLOSED: ("结案", "closed"),
    Stage.NOT_FILED: ("不予立案", "not filed"),
    Stage.NO_PENALTY: ("不予处罚", "no penalty"),
    Stage.TERMINATED: ("终止调查", "terminated"),
    Stage.REFERRED: ("移送司法", "referred"),
    Stage.SUSPENDED: ("中止调查", "suspended"),
    Stage.TRANSFERRED: ("已移送其他机关", "transferred"),
    Stage.HANDLING: ("协议处理核查", "agreement handling"),
    Stage.HANDLING_NOTICE: ("协议处理告知", "handling notified"),
    Stage.HANDLING_DECISION: ("协议处理待决定", "handling to be decided"),
    Stage.HANDLING_EXECUTION: ("协议处理执行", "handling in execution"),
}

_S = Stage
INVESTIGATING = frozenset(
    {_S.INVESTIGATION, _S.NOTICE, _S.DEFENCE, _S.HEARING, _S.LEGAL_REVIEW, _S.DECISION}
)
# Where the party was told and nothing is decided: it may speak (处罚法 45).
HEARD = frozenset({_S.NOTICE, _S.DEFENCE, _S.HEARING, _S.LEGAL_REVIEW, _S.DECISION})
# Where a lawyer looked, or looks, at what the party said until then.
UNDER_REVIEW = frozenset({_S.LEGAL_REVIEW, _S.DECISION})
# A case that the police filed ends here, too: the court deals with the rest (局令4 第五十六条).
CLOSABLE = frozenset({_S.EXECUTION, _S.NO_PENALTY, _S.REFERRED})
# Where a served decision may be published, also after the case is over (处罚法 48).
PUBLISHABLE = frozenset({_S.EXECUTION, _S.NO_PENALTY, _S.CLOSED})
OPEN_HANDLING = frozenset({_S.HANDLING, _S.HANDLING_NOTICE, _S.HANDLING_DECISION})
# From where a case goes on in the other procedure: a penalty case only before its party was told of a penalty.
TO_PENALTY = frozenset({*OPEN_HANDLING, _S.HANDLING_EXECUTION})
TO_HANDLING = frozenset({_S.CLUE, _S.FILED, _S.INVESTIGATION})
TERMINAL = frozenset({_S.CLOSED, _S.NOT_FILED, _S.TERMINATED, _S.TRANSFERRED})
# Where a referral goes beside what is under way: a decision stands (310号 11), what is handled under
# the agreement is no penalty, and what is over stays as it ended.
BESIDE = frozenset({*OPEN_HANDLING, _S.HANDLING_EXECUTION, _S.EXECUTION, _S.NO_PENALTY, *TERMINAL})
# Where a suspected crime may be seen, and is then reported at once (310号 3, 5).
REFERABLE = frozenset({_S.CLUE, _S.FILED, *INVESTIGATING, _S.SUSPENDED, *BESIDE})
# What is possible at every stage of an investigation beside its own moves.
_ASIDE = frozenset({_S.TERMINATED, _S.REFERRED, _S.SUSPENDED, _S.TRANSFERRED})

MOVES: dict[Stage, frozenset[Stage]] = {
    # A small penalty on the spot leads straight to its execution (处罚法 51).
    _S.CLUE: frozenset(
        {_S.FILED, _S.NOT_FILED, _S.EXECUTION, _S.TRANSFERRED, _S.HANDLING, _S.REFERRED}
    ),
    _S.FILED: frozenset(
        {_S.INVESTIGATION, _S.TERMINATED, _S.TRANSFERRED, _S.HANDLING, _S.REFERRED}
    ),
    # Back to the agreement only before the party was told of a penalty; on to the review without a
    # notice where nobody is to be punished.
    # Straight to what the party says where nobody is to be punished, and money is to come back.
    _S.INVESTIGATION: frozenset({_S.NOTICE, _S.DEFENCE, _S.LEGAL_REVIEW, _S.HANDLING, *_ASIDE}),
    _S.NOTICE: frozenset({_S.DEFENCE, _S.HEARING, _S.INVESTIGATION, *_ASIDE}),
    _S.DEFENCE: frozenset({_S.HEARING, _S.LEGAL_REVIEW, _S.INVESTIGATION, *_ASIDE}),
    # Back where the party gave the hearing up: what it states is still heard.
    _S.HEARING: frozenset({_S.LEGAL_REVIEW, _S.NOTICE, _S.DEFENCE, _S.INVESTIGATION, *_ASIDE}),
    # Back where the party speaks, or asked for a hearing in time, before the decision (处罚法 45, 64).
    _S.LEGAL_REVIEW: frozenset({_S.DECISION, _S.DEFENCE, _S.HEARING, _S.INVESTIGATION, *_ASIDE}),
    _S.DECISION: frozenset(
        {_S.EXECUTION, _S.NO_PENALTY, _S.DEFENCE, _S.HEARING, _S.INVESTIGATION, *_ASIDE}
    ),
    # Back where a decision was annulled and is to be made anew (处罚法 75; 行政诉讼法 70).
    _S.EXECUTION: frozenset({_S.CLOSED, _S.INVESTIGATION}),
    _S.NO_PENALTY: frozenset({_S.CLOSED, _S.INVESTIGATION}),
    # A referral ends the rest: the crime waits for nothing.
    _S.SUSPENDED: INVESTIGATING | {_S.REFERRED},
    # Back to where it was, or closed when a court has dealt with all of it.
    _S.REFERRED: INVESTIGATING | {_S.CLUE, _S.FILED, _S.CLOSED},
    _S.HANDLING: frozenset({_S.HANDLING_NOTICE, _S.CLUE}),
    # Back where evidence was ruled out on which what was told rests.
    _S.HANDLING_NOTICE: frozenset({_S.HANDLING_DECISION, _S.HANDLING, _S.CLUE}),
    _S.HANDLING_DECISION: frozenset({_S.HANDLING_EXECUTION, _S.HANDLING, _S.CLUE, _S.CLOSED}),
    _S.HANDLING_EXECUTION: frozenset({_S.CLOSED, _S.CLUE}),
    # Its decision fell and is made anew; or a payment did not come, and it is carried out again.
    _S.CLOSED: frozenset({_S.INVESTIGATION, _S.EXECUTION, _S.NO_PENALTY, _S.HANDLING_EXECUTION}),
    _S.NOT_FILED: frozenset(),
    _S.TERMINATED: frozenset(),
    # Where the other body returned it: on from where it was.
    _S.TRANSFERRED: frozenset({_S.CLUE, _S.FILED, *INVESTIGATING}),
}


def move(current: Stage, to: Stage, act: str, act_en: str) -> Stage:
    """Return `to` when the law allows the move, else refuse ILLEGAL_MOVE with both stages."""
    if to not in MOVES[current]:
        zh, en = NAMES[current]
        raise refuse("ILLEGAL_MOVE", stage=zh, stage_en=en, act=act, act_en=act_en)
    return to
