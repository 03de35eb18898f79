import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { homeFor } from '../../app/pages';
import { useSession } from '../../app/session';
import type { SignInInput } from '../../gql/graphql';
import { chooseLanguage } from '../../i18n';
import { SignIn } from './operations';
import { useSubmit } from './useSubmit';

/** Only our own pages may be the target after sign-in. */
const safePath = (next: string | null): string | null =>
  next && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : null;

export function Component() {
  const { t, i18n } = useTranslation();
  const { me, mustChangePassword, bureauName, endedElsewhere, refresh } = useSession();
  const [params] = useSearchParams();
  const { submit, busy, problem } = useSubmit<SignInInput>(SignIn);
  if (me) {
    const target = mustChangePassword
      ? '/change-password'
      : (safePath(params.get('next')) ?? homeFor(me.roles));
    return <Navigate to={target} replace />;
  }
  return (
    <div className="sign-in">
      <section className="hero">
        <div>
          <h1>{t('frame.product')}</h1>
          <p style={{ fontSize: 16 }}>{t('frame.tagline')}</p>
        </div>
        <ul style={{ fontSize: 14, lineHeight: '28px', paddingInlineStart: 18 }}>
          {t('session.points')
            .split('\n')
            .map((line) => (
              <li key={line}>{line}</li>
            ))}
        </ul>
        <div>{bureauName}</div>
      </section>
      <main className="form">
        <div className="row between" style={{ marginBottom: 24 }}>
          <h2 style={{ fontSize: 18 }}>{t('session.title')}</h2>
          <Button
            type="text"
            onClick={() => void chooseLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}
          >
            {t('frame.otherLanguage')}
          </Button>
        </div>
        {endedElsewhere ? (
          <Alert
            type="warning"
            showIcon
            title={t('session.elsewhere')}
            description={t('session.elsewhereCure')}
            style={{ marginBottom: 16 }}
          />
        ) : null}
        {problem ? (
          <Alert type="error" showIcon title={problem} style={{ marginBottom: 16 }} />
        ) : null}
        <Form
          layout="vertical"
          size="large"
          requiredMark={false}
          onFinish={async (values: SignInInput) => {
            if (await submit({ account: values.account.trim(), password: values.password }))
              refresh();
          }}
        >
          <Form.Item
            name="account"
            label={t('session.account')}
            rules={[{ required: true, message: t('session.needAccount') }]}
          >
            <Input autoFocus autoComplete="username" maxLength={64} />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('session.password')}
            rules={[{ required: true, message: t('session.needPassword') }]}
          >
            <Input.Password autoComplete="current-password" maxLength={200} />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={busy}>
            {t('session.submit')}
          </Button>
        </Form>
        <p className="muted" style={{ marginTop: 16 }}>
          {t('session.one')}
        </p>
      </main>
    </div>
  );
}
