import { createBrowserRouter, Navigate, useRouteError } from 'react-router';
import { Crash } from './ErrorBoundary';
import { Frame } from './Frame';
import { NotFound } from './NotFound';
import { homeFor } from './pages';
import { useSession } from './session';

function Home() {
  const { me } = useSession();
  return <Navigate to={me ? homeFor(me.roles) : '/sign-in'} replace />;
}

function RouteCrash() {
  const error = useRouteError();
  return <Crash error={error instanceof Error ? error : new Error(String(error))} />;
}

/** Each page is a part of its own, fetched when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: () => import('../features/session/SignInPage'),
    ErrorBoundary: RouteCrash,
    HydrateFallback: () => null,
  },
  {
    path: '/change-password',
    lazy: () => import('../features/session/ChangePasswordPage'),
    ErrorBoundary: RouteCrash,
    HydrateFallback: () => null,
  },
  {
    path: '/',
    element: <Frame />,
    ErrorBoundary: RouteCrash,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <Home /> },
      { path: 'inbox', lazy: () => import('../features/inbox/InboxPage') },
      { path: 'notices', lazy: () => import('../features/notices/NoticesPage') },
      { path: 'calendar', lazy: () => import('../features/calendar/CalendarPage') },
      { path: 'boards', lazy: () => import('../features/boards/BoardsPage') },
      { path: 'reviews', lazy: () => import('../features/reviews/ReviewsPage') },
      { path: 'year', lazy: () => import('../features/year/YearPage') },
      { path: 'findings', lazy: () => import('../features/findings/FindingsPage') },
      { path: 'findings/review', lazy: () => import('../features/findings/ReviewPage') },
      { path: 'findings/:id', lazy: () => import('../features/findings/FindingPage') },
      { path: 'rings', lazy: () => import('../features/rings/RingsPage') },
      { path: 'sameness', lazy: () => import('../features/sameness/SamenessPage') },
      { path: 'rings/frequent', lazy: () => import('../features/rings/frequent/FrequentPage') },
      { path: 'rings/:id', lazy: () => import('../features/rings/RingPage') },
      { path: 'graph', lazy: () => import('../features/explore/GraphPage') },
      { path: 'inspections', lazy: () => import('../features/inspections/InspectionsPage') },
      {
        path: 'inspections/:inspectionNo',
        lazy: () => import('../features/inspections/InspectionPage'),
      },
      { path: 'console', lazy: () => import('../features/console/ConsolePage') },
      { path: 'cases', lazy: () => import('../features/cases/CasesPage') },
      { path: 'cases/:caseNo', lazy: () => import('../features/cases/CasePage') },
      { path: 'measures', lazy: () => import('../features/measures/MeasuresPage') },
      { path: 'delegations', lazy: () => import('../features/delegations/DelegationsPage') },
      { path: 'keys', lazy: () => import('../features/keys/KeysPage') },
      { path: 'points', lazy: () => import('../features/points/DoctorsPage') },
      { path: 'points/:code', lazy: () => import('../features/points/DoctorPage') },
      { path: 'restoration', lazy: () => import('../features/restoration/RestorationsPage') },
      { path: 'courses', lazy: () => import('../features/courses/CoursesPage') },
      { path: 'courses/:id', lazy: () => import('../features/courses/CoursePage') },
      { path: 'study', lazy: () => import('../features/study/StudyPage') },
      { path: 'my-points', lazy: () => import('../features/points/MyPointsPage') },
      {
        path: 'my-measures',
        lazy: () => import('../features/measures/MyMeasuresPage'),
      },
      { path: 'imports', lazy: () => import('../features/imports/ImportsPage') },
      { path: 'imports/:id', lazy: () => import('../features/imports/ImportPage') },
      { path: 'quality', lazy: () => import('../features/imports/quality/QualityPage') },
      { path: 'questions', lazy: () => import('../features/questions/QuestionsPage') },
      { path: 'parameters', lazy: () => import('../features/parameters/ParametersPage') },
      { path: 'rules', lazy: () => import('../features/rules/RulesPage') },
      { path: 'documents', lazy: () => import('../features/documents/DocumentsPage') },
      { path: 'users', lazy: () => import('../features/users/UsersPage') },
      { path: 'outbox', lazy: () => import('../features/outbox/OutboxPage') },
      { path: 'log', lazy: () => import('../features/log/LogPage') },
      { path: 'about', lazy: () => import('../features/about/AboutPage') },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
