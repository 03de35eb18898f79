import { Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { useObject } from '../../api/useObject';
import { ObjectPage } from '../../ui/ObjectPage';
import { saveQuestions } from './acts';
import { QuestionBookQuery } from './operations';
import type { Pattern } from './pattern';
import { QuestionSetPanel } from './QuestionSetPanel';

const STREAMS = ['questions:'];
const NOTHING = {};

/** The sets of questions by pattern: what is asked today, what comes, and every version before. */
export function Component() {
  const { t } = useTranslation();
  const { value, loading, trouble, reload } = useObject(
    QuestionBookQuery,
    NOTHING,
    (data) => data.questionBook,
    t('questions.title'),
    STREAMS,
  );
  const [open, setOpen] = useState<Pattern | 'new' | null>(null);
  const row = open === 'new' ? null : open;
  return (
    <>
      <ObjectPage
        title={t('questions.title')}
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        facts={<span className="muted">{t('questions.hint')}</span>}
        story={
          <div className="stack" style={{ gap: 12 }}>
            {value?.mayEdit ? (
              <div className="row">
                <Button onClick={() => setOpen('new')}>{t('questions.create')}</Button>
              </div>
            ) : null}
            {(value?.patterns ?? []).map((one) => (
              <QuestionSetPanel
                key={one.pattern}
                row={one}
                onEdit={value?.mayEdit ? () => setOpen(one) : undefined}
              />
            ))}
          </div>
        }
      />
      {open && value ? (
        <ActDialog
          spec={saveQuestions}
          title={row ? t('questions.editOf', { title: row.title }) : t('questions.create')}
          fixed={row ? { pattern: row.pattern } : {}}
          defaults={{
            zh: row?.zh,
            en: row?.en,
            questions: row?.questions.join('\n'),
            validFrom: dayjs(),
          }}
          version={value.version}
          word=""
          onDone={() => {
            setOpen(null);
            reload();
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
