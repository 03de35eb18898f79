import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day, moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import { Person } from '../people/Person';
import { BillLines } from './BillLines';
import { type Finding, ResultTag, StandingTag } from './columns';

/** What an inspector needs to judge: the sentence, who and where, and the lines it rests on. */
export function FindingSummary({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <div className="stack wide">
      <div className="row wrapping">
        <ResultTag finding={finding} t={t} />
        <StandingTag finding={finding} t={t} />
        <strong>{finding.ruleName}</strong>
      </div>
      <p style={{ fontSize: 14, margin: 0 }} className="wrap">
        {finding.sentence}
      </p>
      <FindingFacts finding={finding} />
      <BillLines finding={finding} height={260} />
    </div>
  );
}

export function FindingFacts({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const inGraph = finding.psnNo
    ? `/graph?focus=${encodeURIComponent(`Patient:${finding.psnNo}`)}`
    : finding.fixmedinsCode
      ? `/graph?focus=${encodeURIComponent(`Institution:${finding.fixmedinsCode}`)}`
      : null;
  return (
    <Facts
      rows={[
        [t('findings.amount'), <Money key="a" value={finding.amount} />],
        [
          t('findings.institution'),
          finding.fixmedinsName
            ? t('ui.paren', { a: finding.fixmedinsName, b: finding.fixmedinsCode ?? '' })
            : null,
        ],
        [
          t('findings.patient'),
          finding.psnNo ? (
            <Person
              key="p"
              id={`Patient:${finding.psnNo}`}
              name={finding.psnName ?? null}
              code={finding.psnNo}
            />
          ) : null,
        ],
        [
          t('findings.doctor'),
          finding.pracPsnCode
            ? t('ui.paren', { a: finding.pracPsnName ?? '', b: finding.pracPsnCode })
            : null,
        ],
        [
          t('findings.when'),
          finding.firstTime
            ? `${day(finding.firstTime)}${finding.lastTime && day(finding.lastTime) !== day(finding.firstTime) ? ` – ${day(finding.lastTime)}` : ''}`
            : null,
        ],
        [t('findings.visits'), finding.mdtrtIds.slice(0, 6).join(' ')],
        [
          t('findings.rule'),
          `${finding.ruleName} · ${t('findings.ruleVersion', { version: finding.ruleVersion })}`,
        ],
        [t('findings.law'), finding.legalBasis.map((one) => one.citation).join(t('ui.semicolon'))],
        [t('findings.firstSeen'), finding.firstSeenAt ? moment(finding.firstSeenAt) : null],
        [
          t('findings.judgement'),
          finding.judgement
            ? `${finding.judgement.reason} ${t('findings.by', { by: finding.judgement.by, at: moment(finding.judgement.at) })}`
            : null,
        ],
        [
          t('findings.cases'),
          finding.caseNos.length
            ? finding.caseNos.map((no) => (
                <Link
                  key={no}
                  to={`/cases/${encodeURIComponent(no)}`}
                  style={{ marginInlineEnd: 8 }}
                >
                  {no}
                </Link>
              ))
            : null,
        ],
        [
          '',
          inGraph ? (
            <Link key="g" to={inGraph}>
              {t('findings.inGraph')}
            </Link>
          ) : null,
        ],
      ]}
    />
  );
}
