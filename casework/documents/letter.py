"""The letter of a referral (涉嫌犯罪案件移送书, 310号 第六条): which paper it is, and what it lacks.

It is a numbered paper of the case that bears the bureau's seal. Its signed scan leads the dossier, and
nothing is said instead of it. The head's decision is his signature on the 移送审批表 (第五条): nobody is
referred on less.
"""

from typing import Final

from casework.cases.state import CaseState
from casework.documents.catalogue import form_of
from casework.documents.lacking import NOT_ISSUED, NOT_SIGNED, Lacking
from casework.documents.state import Issued
from casework.refusal import Refusal, refuse

CRIME_LETTER: Final = "crime_transfer"
APPROVAL: Final = "referral_approval"


def letter_of(case: CaseState) -> Issued | None:
    """The newest letter that counts, issued since the head last decided on referral."""
    since = max(case.approved.get("ReferralDecided", ()), default=0)
    own = (one for one in reversed(case.forms) if one.form_id == CRIME_LETTER and not one.void)
    return next((one for one in own if one.seq >= since), None)


def letter_lacking(case: CaseState) -> Lacking | None:
    """What the letter of an approved referral lacks; None where it is there, or none is due."""
    if case.referral is None or not case.referral.approved:
        return None
    form, letter = form_of(CRIME_LETTER), letter_of(case)
    if letter is None:
        return Lacking(form.zh, form.en, NOT_ISSUED, "IssueForm")
    if letter.signed:
        return None
    return Lacking(
        f"{form.zh} {letter.number}", f"{form.en} {letter.number}", NOT_SIGNED, "SignForm"
    )


def approval_lacking(case: CaseState) -> Lacking | None:
    """What the head's approval of the referral lacks on paper; None where it is signed, or none is due.

    Issued after the decision; the only one may have been printed before it was entered, and signed by hand.
    """
    if case.referral is None or not case.referral.approved:
        return None
    told = sorted(case.approved.get("ReferralDecided", ()))
    since, form = told[-1] if told else 0, form_of(APPROVAL)
    own = [one for one in case.forms if one.form_id == APPROVAL and not one.void]
    own = [one for one in own if one.seq >= since or (one.signed and len(told) == 1)]
    if any(one.signed for one in own):
        return None
    return Lacking(
        form.zh, form.en, *((NOT_SIGNED, "SignForm") if own else (NOT_ISSUED, "IssueForm"))
    )


def before_police(case: CaseState) -> tuple[Lacking, ...]:
    """Papers that an approved referral lacks before it goes to the police, in their order."""
    if case.referral is None or case.referral.status != "approved":
        return ()
    return tuple(lack for lack in (approval_lacking(case), letter_lacking(case)) if lack)


def letter_waits(case: CaseState) -> Lacking | None:
    """The first of them; None once they are there."""
    return next(iter(before_police(case)), None)


def letter_refused(lack: Lacking) -> Refusal:
    """LETTER_MISSING: neither a dossier nor a referral goes without it."""
    zh, en = lack.said
    return refuse("LETTER_MISSING", letter=zh, letter_en=en)


def approval_signed(case: CaseState) -> None:
    """Refuses REFERRAL_UNSIGNED without the head's signature: what goes to the police he approved."""
    if lack := approval_lacking(case):
        zh, en = lack.said
        raise refuse("REFERRAL_UNSIGNED", form=zh, form_en=en)


def dossier_outdated(case: CaseState) -> bool:
    """Whether the dossier on record, which is not sent yet, holds another letter than the case's."""
    referral = case.referral
    if referral is None or referral.status != "approved" or not referral.dossier_sha256:
        return False
    letter = letter_of(case)
    held = (referral.dossier_letter, referral.dossier_scan)
    return letter is None or held != (letter.issue_id, letter.signed)


def referral_scans(case: CaseState) -> frozenset[str]:
    """Every scan that is, or was, one of a letter or an approval of referral: none is evidence of the facts."""
    ours = (CRIME_LETTER, APPROVAL)
    own = {one.issue_id: one.signed for one in case.forms if one.form_id in ours}
    former = {one.scan for one in case.replaced if one.issue_id in own}
    return frozenset({*own.values(), *former} - {""})
