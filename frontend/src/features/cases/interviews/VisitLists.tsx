import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../../acts/ActDialog';
import { PurposeDownload } from '../../../api/PurposeDownload';
import type { CaseInterviewsQuery as Answer } from '../../../gql/graphql';
import { moment, money } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { StatusTag, type Tone } from '../../../ui/StatusTag';
import { caseActs } from '../acts';
import type { CaseFile } from '../caseFile';
import { ScanLink } from '../ScanUpload';
import { visitRecordAttach, visitRefusal } from './acts';
import { RecordDialog } from './RecordDialog';

type List = NonNullable<Answer['caseInterviews']>['visitLists'][number];
type Person = List['people'][number];

interface Props {
  file: CaseFile;
  lists: readonly List[];
  onDone: () => void;
}

/** How many visits of a person stand in the table at once. */
const SHOWN = 3;

/** Who was not at home, or would not speak, may be visited again. */
const AGAIN = new Set(['absent', 'declines']);

/** Only who spoke is done with. */
const outcomeTone = (outcome: string): Tone =>
  AGAIN.has(outcome) ? 'suspicion' : outcome === 'denies' ? 'danger' : 'done';

/** Whether his signed record is there and whole, so that another takes its place with a reason alone. */
const standsFor = (person: Person) => Boolean(person.evidenceId) && !person.recordLost;

/** In one line: its days, institution, kind and cost; the number for who looks it up. */
const saidOf = (one: Person['asked'][number]) => {
  const days = one.begins === one.ends ? one.begins : `${one.begins} – ${one.ends}`;
  return `${days} ${one.place} ${one.kind} ${money(one.amount)}`;
};

/** The visits to confirm, three at once and all of them on the mouse; a list of before has their numbers. */
function Asked({ person }: { person: Person }) {
  const { t } = useTranslation();
  const rows = person.asked.length ? person.asked.map(saidOf) : [...person.bills];
  const ids = person.asked.map((one) => `${saidOf(one)} ${one.visit}`);
  return (
    <div title={(ids.length ? ids : rows).join('\n')}>
      {rows.slice(0, SHOWN).map((row) => (
        <div key={row}>{row}</div>
      ))}
      {person.of > Math.min(rows.length, SHOWN) ? (
        <span className="muted">{t('interviews.askedOf', { n: rows.length, of: person.of })}</span>
      ) : null}
    </div>
  );
}

/** Lists of home visits by place, weakest ties first; each answer comes back beside its person. */
export function VisitLists({ file, lists, onDone }: Props) {
  const { t } = useTranslation();
  const [visiting, setVisiting] = useState<{ list: List; person: Person } | null>(null);
  const [printing, setPrinting] = useState<{ address: string; asked?: object } | null>(null);
  const [signing, setSigning] = useState<{ list: List; person: Person } | null>(null);
  const [refusing, setRefusing] = useState<{ list: List; person: Person } | null>(null);
  const spec = caseActs.find((one) => one.act === 'caseHomeVisitRecord');
  const may = file.nextActions.some((one) => one.act === 'caseHomeVisitRecord');
  const maySign = file.nextActions.some((one) => one.act === 'caseVisitRecordAttach');
  const paperOf = (list: List) =>
    `/export/home-visits/${encodeURIComponent(file.case.caseNo)}/${list.listId}.pdf`;
  return (
    <>
      {lists.map((list) => (
        <Panel
          key={list.listId}
          title={`${t('interviews.visits')} ${list.listId}`}
          flush
          extra={
            <>
              <span className="muted">
                {list.purpose} · {list.by} {moment(list.at)}
              </span>
              <Button
                size="small"
                icon={<FilePdfOutlined />}
                onClick={() => setPrinting({ address: paperOf(list) })}
              >
                {t('interviews.printList')}
              </Button>
            </>
          }
        >
          <Table
            size="small"
            rowKey="psnNo"
            pagination={list.people.length > 50 ? { pageSize: 50 } : false}
            dataSource={[...list.people]}
            expandable={{
              rowExpandable: (one) => one.answers.length > 0 || one.earlier.length > 0,
              defaultExpandedRowKeys: list.people.map((one) => one.psnNo),
              expandedRowRender: (one) => (
                <Said
                  person={one}
                  {...(maySign
                    ? {
                        onSign: () => setSigning({ list, person: one }),
                        onRefuse: () => setRefusing({ list, person: one }),
                      }
                    : {})}
                  onPrint={() =>
                    setPrinting({ address: paperOf(list), asked: { psnNo: one.psnNo } })
                  }
                />
              ),
            }}
            columns={[
              { title: t('interviews.township'), dataIndex: 'township', width: 100 },
              { title: t('interviews.village'), dataIndex: 'village', width: 120 },
              { title: t('interviews.who'), dataIndex: 'who', width: 90 },
              { title: t('interviews.tie'), dataIndex: 'tie', width: 90, align: 'right' },
              {
                title: t('interviews.bills'),
                render: (_, one) => <Asked person={one} />,
              },
              {
                title: t('interviews.outcome'),
                width: 230,
                render: (_, one) =>
                  one.outcome ? (
                    <>
                      <StatusTag tone={outcomeTone(one.outcome)}>
                        {t(`interviews.outcomes.${one.outcome as 'denies'}`)}
                      </StatusTag>{' '}
                      <span className="muted" style={{ whiteSpace: 'nowrap' }}>
                        {one.visitedOn}
                      </span>
                      {one.remarks ? <div className="muted wrap">{one.remarks}</div> : null}
                      {may && AGAIN.has(one.outcome) ? (
                        <div>
                          <Button
                            size="small"
                            aria-label={`${t('interviews.visitAgain')} ${one.who}`}
                            onClick={() => setVisiting({ list, person: one })}
                          >
                            {t('interviews.visitAgain')}
                          </Button>
                        </div>
                      ) : null}
                    </>
                  ) : may ? (
                    <Button size="small" onClick={() => setVisiting({ list, person: one })}>
                      {t('interviews.recordVisit')}
                    </Button>
                  ) : (
                    '—'
                  ),
              },
            ]}
          />
        </Panel>
      ))}
      {printing ? <PurposeDownload {...printing} onClose={() => setPrinting(null)} /> : null}
      {signing ? (
        <RecordDialog
          caseNo={file.case.caseNo}
          spec={visitRecordAttach}
          fixed={{ visitList: signing.list.listId, psnNo: signing.person.psnNo }}
          title={
            standsFor(signing.person)
              ? t('cases.forms.replaceOf', { title: signing.person.who })
              : t('interviews.attachSignedOf', { who: signing.person.who })
          }
          action={t(standsFor(signing.person) ? 'cases.forms.replace' : 'interviews.attachSigned')}
          why={standsFor(signing.person) ? t('cases.forms.replaceWhy') : undefined}
          proves={t('interviews.signedProves', {
            who: signing.person.who,
            on: signing.person.visitedOn ?? '',
          })}
          // A party speaks as the party; everybody else is a witness (处罚法 46).
          kind={file.case.party?.key === signing.person.psnNo ? 'PARTY_STATEMENT' : 'TESTIMONY'}
          onClose={() => setSigning(null)}
          onDone={() => {
            setSigning(null);
            onDone();
          }}
        />
      ) : null}
      {refusing ? (
        <ActDialog
          spec={visitRefusal}
          title={t('interviews.refusedOf', { who: refusing.person.who })}
          fixed={{
            caseNo: file.case.caseNo,
            visitList: refusing.list.listId,
            psnNo: refusing.person.psnNo,
            how: 'REFUSED_TO_SIGN',
          }}
          version={file.case.version}
          word={file.case.caseNo}
          onStale={onDone}
          onClose={() => setRefusing(null)}
          onDone={() => {
            setRefusing(null);
            onDone();
          }}
        />
      ) : null}
      {visiting && spec ? (
        <ActDialog
          spec={spec}
          title={`${t(visiting.person.outcome ? 'interviews.visitAgain' : 'interviews.recordVisit')} ${visiting.person.who}`}
          fixed={{
            caseNo: file.case.caseNo,
            visitList: visiting.list.listId,
            psnNo: visiting.person.psnNo,
          }}
          defaults={{
            answers: visiting.list.questions.map((question) => ({ question, answer: '' })),
          }}
          version={file.case.version}
          word={file.case.caseNo}
          onStale={onDone}
          onClose={() => setVisiting(null)}
          onDone={() => {
            setVisiting(null);
            onDone();
          }}
        />
      ) : null}
    </>
  );
}

