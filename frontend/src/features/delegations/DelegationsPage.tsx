import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext, namedColleague } from '../../acts/choices';
import { useObject } from '../../api/useObject';
import { holds, useMe } from '../../app/session';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { ColleaguesQuery } from '../cases/operations';
import { Absences } from './Absences';
import { declareTies, delegationActs, tiesByCode } from './acts';
import { Delegations, Letters } from './Lists';
import { MandatesQuery } from './operations';
import type { Open } from './register';

const STREAMS = ['mandates:'];
const NOTHING = {};
const ABSENCES = ['away', 'awayOther'] as const;

/** Whose signature somebody gives while he is away, and in whose name the centre acts. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const found = useObject(
    MandatesQuery,
    NOTHING,
    (data) => data.mandates,
    t('delegations.title'),
    STREAMS,
  );
  const [colleagues] = useQuery({ query: ColleaguesQuery });
  const [open, setOpen] = useState<Open | null>(null);
  const register = found.value;
  const choices = {
    people: (colleagues.data?.colleagues ?? [])
      .filter((one) => one.account !== me.account)
      .map(namedColleague),
    lists: {
      // Who may sign any of it; what one act asks of its receiver the server says.
      receivers: (colleagues.data?.colleagues ?? [])
        .filter((one) => one.account !== me.account)
        .filter((one) =>
          register?.mine.some((act) => act.to.some((role) => one.roles.includes(role))),
        )
        .map(namedColleague),
      acts: (register?.mine ?? []).map((one) => ({ value: one.act, label: one.title })),
    },
  };
  return (
    <ChoicesContext.Provider value={choices}>
      <ObjectPage
        title={t('delegations.title')}
        loading={found.loading}
        trouble={found.trouble}
        onRetry={found.reload}
        action={
          <>
            <Button
              onClick={() =>
                setOpen({
                  spec: holds(me, 'PARTY_SECRETARY') ? tiesByCode : declareTies,
                  title: t('delegations.ties'),
                  fixed: { login: me.account },
                  word: me.account,
                })
              }
            >
              {t('delegations.ties')}
            </Button>
            {ABSENCES.filter((kind) => kind === 'away' || register?.mayRecordOthers).map((kind) => (
              <Button
                key={kind}
                onClick={() =>
                  setOpen({
                    spec: delegationActs[kind],
                    title: t(`delegations.${kind}`),
                    fixed: {},
                    word: t('delegations.absences'),
                  })
                }
              >
                {t(`delegations.${kind}`)}
              </Button>
            ))}
            {holds(me, 'HEAD') ? (
              <Button
                onClick={() =>
                  setOpen({
                    spec: delegationActs.entrust,
                    title: t('delegations.entrust'),
                    fixed: {},
                    word: t('delegations.word'),
                  })
                }
              >
                {t('delegations.entrust')}
              </Button>
            ) : null}
            {register?.mine.length ? (
              <Button
                type="primary"
                onClick={() =>
                  setOpen({
                    spec: delegationActs.give,
                    title: t('delegations.give'),
                    fixed: {},
                    word: t('delegations.word'),
                  })
                }
              >
                {t('delegations.give')}
              </Button>
            ) : null}
          </>
        }
        story={
          register ? (
            <>
              <Delegations register={register} onOpen={setOpen} />
              <Absences register={register} onOpen={setOpen} />
              <Letters register={register} onOpen={setOpen} onDone={found.reload} />
            </>
          ) : null
        }
        rail={
          <Panel title={t('delegations.never')}>
            {(register?.never ?? []).map((one) => (
              <div key={one.title} style={{ padding: '4px 0' }}>
                <strong>{one.title}</strong>
                <div className="muted wrap">{one.basis}</div>
              </div>
            ))}
            <p className="muted wrap">{t('delegations.hint')}</p>
          </Panel>
        }
      />
      {open ? (
        <ActDialog
          spec={open.spec}
          title={open.title}
          fixed={open.fixed}
          version={null}
          word={open.word}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            found.reload();
          }}
        />
      ) : null}
    </ChoicesContext.Provider>
  );
}
