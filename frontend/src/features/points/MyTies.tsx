import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { useMe } from '../../app/session';
import { doctorsTies } from '../delegations/acts';

/** The doctor says who his near kin are: who of them would act on his application is known by it. */
export function MyTies() {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('delegations.ties')}</Button>
      {open ? (
        <ActDialog
          spec={doctorsTies}
          title={t('delegations.ties')}
          fixed={{ login: me.account }}
          version={null}
          word={me.account}
          onClose={close}
          onDone={close}
        />
      ) : null}
    </>
  );
}
