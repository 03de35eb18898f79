import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import type { CaseFile } from './caseFile';
import { Deadlines, Standing } from './Deadlines';

/** Clocks, people and related objects beside the story. */
export function CaseRail({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const { party } = file.case;
  // Who is asked to withdraw, for as long as nobody has decided it: nothing is decided before.
  const asked = file.steps.filter((one) => one.kind === 'recusal' && one.isOpen);
  const focus = party ? `${party.kind === 'PERSON' ? 'Patient' : 'Institution'}:${party.key}` : '';
  return (
    <>
      <Panel title={t('cases.clocks')} extra={<NextDue file={file} />}>
        <Deadlines deadlines={file.deadlines} />
      </Panel>
      <Panel title={t('cases.people')}>
        <Facts
          rows={[
            [
              t('cases.officers'),
              file.case.officers.map((one) => one.name).join(t('ui.comma')) || '—',
            ],
            [
              t('cases.undeclared'),
              file.case.undeclared.length ? (
                <span key="u" className="suspicion">
                  {t('cases.notCompared', { names: file.case.undeclared.join(t('ui.comma')) })}
                </span>
              ) : null,
            ],
            [
              t('inspections.recusals'),
              asked.length ? (
                <span key="a" className="suspicion">
                  {asked.map((one) => one.text).join(t('ui.semicolon'))}
                </span>
              ) : null,
            ],
            [t('cases.openedBy'), file.case.openedBy],
            [t('cases.opened'), file.case.openedAt ? moment(file.case.openedAt) : null],
          ]}
        />
      </Panel>
      <Panel title={t('cases.facts')}>
        <p className="wrap" style={{ whiteSpace: 'pre-line' }}>
          {file.summary}
        </p>
        <Facts
          rows={[
            [
              t('cases.party'),
              party ? (
                <Link key="p" to={`/graph?focus=${encodeURIComponent(focus)}`}>
                  {party.name}
                </Link>
              ) : null,
            ],
            [t('cases.partyKind'), party?.soleTrader ? t('cases.soleTrader') : null],
            [
              t('cases.partyRepresentative'),
              [party?.representative, party?.representativeNo].filter(Boolean).join(' '),
            ],
            [t('cases.recovered'), <Money key="r" value={file.recovered} />],
            [
              t('cases.finesPaid'),
              file.case.path === 'ADMINISTRATIVE' || Number(file.finesPaid) ? (
                <Money key="f" value={file.finesPaid} />
              ) : null,
            ],
          ]}
        />
      </Panel>
      {file.ringIds.length + file.pictures.length + file.inspectionNos.length ? (
        <Panel title={t('cases.related')}>
          {file.inspectionNos.map((no) => (
            <div key={no}>
              <Link to={`/inspections/${encodeURIComponent(no)}`}>
                {t('cases.inspections')} {no}
              </Link>
            </div>
          ))}
          {file.ringIds.map((id) => (
            <div key={id}>
              <Link to={`/rings/${encodeURIComponent(id)}`}>
                {t('cases.rings')} {id}
              </Link>
            </div>
          ))}
          {file.pictures.map((one) => (
            <div key={one.pictureId}>
              <Link
                to={`/graph?case=${encodeURIComponent(file.case.caseNo)}&picture=${one.pictureId}`}
              >
                {t('cases.pictures')} {one.title}
              </Link>{' '}
              <span className="muted">
                {one.by} {moment(one.at)}
              </span>
            </div>
          ))}
        </Panel>
      ) : null}
    </>
  );
}

/** The deadline that falls first, counted as its own row counts: in working days where the law does. */
function NextDue({ file }: { file: CaseFile }) {
  const next = file.deadlines.find((one) => one.isOpen && one.dueAt === file.case.nextDueAt);
  return next ? <Standing one={next} /> : null;
}
