import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router';
import { homeFor } from '../../app/pages';
import { useSession } from '../../app/session';
import type { ChangePasswordInput } from '../../gql/graphql';
import { ChangePassword } from './operations';
import { useSubmit } from './useSubmit';

interface Values extends ChangePasswordInput {
  again: string;
}

export function Component() {
  const { t } = useTranslation();
  const { me, mustChangePassword, refresh } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { submit, busy, problem } = useSubmit<ChangePasswordInput>(ChangePassword);
  if (!me) return <Navigate to="/sign-in" replace />;
  const finish = async ({ oldPassword, newPassword }: Values) => {
    if (!(await submit({ oldPassword, newPassword }))) return;
    message.success(t('session.change.done'));
    refresh();
    navigate(homeFor(me.roles), { replace: true });
  };
  const required = { required: true, message: t('session.needPassword') };
  return (
    <div
      className="page scroll"
      style={{ maxWidth: 460, margin: '0 auto', paddingTop: 'min(6vh, 48px)' }}
    >
      <h1>{t('session.change.title')}</h1>
      {mustChangePassword ? <Alert type="info" showIcon title={t('session.change.first')} /> : null}
      {problem ? <Alert type="error" showIcon title={problem} /> : null}
      <Form layout="vertical" requiredMark={false} onFinish={finish}>
        <Form.Item name="oldPassword" label={t('session.change.old')} rules={[required]}>
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('session.change.next')}
          extra={t('session.change.rule')}
          rules={[required]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('session.change.again')}
          dependencies={['newPassword']}
          rules={[
            required,
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('newPassword')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('session.change.differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('session.change.submit')}
        </Button>
      </Form>
    </div>
  );
}
