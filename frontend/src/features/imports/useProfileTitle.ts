import { useQuery } from 'urql';
import { ProfilesQuery } from './operations';

/** What a profile is called; its file's name where it is no longer there. */
export function useProfileTitle(): (name: string) => string {
  const [{ data }] = useQuery({ query: ProfilesQuery });
  return (name) => data?.importProfiles.find((one) => one.name === name)?.title ?? name;
}
