import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useQuery, useSubscription } from 'urql';
import type { JobPartsFragment } from '../gql/graphql';
import type { JobState, JobView } from '../ui/JobProgress';
import { announce } from './live';
import { CancelJob, JobProgressSubscription, RecentJobs } from './operations';
import { mayFollowJobs } from './pages';
import { usePhase } from './phases/usePhase';
import { useMe } from './session';

interface Jobs {
  list: readonly JobPartsFragment[];
  cancel: (id: string) => void;
  reload: () => void;
}

const JobsContext = createContext<Jobs>({ list: [], cancel: () => {}, reload: () => {} });
export const useJobs = (): Jobs => useContext(JobsContext);

/** The one place that listens to job progress; pages and the tray read from it. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const { i18n } = useTranslation();
  const [live, setLive] = useState<Record<string, JobPartsFragment>>({});
  // To people outside the bureau and its administration jobs do not exist: do not even ask.
  const pause = !mayFollowJobs(useMe().roles);
  const [{ data }, reload] = useQuery({ query: RecentJobs, pause });
  const [{ data: moved }] = useSubscription({ query: JobProgressSubscription, pause });
  useEffect(() => {
    const job = moved?.jobProgress;
    if (!job) return;
    setLive((before) => ({ ...before, [job.id]: job }));
    if (job.finishedAt) announce(`job:${job.kind}`);
  }, [moved]);
  // Why a job failed is told in the language in which it was asked.
  const inNewLanguage = useEffectEvent(() => {
    setLive({});
    if (!pause) reload({ requestPolicy: 'network-only' });
  });
  useEffect(() => {
    i18n.on('languageChanged', inNewLanguage);
    return () => i18n.off('languageChanged', inNewLanguage);
  }, [i18n]);
  const list = useMemo(() => {
    const known = new Map((data?.jobs ?? []).map((job) => [job.id, job]));
    for (const job of Object.values(live)) known.set(job.id, job);
    return [...known.values()].sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1));
  }, [data, live]);
  const cancel = useCallback(
    (id: string) =>
      void client.mutation(CancelJob, { id }).then(() => reload({ requestPolicy: 'network-only' })),
    [client, reload],
  );
  const again = useCallback(() => reload({ requestPolicy: 'network-only' }), [reload]);
  const value = useMemo(() => ({ list, cancel, reload: again }), [list, cancel, again]);
  return <JobsContext.Provider value={value}>{children}</JobsContext.Provider>;
}

const STATES: readonly JobState[] = ['queued', 'running', 'done', 'failed', 'cancelled'];

export const isLive = (job: JobPartsFragment): boolean =>
  !job.finishedAt && ['queued', 'running'].includes(stateOf(job));

function stateOf(job: JobPartsFragment): JobState {
  const state = job.state.toLowerCase();
  if (STATES.includes(state as JobState)) return state as JobState;
  return job.finishedAt ? 'done' : 'running';
}

/** A job in the words of the desk. */
export function useJobView(): (job: JobPartsFragment) => JobView {
  const { t } = useTranslation();
  const phase = usePhase();
  return (job) => {
    const stage = job.phase ? phase(job.phase) : null;
    return {
      id: job.id,
      title: t(`frame.jobs.kinds.${job.kind}`),
      state: stateOf(job),
      phase: stage?.name ?? '',
      rows: stage?.rows ?? true,
      done: job.done,
      total: job.total ?? null,
      message: job.error ?? null,
    };
  };
}
