import { AutoComplete, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { SearchPeople } from '../../app/operations';

/** Search by name, code or the last digits of an ID number; a choice goes into the picture. */
export function AddEntity({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const [{ data }] = useQuery({ query: SearchPeople, variables: { text }, pause: text === '' });
  const nodes = text ? (data?.search.nodes ?? []) : [];
  return (
    <AutoComplete
      value={typed}
      id="graph-search"
      style={{ width: 196 }}
      popupMatchSelectWidth={380}
      options={nodes.map((node) => ({
        value: node.id,
        label: (
          <span className="row between">
            <span className="clip">{node.label}</span>
            <span className="muted">{t(`graph.kinds.${node.kind}`)}</span>
          </span>
        ),
      }))}
      onChange={setTyped}
      onSelect={(id: string) => {
        onPick(id);
        setTyped('');
      }}
    >
      <Input.Search
        placeholder={t('explore.search')}
        aria-label={t('explore.search')}
        maxLength={80}
      />
    </AutoComplete>
  );
}
