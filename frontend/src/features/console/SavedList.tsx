import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepStatements, type Statement, statementsKept } from './statements';

/** Queries that the person kept under a name, on this machine. */
export function SavedList(props: {
  now: { query: string; parameters: string };
  onTake: (query: string, parameters: string) => void;
}) {
  const { t } = useTranslation();
  const { now, onTake } = props;
  const [all, setAll] = useState<Statement[]>(() => statementsKept());
  const [name, setName] = useState('');
  const keep = (next: Statement[]) => setAll(keepStatements(next));
  return (
    <>
      <Input.Search
        size="small"
        value={name}
        maxLength={40}
        placeholder={t('cypher.nameIt')}
        aria-label={t('cypher.nameIt')}
        enterButton={t('cypher.keep')}
        onChange={(event) => setName(event.target.value)}
        onSearch={(text) => {
          if (!text.trim() || !now.query.trim()) return;
          keep([...all, { name: text.trim(), ...now }]);
          setName('');
        }}
      />
      <p className="muted">{t('cypher.keptHere')}</p>
      <ul className="console-list">
        {all.map((one) => (
          <li key={one.name} className="row">
            <button
              type="button"
              className="grow"
              title={one.query}
              onClick={() => onTake(one.query, one.parameters)}
            >
              {one.name}
            </button>
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('cypher.drop', { name: one.name })}
              onClick={() => keep(all.filter((other) => other !== one))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
