import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { NoticeChoiceInput, NoticeKind, NoticeWay } from '../../gql/graphql';
import { zh } from '../../i18n/resources';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { ChoiceQuery } from './operations';
import { useNotices } from './useNotices';

const KINDS = Object.keys(zh.notices.kinds) as NoticeKind[];
const WAYS = Object.keys(zh.notices.ways) as NoticeWay[];

/** By which ways I am told beyond the page, of what, and what could not be sent. */
export function ChoiceForm() {
  const { t } = useTranslation();
  const [{ data }, refetch] = useQuery({ query: ChoiceQuery });
  const { choose } = useNotices();
  const choice = data?.noticeChoice;
  if (!choice) return null;
  const save = async (input: NoticeChoiceInput) => {
    if (await choose(input)) refetch({ requestPolicy: 'network-only' });
  };
  return (
    <div className="stack">
      <Panel title={t('notices.how')}>
        <p className="muted wrap">{t('notices.hint')}</p>
        <Form<NoticeChoiceInput>
          layout="vertical"
          requiredMark={false}
          initialValues={{
            email: choice.email,
            language: choice.language,
            ways: choice.ways,
            kinds: choice.kinds,
          }}
          onFinish={save}
        >
          <Form.Item name="ways">
            <Checkbox.Group className="stack">
              {WAYS.map((way) => {
                const open = choice.openWays.includes(way);
                const name = t(`notices.ways.${way}`, { at: choice.digestAt });
                return (
                  <Checkbox key={way} value={way} disabled={!open}>
                    {open ? name : `${name} (${t('notices.closed')})`}
                  </Checkbox>
                );
              })}
            </Checkbox.Group>
          </Form.Item>
          <Form.Item name="email" label={t('notices.email')} extra={t('notices.emailHelp')}>
            <Input maxLength={200} autoComplete="email" />
          </Form.Item>
          <Form.Item name="language" label={t('notices.language')}>
            <Radio.Group
              options={[
                { value: 'zh', label: <span lang="zh">{t('notices.chinese')}</span> },
                { value: 'en', label: 'English' },
              ]}
            />
          </Form.Item>
          <Form.Item name="kinds" label={t('notices.which')}>
            <Checkbox.Group
              options={KINDS.map((value) => ({ value, label: t(`notices.kinds.${value}`) }))}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            {t('notices.save')}
          </Button>
        </Form>
      </Panel>
      {choice.troubles.length ? (
        <Panel title={t('notices.troubles')}>
          {choice.troubles.map((one) => (
            <div key={`${one.way}${one.at}`} style={{ padding: '4px 0' }}>
              <strong>{t(`notices.ways.${one.way}`, { at: choice.digestAt })}</strong>
              <div className="wrap danger">{one.why}</div>
              <div className="muted">
                {one.nextAt
                  ? t('notices.again', { n: one.attempts, at: moment(one.nextAt) })
                  : t('notices.over', { n: one.attempts })}
              </div>
            </div>
          ))}
        </Panel>
      ) : null}
    </div>
  );
}
