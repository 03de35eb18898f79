import { createContext, useContext } from 'react';
import type { Role } from '../gql/graphql';

export interface Person {
  account: string;
  name: string;
  roles: readonly Role[];
  pracPsnCode: string | null;
  fixmedinsCode: string | null;
  /** Names of the pages that the server opens to this person. */
  pages: readonly string[];
}

export interface SessionState {
  me: Person | null;
  mustChangePassword: boolean;
  bureauName: string;
  /** Whether this window was signed out because its person signed in somewhere else. */
  endedElsewhere: boolean;
  /** Asks the server again who is signed in: after sign-in, sign-out and password change. */
  refresh: () => void;
}

export const SessionContext = createContext<SessionState | null>(null);

export function useSession(): SessionState {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** The signed-in person; only for pages inside the frame. */
export function useMe(): Person {
  const { me } = useSession();
  if (!me) throw new Error('useMe without a signed-in person');
  return me;
}

/** Whether the person holds one of the roles. The server decides; this only hides what is useless. */
export const holds = (person: Person, ...roles: Role[]): boolean =>
  roles.some((role) => person.roles.includes(role));
