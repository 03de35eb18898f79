import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { useSession } from '../../app/session';
import { dropOwn } from '../../ui/kept';
import { SignOut } from './operations';

/** Ends the session on the server and leaves nothing of the person on this machine. */
export function useSignOut(): () => Promise<void> {
  const client = useClient();
  const { refresh } = useSession();
  return async () => {
    await client.mutation(SignOut, {});
    dropOwn();
    refresh();
  };
}

export function SignOutItem() {
  const { t } = useTranslation();
  return <span data-testid="sign-out">{t('frame.person.signOut')}</span>;
}
