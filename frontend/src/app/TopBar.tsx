import { GlobalOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SignOutItem, useSignOut } from '../features/session/signOut';
import { chooseLanguage } from '../i18n';
import { MenuButton } from '../ui/MenuButton';
import { Bell } from './Bell';
import { Crumbs } from './Crumbs';
import { GlobalSearch } from './GlobalSearch';
import { JobTray } from './JobTray';
import { mayFollowJobs, pagesFor } from './pages';
import { useMe } from './session';

/** Search for everything, running jobs, bell, language, person. */
export function TopBar() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const [searching, setSearching] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setSearching(true);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  // A phone has no rail: its pages stand in the menu of the person.
  const places = window.matchMedia('(max-width: 640px)').matches ? pagesFor(me) : [];
  const english = i18n.language === 'en';
  return (
    <header className="top">
      <Crumbs />
      <Button
        className="search-trigger"
        aria-label={`${t('ui.list.search')} Ctrl K`}
        onClick={() => setSearching(true)}
      >
        <span className="row">
          <SearchOutlined /> <span className="long">{t('ui.list.search')}</span>
        </span>{' '}
        <kbd className="long">Ctrl K</kbd>
      </Button>
      {mayFollowJobs(me.roles) ? <JobTray /> : null}
      <Bell />
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={t('ui.paren', {
          a: t('frame.otherLanguage'),
          b: t('frame.person.language'),
        })}
        onClick={() => void chooseLanguage(english ? 'zh-CN' : 'en')}
      >
        {t('frame.otherLanguage')}
      </Button>
      <MenuButton
        type="text"
        icon={<UserOutlined />}
        aria-label={t('ui.paren', { a: me.name, b: t('frame.person.menu') })}
        menu={{
          items: [
            {
              key: 'roles',
              disabled: true,
              label: me.roles.map((role) => t(`frame.roles.${role}`)).join(' · '),
            },
            ...places.map((one) => ({
              key: one.path,
              icon: one.icon,
              label: t(`frame.pages.${one.key}`),
            })),
            { key: 'password', label: t('frame.person.changePassword') },
            { type: 'divider' },
            { key: 'out', label: <SignOutItem /> },
          ],
          onClick: ({ key }) => {
            if (key.startsWith('/')) navigate(key);
            if (key === 'password') navigate('/change-password');
            if (key === 'out') void signOut();
          },
        }}
      >
        {me.name}
      </MenuButton>
      {searching ? <GlobalSearch onClose={() => setSearching(false)} /> : null}
    </header>
  );
}
