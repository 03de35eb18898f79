"""Every act there is, by its command."""

from dataclasses import replace

from casework.accounts import look, manage
from casework.acts import ENTRUSTED, Act
from casework.agreement import convert, defend, handle, perform
from casework.agreement import execute as carry_out
from casework.batches import change, draw
from casework.cases import (
    announce,
    approval,
    assign,
    assist,
    attach,
    cite,
    close,
    collect,
    conduct,
    correct,
    corrected,
    decide,
    deliver,
    discuss,
    exclude,
    execute,
    file,
    hear,
    hold,
    investigate,
    jurisdiction,
    legal,
    notify,
    open,
    party,
    periods,
    posting,
    propose,
    publish,
    receipt,
    recuse,
    remedy,
    send_back,
    spot,
    submit,
    suspend,
    ties,
    transfer,
    work,
    worksheet,
)
from casework.clocks import beat
from casework.commands.base import Command
from casework.courses import appeal, exam, importing, lesson, overdue
from casework.custody import dossiers, keep, restate, unrecorded
from casework.delegation import absence, delegate, entrust
from casework.documents import issue, template
from casework.inspection import hands, inspect, papers, unannounced
from casework.inspection import submit as paper_reply
from casework.interview import question, visit
from casework.interview import sets as question_sets
from casework.judgements import judge
from casework.keys import manage as keys
from casework.ledger import reverse, write_off
from casework.lines import judge as lines_judge
from casework.lines import listing, refunds, settled
from casework.measures import act as measures
from casework.measures import corrected as measure_corrected
from casework.measures import serve as measure_service
from casework.measures import signed as measure_papers
from casework.messages import talk
from casework.points import leave, object, record, repair, review, setting, signed
from casework.referral import answer, appoint, dispute, hand_over, refer, threshold
from casework.restoration import apply, approve, halt, impede, recusal, revoke
from casework.restoration import papers as restoration_papers
from casework.restoration import remedy as restoration_remedy
from casework.restoration import serve as restoration_serve
from casework.restoration import suspend as revocation_stop
from casework.volumes import bind as volumes
from casework.volumes import hold as volume_rounds

_PENALTY: tuple[Act, ...] = (
    assign.ACT,
    *file.ACTS,
    *approval.ACTS,
    *close.ACTS,
    *investigate.ACTS,
    *attach.ACTS,
    *cite.ACTS,
    *exclude.ACTS,
    *work.ACTS,
    *question.ACTS,
    *visit.ACTS,
    *listing.ACTS,
    lines_judge.ACT,
    refunds.RELEASE,
    conduct.ACT,
    party.ACT,
    worksheet.ACT,
    *write_off.ACTS,
    reverse.ACT,
    *propose.ACTS,
    *notify.ACTS,
    send_back.ACT,
    *hear.ACTS,
    deliver.ACT,
    *correct.ACTS,
    *legal.ACTS,
    discuss.ACT,
    *decide.ACTS,
    *execute.ACTS,
    *periods.ACTS,
    *hold.ACTS,
    *assist.ACTS,
    *recuse.ACTS,
    *ties.ACTS,
    *jurisdiction.ACTS,
    *suspend.ACTS,
    *transfer.ACTS,
    *spot.ACTS,
    *collect.ACTS,
    *remedy.ACTS,
    *publish.ACTS,
)
_CASE: tuple[Act, ...] = (
    open.ACT,
    # In the bureau's name: where it has a centre, under its letter of entrustment.
    *(replace(act, tags=act.tags | {ENTRUSTED}) for act in _PENALTY),
    receipt.ACT,
    corrected.ACT,
    posting.ACT,
    *handle.ACTS,
    *submit.ACTS,
    defend.ACT,
    *carry_out.ACTS,
    perform.ACT,
    *convert.ACTS,
    threshold.ACT,
    appoint.ACT,
    *refer.ACTS,
    *answer.ACTS,
    *hand_over.ACTS,
    *dispute.ACTS,
    *issue.ACTS,
    volumes.ACT,
    announce.ACT,
)
#: Whoever had to withdraw from a case does none of its acts.
CASE_ACTS: tuple[Act, ...] = tuple(
    replace(act, guards=(recuse.not_withdrawn, *act.guards)) for act in _CASE
)
POINTS_ACTS: tuple[Act, ...] = (
    *record.ACTS,
    *object.ACTS,
    *review.ACTS,
    *repair.ACTS,
    *leave.ACTS,
    *apply.ACTS,
    *approve.ACTS,
    *recusal.ACTS,
    *revoke.ACTS,
    *restoration_papers.ACTS,
    *restoration_serve.ACTS,
    *restoration_remedy.ACTS,
    *revocation_stop.ACTS,
    *halt.ACTS,
    *impede.ACTS,
    *signed.ACTS,
)
STUDY_ACTS: tuple[Act, ...] = (*importing.ACTS, *lesson.ACTS, *exam.ACTS, *appeal.ACTS, overdue.ACT)
INSPECTION_ACTS: tuple[Act, ...] = (
    *inspect.ACTS,
    *papers.ACTS,
    *paper_reply.ACTS,
    *hands.ACTS,
    *unannounced.ACTS,
)
MESSAGE_ACTS: tuple[Act, ...] = talk.ACTS
OTHER_ACTS: tuple[Act, ...] = (
    draw.ACT,
    *change.ACTS,
    beat.ACT,
    *setting.ACTS,
    signed.PARAMETER,
    question_sets.ACT,
    template.ACT,
    *keep.ACTS,
    restate.ACT,
    dossiers.ACT,
    unrecorded.ACT,
    *volume_rounds.ACTS,
    *manage.ACTS,
    *look.ACTS,
    *judge.ACTS,
    refunds.IMPORT,
    refunds.WITHDRAW,
    settled.ACT,
    *measures.ACTS,
    *measure_service.ACTS,
    *measure_corrected.ACTS,
    *measure_papers.ACTS,
    *absence.ACTS,
    *delegate.ACTS,
    *entrust.ACTS,
    *keys.ACTS,
)
ACTS: dict[type[Command], Act] = {
    act.command: act
    for act in (*CASE_ACTS, *POINTS_ACTS, *STUDY_ACTS, *INSPECTION_ACTS, *MESSAGE_ACTS, *OTHER_ACTS)
}
