import type { TableColumnsType } from 'antd';
import type { TFunction } from 'i18next';
import { Link } from 'react-router';
import type { FindingPartsFragment } from '../../gql/graphql';
import { day } from '../../ui/format';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';

export type Finding = FindingPartsFragment;

export const findingHref = (finding: Finding): string =>
  `/findings/${encodeURIComponent(finding.id)}`;

export function ResultTag({ finding, t }: { finding: Pick<Finding, 'result'>; t: TFunction }) {
  return (
    <StatusTag tone={finding.result === 'CLEAR' ? 'danger' : 'suspicion'}>
      {t(`findings.${finding.result}`)}
    </StatusTag>
  );
}

/** What a person has said about it, or that nobody has yet. */
export function StandingTag({ finding, t }: { finding: Finding; t: TFunction }) {
  if (finding.caseNos.length) return <StatusTag tone="active">{t('findings.inCase')}</StatusTag>;
  const verdict = finding.judgement?.verdict;
  if (verdict === 'CONFIRMED') return <StatusTag tone="done">{t('findings.confirmed')}</StatusTag>;
  if (verdict === 'REJECTED') return <StatusTag tone="stopped">{t('findings.rejected')}</StatusTag>;
  if (verdict === 'UNSURE') return <StatusTag tone="suspicion">{t('findings.unsure')}</StatusTag>;
  return <StatusTag>{t('findings.open')}</StatusTag>;
}

export function findingColumns(t: TFunction): TableColumnsType<Finding> {
  return [
    {
      title: t('findings.result'),
      width: 116,
      render: (_, row) => <ResultTag finding={row} t={t} />,
    },
    {
      title: t('findings.rule'),
      width: 150,
      render: (_, row) => <Link to={findingHref(row)}>{row.ruleName}</Link>,
    },
    { title: t('findings.institution'), width: 140, dataIndex: 'fixmedinsName', ellipsis: true },
    { title: t('findings.person'), width: 74, render: (_, row) => row.psnName ?? '—' },
    { title: t('findings.sentence'), width: 240, dataIndex: 'sentence', ellipsis: true },
    {
      title: t('findings.when'),
      width: 96,
      render: (_, row) => (row.firstTime ? day(row.firstTime) : '—'),
    },
    {
      title: t('findings.lines'),
      width: 56,
      align: 'right',
      render: (_, row) => row.lineCount || '—',
    },
    {
      title: t('findings.amount'),
      width: 112,
      align: 'right',
      render: (_, row) => <Money value={row.amount} />,
    },
    {
      title: t('findings.status'),
      width: 112,
      render: (_, row) => <StandingTag finding={row} t={t} />,
    },
  ];
}
