import { LockOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guide } from './guide';

type Shape = Guide['labels'][number];

/** The map as declared; a click puts the word where the cursor is. */
export function SchemaList(props: { guide: Guide; onInsert: (word: string) => void }) {
  const { t } = useTranslation();
  const { guide, onInsert } = props;
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const meaning = (name: string, given: string) =>
    t(`explore.properties.${name as 'psn_no'}`, {
      defaultValue: t(`cypher.properties.${name as 'count'}`, { defaultValue: given }),
    });
  const fits = (shape: Shape) =>
    !wanted ||
    shape.name.toLowerCase().includes(wanted) ||
    shape.fields.some((one) => `${one.name} ${meaning(one.name, one.meaning)}`.includes(wanted));
  const list = (shapes: readonly Shape[], word: (shape: Shape) => string) =>
    shapes.filter(fits).map((shape) => (
      <li key={`${shape.source}${shape.name}`}>
        <button type="button" className="mono" onClick={() => onInsert(word(shape))}>
          {shape.source
            ? `(:${shape.source})-[:${shape.name}]->(:${shape.target})`
            : `:${shape.name}`}
        </button>
        <div className="console-fields">
          {shape.fields.map((one) => (
            <button
              type="button"
              key={one.name}
              className="mono"
              title={[
                meaning(one.name, one.meaning),
                one.type,
                ...(one.personal ? [t('cypher.personal')] : []),
              ].join(' · ')}
              onClick={() => onInsert(`.${one.name}`)}
            >
              {one.name}
              {one.personal ? <LockOutlined aria-label={t('cypher.personal')} /> : null}
            </button>
          ))}
        </div>
      </li>
    ));
  return (
    <>
      <Input
        size="small"
        allowClear
        value={text}
        placeholder={t('cypher.findName')}
        aria-label={t('cypher.findName')}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="muted">
        <LockOutlined /> {t('cypher.personal')}
      </p>
      <ul className="console-list">
        {list(guide.labels, (shape) => `:${shape.name}`)}
        {list(guide.relationships, (shape) => `-[:${shape.name}]->`)}
      </ul>
    </>
  );
}
