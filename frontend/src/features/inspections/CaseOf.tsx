import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../app/session';
import type { InspectionFileQuery } from '../../gql/graphql';
import { type Beforehand, RegisterLead } from '../cases/RegisterLead';

type Inspection = NonNullable<InspectionFileQuery['inspectionFile']>;

/** The case that followed; before there is one, whoever may registers its lead from what was found. */
export function CaseOf({ file }: { file: Inspection }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = useMe();
  const [registering, setRegistering] = useState(false);
  if (file.caseNo)
    return <Link to={`/cases/${encodeURIComponent(file.caseNo)}`}>{file.caseNo}</Link>;
  const may = roles.includes('INSPECTOR') || roles.includes('AGENCY_OFFICER');
  if (!may || file.stage === 'cancelled' || !file.papers.length) return '—';
  return (
    <>
      <Button size="small" onClick={() => setRegistering(true)}>
        {t('inspections.register')}
      </Button>
      {file.followers.length ? (
        <div className="suspicion">
          {t('inspections.followers', {
            cases: file.followers.map((one) => `${one.caseNo} ${one.title}`).join(t('ui.comma')),
          })}
        </div>
      ) : null}
      <div className="muted">{t('inspections.registerHelp')}</div>
      {registering ? (
        <RegisterLead
          from={found(file)}
          onClose={() => setRegistering(false)}
          onDone={(caseNo) => navigate(`/cases/${encodeURIComponent(caseNo)}`)}
        />
      ) : null}
    </>
  );
}

/** What the inspection knows of the lead; the days of the conduct are for a person to say. */
function found(file: Inspection): Beforehand {
  return {
    of: file.inspectionNo,
    values: {
      title: file.title,
      source: 'INSPECTION',
      kind: file.party.kind,
      key: file.party.key,
      name: file.party.name,
      summary: file.papers.map((one) => `${one.problem} ${one.facts}`).join('\n'),
    },
  };
}
