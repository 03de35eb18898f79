import {
  DownOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  RightOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useInboxCount } from './inboxCount';
import { FOLDED, GROUPS, type GroupKey, type PageEntry, pagesFor } from './pages';
import type { Person } from './session';

interface RailProps {
  person: Person;
  folded: boolean;
  onFold: (folded: boolean) => void;
}

/** The left rail: groups of pages, each person sees those of their roles. */
export function Rail({ person, folded, onFold }: RailProps) {
  const { t } = useTranslation();
  const pages = pagesFor(person);
  const rail = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each page shows where it stands in the rail
  useEffect(() => {
    rail.current?.querySelector('a.active')?.scrollIntoView({ block: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={rail} className="rail" aria-label={t('frame.product')}>
      <div className="brand">
        <img src="/favicon.svg" alt="" />
        <span>{t('frame.product')}</span>
      </div>
      {GROUPS.map((group) => (
        <Group
          key={group}
          group={group}
          pages={pages.filter((page) => page.group === group)}
          folded={folded}
        />
      ))}
      <button
        type="button"
        className="fold"
        aria-label={t(folded ? 'frame.unfold' : 'frame.fold')}
        onClick={() => onFold(!folded)}
      >
        {folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}

function Group(props: { group: GroupKey; pages: PageEntry[]; folded: boolean }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const within = props.pages.some((page) => pathname.startsWith(page.path));
  const canFold = FOLDED.includes(props.group);
  const [open, setOpen] = useState(!canFold);
  if (!props.pages.length) return null;
  const shown = props.folded || open || within;
  const name = t(`frame.groups.${props.group}`);
  return (
    <div>
      {canFold ? (
        <button
          type="button"
          className="group"
          aria-expanded={shown}
          onClick={() => setOpen(!open)}
        >
          {name} {shown ? <DownOutlined /> : <RightOutlined />}
        </button>
      ) : (
        <div className="group">{name}</div>
      )}
      {shown
        ? props.pages.map((page) => <Entry key={page.key} page={page} folded={props.folded} />)
        : null}
    </div>
  );
}

function Entry({ page, folded }: { page: PageEntry; folded: boolean }) {
  const { t } = useTranslation();
  const waiting = useInboxCount();
  const name = t(`frame.pages.${page.key}`);
  return (
    <Tooltip title={folded ? name : ''} placement="right">
      <NavLink to={page.path} {...(folded ? { 'aria-label': name } : {})}>
        <span aria-hidden="true">{page.icon}</span>
        <span className="word">{name}</span>
        {page.key === 'inbox' && waiting ? <span className="badge">{waiting}</span> : null}
      </NavLink>
    </Tooltip>
  );
}