/** What somebody said at home, question by question, and the record that he signed. */
function Said({
  person,
  onPrint,
  onSign,
  onRefuse,
}: {
  person: Person;
  onPrint: () => void;
  onSign?: () => void;
  onRefuse?: () => void;
}) {
  const { t } = useTranslation();
  const { answers, evidenceId } = person;
  return (
    <div className="stack">
      <Answered answers={answers} />
      {person.earlier.length ? <Earlier visits={person.earlier} /> : null}
      {/* Who said nothing has no record to sign. */}
      <div className="row" hidden={!answers.length}>
        <Button size="small" icon={<FilePdfOutlined />} onClick={onPrint}>
          {t('interviews.printVisit')}
        </Button>
        {evidenceId ? <ScanLink scan={evidenceId} name={t('interviews.signedRecord')} /> : null}
        {onSign ? (
          <Button
            size="small"
            aria-label={`${t(standsFor(person) ? 'cases.forms.replace' : 'interviews.attachSigned')} ${person.who}`}
            onClick={onSign}
          >
            {t(standsFor(person) ? 'cases.forms.replace' : 'interviews.attachSigned')}
          </Button>
        ) : null}
        {onRefuse && !evidenceId && !person.refusedBefore ? (
          <Button
            size="small"
            aria-label={`${t('interviews.refuse')} ${person.who}`}
            onClick={onRefuse}
          >
            {t('interviews.refuse')}
          </Button>
        ) : null}
        {person.refusedBefore ? (
          <span className="muted">
            {t('interviews.refusedBefore', { witness: person.refusedBefore })}
          </span>
        ) : null}
      </div>
    </div>
  );
}

function Answered({ answers }: { answers: Person['answers'] }) {
  const { t } = useTranslation();
  return (
    <dl className="stack" style={{ margin: 0 }}>
      {answers.map((one) => (
        <div key={one.question}>
          <dt className="muted">{t('interviews.q', { text: one.question })}</dt>
          <dd style={{ margin: 0 }}>{t('interviews.a', { text: one.answer })}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The visits before the last one, newest first. */
function Earlier({ visits }: { visits: Person['earlier'] }) {
  const { t } = useTranslation();
  return (
    <section className="stack" style={{ gap: 4 }} aria-label={t('interviews.earlier')}>
      <strong>{t('interviews.earlier')}</strong>
      {visits.map((visit, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded never changes its place
        <div key={`${visit.visitedOn}.${at}`}>
          <span>{visit.visitedOn}</span>{' '}
          <strong>{t(`interviews.outcomes.${visit.outcome as 'denies'}`)}</strong>{' '}
          <span className="muted">{visit.officers.join(t('ui.comma'))}</span>
          {visit.remarks ? <div className="muted wrap">{visit.remarks}</div> : null}
          <Answered answers={visit.answers} />
        </div>
      ))}
    </section>
  );
}
