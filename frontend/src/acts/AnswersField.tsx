import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ListProps, Rows } from './ListFields';

/** Questions with what was answered; blank answers are left out by the server. */
export function AnswersField(props: ListProps) {
  const { t } = useTranslation();
  return (
    <Rows
      {...props}
      least={0}
      row={(row) => (
        <div className="stack grow" style={{ gap: 2 }}>
          <Form.Item name={[row, 'question']} noStyle>
            <Input.TextArea autoSize variant="filled" aria-label={t('acts.question')} />
          </Form.Item>
          <Form.Item name={[row, 'answer']} noStyle>
            <Input.TextArea autoSize placeholder={t('acts.answer')} aria-label={t('acts.answer')} />
          </Form.Item>
        </div>
      )}
    />
  );
}
