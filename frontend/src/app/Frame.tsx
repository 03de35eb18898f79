import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { EmptyState } from '../ui/EmptyState';
import { useFocusReturn } from '../ui/useFocusReturn';
import { Closed } from './Closed';
import { ObjectNameProvider } from './Crumbs';
import { ErrorBoundary } from './ErrorBoundary';
import { JobsProvider } from './jobs';
import { LiveUpdates } from './LiveUpdates';
import { OfflineBar } from './OfflineBar';
import { isClosed } from './pages';
import { Rail } from './Rail';
import { useSession } from './session';
import { Shortcuts } from './shortcuts/Shortcuts';
import { TopBar } from './TopBar';

/** Rail, top bar and the page; only for signed-in people with a password of their own. */
export function Frame() {
  const { t } = useTranslation();
  const { me, mustChangePassword } = useSession();
  const location = useLocation();
  useFocusReturn();
  const [folded, setFolded] = useState(() => window.innerWidth < 1100);
  if (!me) {
    const next = location.pathname + location.search;
    return <Navigate to={`/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (mustChangePassword) return <Navigate to="/change-password" replace />;
  return (
    <JobsProvider>
      <ObjectNameProvider>
        <div className="frame" data-folded={folded}>
          <a className="skip" href="#content">
            {t('frame.skip')}
          </a>
          <Rail person={me} folded={folded} onFold={setFolded} />
          <div className="frame-main">
            <TopBar />
            <OfflineBar />
            <main id="content" tabIndex={-1}>
              <ErrorBoundary key={location.pathname}>
                <Suspense fallback={<EmptyState what={t('ui.loading')} />}>
                  {isClosed(me.pages, location.pathname) ? <Closed /> : <Outlet />}
                </Suspense>
              </ErrorBoundary>
            </main>
          </div>
          <LiveUpdates />
          <Shortcuts />
        </div>
      </ObjectNameProvider>
    </JobsProvider>
  );
}
