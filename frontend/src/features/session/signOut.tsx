import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { dropAllDrafts } from '../../acts/drafts';
import { useSession } from '../../app/session';
import { SignOut } from './operations';

/** Ends the session on the server and leaves nothing of the person on this machine. */
export function useSignOut(): () => Promise<void> {
  const client = useClient();
  const { refresh } = useSession();
  return async () => {
    await client.mutation(SignOut, {});
    dropAllDrafts();
    refresh();
  };
}

export function SignOutItem() {
  const { t } = useTranslation();
  return <span data-testid="sign-out">{t('frame.person.signOut')}</span>;
}
