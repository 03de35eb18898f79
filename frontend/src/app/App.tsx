import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { deskTheme } from '../ui/theme';
import { router } from './router';
import { SessionProvider } from './SessionProvider';

/** Who wants no motion gets none: a list that waits for the end of one may stay out of sight. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const theme = { ...deskTheme, token: { ...deskTheme.token, motion: !still } };

export function App() {
  const { t, i18n } = useTranslation();
  return (
    <ConfigProvider
      theme={theme}
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
      // Of a list that has no match in words; a table says itself what it lacks.
      renderEmpty={(of) => (of === 'Select' ? t('acts.noMatch') : undefined)}
      wave={{ disabled: true }}
    >
      <AntApp style={{ height: '100%' }}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </AntApp>
    </ConfigProvider>
  );
}
