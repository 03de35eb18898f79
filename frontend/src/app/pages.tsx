import {
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  CodeOutlined,
  ControlOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  KeyOutlined,
  ProjectOutlined,
  QuestionCircleOutlined,
  ReadOutlined,
  ReloadOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  SettingOutlined,
  SolutionOutlined,
  StopOutlined,
  SwapOutlined,
  TeamOutlined,
  UserSwitchOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '../gql/graphql';

export type GroupKey = 'desk' | 'suspicions' | 'graph' | 'cases' | 'points' | 'data' | 'admin';
export type PageKey =
  | 'inbox'
  | 'notices'
  | 'calendar'
  | 'boards'
  | 'reviews'
  | 'year'
  | 'findings'
  | 'rings'
  | 'sameness'
  | 'graph'
  | 'console'
  | 'cases'
  | 'inspections'
  | 'measures'
  | 'delegations'
  | 'keys'
  | 'doctors'
  | 'restoration'
  | 'courses'
  | 'myPoints'
  | 'myMeasures'
  | 'study'
  | 'imports'
  | 'quality'
  | 'rules'
  | 'parameters'
  | 'questions'
  | 'documents'
  | 'outbox'
  | 'log'
  | 'users'
  | 'about';

export interface PageEntry {
  key: PageKey;
  path: string;
  group: GroupKey;
  icon: ReactNode;
  /** The server's name of the page; absent: everybody. */
  page?: string;
}

/** The left rail, top to bottom. The server says which pages a person may open. */
export const PAGES: readonly PageEntry[] = [
  { key: 'inbox', path: '/inbox', group: 'desk', icon: <InboxOutlined />, page: 'inbox' },
  { key: 'notices', path: '/notices', group: 'desk', icon: <BellOutlined />, page: 'notices' },
  {
    key: 'calendar',
    path: '/calendar',
    group: 'desk',
    icon: <CalendarOutlined />,
    page: 'calendar',
  },
  { key: 'boards', path: '/boards', group: 'desk', icon: <ProjectOutlined />, page: 'boards' },
  { key: 'reviews', path: '/reviews', group: 'desk', icon: <AuditOutlined />, page: 'reviews' },
  { key: 'year', path: '/year', group: 'desk', icon: <BarChartOutlined />, page: 'year' },
  {
    key: 'findings',
    path: '/findings',
    group: 'suspicions',
    icon: <FileSearchOutlined />,
    page: 'findings',
  },
  { key: 'rings', path: '/rings', group: 'suspicions', icon: <WarningOutlined />, page: 'rings' },
  {
    key: 'sameness',
    path: '/sameness',
    group: 'suspicions',
    icon: <SwapOutlined />,
    page: 'sameness',
  },
  { key: 'graph', path: '/graph', group: 'graph', icon: <DeploymentUnitOutlined />, page: 'graph' },
  {
    key: 'inspections',
    path: '/inspections',
    group: 'cases',
    icon: <SolutionOutlined />,
    page: 'inspections',
  },
  { key: 'console', path: '/console', group: 'graph', icon: <CodeOutlined />, page: 'console' },
  { key: 'cases', path: '/cases', group: 'cases', icon: <FolderOpenOutlined />, page: 'cases' },
  {
    key: 'measures',
    path: '/measures',
    group: 'cases',
    icon: <StopOutlined />,
    page: 'measures',
  },
  {
    key: 'delegations',
    path: '/delegations',
    group: 'cases',
    icon: <SolutionOutlined />,
    page: 'delegations',
  },
  {
    key: 'documents',
    path: '/documents',
    group: 'cases',
    icon: <FileTextOutlined />,
    page: 'documents',
  },
  { key: 'doctors', path: '/points', group: 'points', icon: <TeamOutlined />, page: 'points' },
  {
    key: 'restoration',
    path: '/restoration',
    group: 'points',
    icon: <ReloadOutlined />,
    page: 'restoration',
  },
  { key: 'courses', path: '/courses', group: 'points', icon: <ReadOutlined />, page: 'courses' },
  {
    key: 'myPoints',
    path: '/my-points',
    group: 'points',
    icon: <SafetyCertificateOutlined />,
    page: 'points',
  },
  {
    key: 'myMeasures',
    path: '/my-measures',
    group: 'points',
    icon: <StopOutlined />,
    page: 'my-measures',
  },
  { key: 'study', path: '/study', group: 'points', icon: <ReadOutlined />, page: 'study' },
  { key: 'imports', path: '/imports', group: 'data', icon: <DatabaseOutlined />, page: 'imports' },
  { key: 'quality', path: '/quality', group: 'data', icon: <FileDoneOutlined />, page: 'imports' },
  { key: 'rules', path: '/rules', group: 'data', icon: <BookOutlined />, page: 'rules' },
  {
    key: 'questions',
    path: '/questions',
    group: 'data',
    icon: <QuestionCircleOutlined />,
    page: 'questions',
  },
  {
    key: 'parameters',
    path: '/parameters',
    group: 'data',
    icon: <ControlOutlined />,
    page: 'parameters',
  },
  { key: 'users', path: '/users', group: 'admin', icon: <UserSwitchOutlined />, page: 'users' },
  { key: 'keys', path: '/keys', group: 'admin', icon: <KeyOutlined />, page: 'keys' },
  { key: 'outbox', path: '/outbox', group: 'admin', icon: <SendOutlined />, page: 'outbox' },
  { key: 'log', path: '/log', group: 'admin', icon: <AuditOutlined />, page: 'log' },
  { key: 'about', path: '/about', group: 'admin', icon: <SettingOutlined /> },
];

export const GROUPS: readonly GroupKey[] = [
  'desk',
  'suspicions',
  'graph',
  'cases',
  'points',
  'data',
  'admin',
];

/** Folded at first: used by few and seldom. */
export const FOLDED: readonly GroupKey[] = ['data', 'admin'];

/** A doctor reads one ledger, their own; the bureau and institutions read lists. */
const isDoctor = (roles: readonly Role[]): boolean =>
  roles.length === 1 && roles[0] === 'PHYSICIAN';

export function pagesFor(person: {
  roles: readonly Role[];
  pages: readonly string[];
}): PageEntry[] {
  const doctor = isDoctor(person.roles);
  return PAGES.filter((entry) => {
    if (entry.key === 'myPoints' || entry.key === 'study') return doctor;
    if (doctor && (entry.key === 'doctors' || entry.key === 'restoration')) return false;
    return !entry.page || person.pages.includes(entry.page);
  });
}

/** Whether an address is that of a page that the server does not open to this person. */
export const isClosed = (pages: readonly string[], pathname: string): boolean =>
  PAGES.some((entry) => entry.path === pathname && entry.page && !pages.includes(entry.page));

const FOLLOWERS: readonly Role[] = [
  'INSPECTOR',
  'SUPERVISOR',
  'LEGAL_REVIEWER',
  'HEAD',
  'DEPUTY_HEAD',
  'AGENCY_OFFICER',
  'AGENCY_HEAD',
  'SYSTEM_ADMIN',
  'AUDITOR',
];

/** Long work is the bureau's and its administrators'. */
export const mayFollowJobs = (roles: readonly Role[]): boolean =>
  roles.some((role) => FOLLOWERS.includes(role));

/** Where a person lands after sign-in. */
export const homeFor = (roles: readonly Role[]): string =>
  isDoctor(roles) ? '/my-points' : '/inbox';
