import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { useObject } from '../../api/useObject';
import { ObjectPage } from '../../ui/ObjectPage';
import type { Approval } from '../points/ApprovalForms';
import { parameterApprove, parameterAttach, parameterPropose, parameterRefuse } from './acts';
import { FixedRules } from './FixedRules';
import { ParametersQuery } from './operations';
import { ParameterPanel } from './ParameterPanel';
import type { Parameter } from './parameter';

const STREAMS = ['bureau:'];
const NOTHING = {};

interface Doing {
  row: Parameter;
  what: 'propose' | 'approve' | 'refuse' | 'attach';
  form?: Approval | undefined;
}

/** The form of what is being done, and what it says beside the person's own fields. */
function formOf({ row, what, form }: Doing) {
  if (what === 'attach') {
    const first = form?.scan ? {} : { reason: '' };
    return { spec: parameterAttach, fixed: { proposalId: form?.about ?? '', ...first } };
  }
  if (what === 'propose') {
    return { spec: parameterPropose(row), fixed: { name: row.name } };
  }
  const fixed = { proposalId: row.waiting?.proposalId ?? '', approve: what === 'approve' };
  return { spec: what === 'approve' ? parameterApprove : parameterRefuse, fixed };
}

/** What the bureau sets for itself: value, since when, by which law, what came before. */
export function Component() {
  const { t } = useTranslation();
  const { value, loading, trouble, reload } = useObject(
    ParametersQuery,
    NOTHING,
    (data) => data.bureauParameters,
    t('parameters.title'),
    STREAMS,
  );
  const [doing, setDoing] = useState<Doing | null>(null);
  const choices = {
    table: doing?.row.columns.length
      ? { name: doing.row.name, columns: doing.row.columns }
      : undefined,
    lists: {
      parameterValues: (doing?.row.choices ?? []).map((one) => ({
        value: one.value,
        label: one.title,
      })),
    },
  };
  return (
    <ChoicesContext.Provider value={choices}>
      <ObjectPage
        title={t('parameters.title')}
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        facts={<span className="muted">{t('parameters.hint')}</span>}
        story={
          <div className="stack" style={{ gap: 12 }}>
            {(value?.rows ?? []).map((row) => (
              <ParameterPanel
                key={row.name}
                row={row}
                mayPropose={value?.mayPropose ?? false}
                mayAttach={value?.mayAttach ?? false}
                onDo={(what, form) => setDoing({ row, what, form })}
              />
            ))}
            {value ? <FixedRules rows={value.fixed} /> : null}
          </div>
        }
      />
      {doing && value ? (
        <ActDialog
          {...formOf(doing)}
          title={t(`parameters.${doing.what}Of`, { title: doing.row.title })}
          version={value.version}
          word={doing.row.title}
          onDone={() => {
            setDoing(null);
            reload();
          }}
          onClose={() => setDoing(null)}
        />
      ) : null}
    </ChoicesContext.Provider>
  );
}
