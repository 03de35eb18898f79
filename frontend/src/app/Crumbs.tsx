import { Breadcrumb } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { PAGES } from './pages';

interface ObjectName {
  name: string;
  set: (name: string) => void;
}

const ObjectNameContext = createContext<ObjectName>({ name: '', set: () => {} });

export function ObjectNameProvider({ children }: { children: ReactNode }) {
  const [name, set] = useState('');
  return <ObjectNameContext.Provider value={{ name, set }}>{children}</ObjectNameContext.Provider>;
}

/** The page says which object it shows; breadcrumb and window title name it. */
export function useObjectName(name: string | null | undefined): void {
  const { set } = useContext(ObjectNameContext);
  useEffect(() => {
    set(name ?? '');
    return () => set('');
  }, [name, set]);
}

export function Crumbs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const { name } = useContext(ObjectNameContext);
  const page = PAGES.find((one) => pathname === one.path || pathname.startsWith(`${one.path}/`));
  const title = page ? t(`frame.pages.${page.key}`) : '';
  useEffect(() => {
    document.title = [name, title, t('frame.product')].filter(Boolean).join(' · ');
  }, [name, title, t]);
  if (!page) return <div className="crumbs" />;
  const group = t(`frame.groups.${page.group}`);
  return (
    <div className="crumbs">
      <Breadcrumb
        aria-label={t('frame.crumbs')}
        items={[
          ...(group === title ? [] : [{ title: group }]),
          { title: name ? <Link to={page.path}>{title}</Link> : title },
          ...(name ? [{ title: <span className="clip">{name}</span> }] : []),
        ]}
      />
    </div>
  );
}
