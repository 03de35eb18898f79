import {
  AuditOutlined,
  BookOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  FileSearchOutlined,
  FolderOpenOutlined,
  InboxOutlined,
  ReloadOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TeamOutlined,
  UserSwitchOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Role } from '../gql/graphql';

export type GroupKey = 'desk' | 'suspicions' | 'graph' | 'cases' | 'points' | 'data' | 'admin';
export type PageKey =
  | 'inbox'
  | 'findings'
  | 'rings'
  | 'graph'
  | 'cases'
  | 'doctors'
  | 'restoration'
  | 'myPoints'
  | 'imports'
  | 'rules'
  | 'log'
  | 'users'
  | 'about';

export interface PageEntry {
  key: PageKey;
  path: string;
  group: GroupKey;
  icon: ReactNode;
  /** Roles that have a use for the page; absent: everybody. The server decides what they see. */
  roles?: readonly Role[];
}

const BUREAU: readonly Role[] = ['INSPECTOR', 'SUPERVISOR', 'LEGAL_REVIEWER', 'HEAD'];
const LEDGER: readonly Role[] = [...BUREAU, 'AGENCY_OFFICER', 'INSURANCE_OFFICE', 'PARTY_SECRETARY'];

/** The left rail, top to bottom. */
export const PAGES: readonly PageEntry[] = [
  { key: 'inbox', path: '/inbox', group: 'desk', icon: <InboxOutlined /> },
  { key: 'findings', path: '/findings', group: 'suspicions', icon: <FileSearchOutlined />, roles: [...BUREAU, 'AGENCY_OFFICER'] },
  { key: 'rings', path: '/rings', group: 'suspicions', icon: <WarningOutlined />, roles: BUREAU },
  { key: 'graph', path: '/graph', group: 'graph', icon: <DeploymentUnitOutlined />, roles: BUREAU },
  { key: 'cases', path: '/cases', group: 'cases', icon: <FolderOpenOutlined />, roles: [...BUREAU, 'AGENCY_OFFICER'] },
  { key: 'doctors', path: '/points', group: 'points', icon: <TeamOutlined />, roles: LEDGER },
  { key: 'restoration', path: '/restoration', group: 'points', icon: <ReloadOutlined />, roles: LEDGER },
  { key: 'myPoints', path: '/my-points', group: 'points', icon: <SafetyCertificateOutlined />, roles: ['PHYSICIAN'] },
  { key: 'imports', path: '/imports', group: 'data', icon: <DatabaseOutlined />, roles: [...BUREAU, 'SYSTEM_ADMIN'] },
  { key: 'rules', path: '/rules', group: 'data', icon: <BookOutlined />, roles: [...BUREAU, 'AGENCY_OFFICER'] },
  { key: 'users', path: '/users', group: 'admin', icon: <UserSwitchOutlined />, roles: ['SECURITY_ADMIN'] },
  { key: 'log', path: '/log', group: 'admin', icon: <AuditOutlined />, roles: ['AUDITOR'] },
  { key: 'about', path: '/about', group: 'admin', icon: <SettingOutlined /> },
];

export const GROUPS: readonly GroupKey[] = ['desk', 'suspicions', 'graph', 'cases', 'points', 'data', 'admin'];

/** Folded at first: used by few and seldom. */
export const FOLDED: readonly GroupKey[] = ['data', 'admin'];

export const pagesFor = (roles: readonly Role[]): PageEntry[] =>
  PAGES.filter((page) => !page.roles || page.roles.some((role) => roles.includes(role)));

/** Where a person lands after sign-in. */
export const homeFor = (roles: readonly Role[]): string =>
  roles.includes('PHYSICIAN') && roles.length === 1 ? '/my-points' : '/inbox';
