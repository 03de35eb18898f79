import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { useObject } from '../../api/useObject';
import type { BureauParametersQuery as Answer } from '../../gql/graphql';
import { ObjectPage } from '../../ui/ObjectPage';
import { parameterSet } from './acts';
import { ParametersQuery } from './operations';
import { ParameterPanel } from './ParameterPanel';

export type Parameter = Answer['bureauParameters']['rows'][number];
const STREAMS = ['bureau:'];
const NOTHING = {};

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
  const [setting, setSetting] = useState<Parameter | null>(null);
  const choices = {
    lists: {
      parameterValues: (setting?.choices ?? []).map((one) => ({
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
                onSet={value?.maySet ? () => setSetting(row) : undefined}
              />
            ))}
          </div>
        }
      />
      {setting && value ? (
        <ActDialog
          spec={parameterSet(setting.choices.length > 0)}
          title={t('parameters.setOf', { title: setting.title })}
          fixed={{ name: setting.name }}
          version={value.version}
          word={setting.title}
          onDone={() => {
            setSetting(null);
            reload();
          }}
          onClose={() => setSetting(null)}
        />
      ) : null}
    </ChoicesContext.Provider>
  );
}
