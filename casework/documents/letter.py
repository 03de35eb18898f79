"""The letter of a referral (涉嫌犯罪案件移送书, 310号 第六条): which paper it is, and what it lacks.

It is a numbered paper of the case that bears the bureau's seal. Its signed scan leads the dossier, and
nothing is said instead of it.
"""

from typing import Final

from casework.cases.state import CaseState
from casework.documents.catalogue import form_of
from casework.documents.lacking import NOT_ISSUED, NOT_SIGNED, Lacking
from casework.documents.state import Issued
from casework.refusal import Refusal, refuse

CRIME_LETTER: Final = "crime_transfer"


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


def letter_waits(case: CaseState) -> Lacking | None:
    """What the letter lacks before the case goes to the police; nothing once it is there."""
    approved = case.referral is not None and case.referral.status == "approved"
    return letter_lacking(case) if approved else None


def letter_refused(lack: Lacking) -> Refusal:
    """LETTER_MISSING: neither a dossier nor a referral goes without it."""
    zh, en = lack.said
    return refuse("LETTER_MISSING", letter=zh, letter_en=en)


def dossier_outdated(case: CaseState) -> bool:
    """Whether the dossier on record, which is not sent yet, holds another letter than the case's."""
    referral = case.referral
    if referral is None or referral.status != "approved" or not referral.dossier_sha256:
        return False
    letter = letter_of(case)
    held = (referral.dossier_letter, referral.dossier_scan)
    return letter is None or held != (letter.issue_id, letter.signed)


def letter_scans(case: CaseState) -> frozenset[str]:
    """Every scan that is, or was, one of a letter of referral: none of them is evidence of the facts."""
    own = {one.issue_id: one.signed for one in case.forms if one.form_id == CRIME_LETTER}
    former = {one.scan for one in case.replaced if one.issue_id in own}
    return frozenset({*own.values(), *former} - {""})
