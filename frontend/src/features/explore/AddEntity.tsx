import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchPeople } from '../../app/operations';
import { useRested } from '../../ui/useRested';
import { RowsNote } from './RowsNote';
import { useRows } from './useRows';

/** Search by name, code or the last digits of an ID number; a choice goes into the picture. */
export function AddEntity({ onPick }: { onPick: (id: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const found = useRows(SearchPeople, text ? { text } : null, ({ search }) => ({
    rows: search.nodes,
    next: search.endCursor ?? null,
    left: search.leftOut,
  }));
  const { rows, loading, next, more, away, trouble, left } = found;
  const told = away || trouble !== null || left.length > 0;
  return (
    <AutoComplete
      value={typed}
      id="graph-search"
      style={{ width: 196 }}
      popupMatchSelectWidth={420}
      notFoundContent={
        told ? (
          <RowsNote rows={found} />
        ) : text && !loading && text === typed.trim() ? (
          t('frame.search.nothing', { text })
        ) : null
      }
      options={rows.map((node) => ({
        value: node.id,
        label: (
          <span className="row between">
            <span className="clip grow">{node.label}</span>
            {/* Masked names are alike; the code tells people apart. */}
            <span className="muted">
              {[t(`graph.kinds.${node.kind}`), node.id.slice(node.id.indexOf(':') + 1)].join(' · ')}
            </span>
          </span>
        ),
      }))}
      popupRender={(list) => (
        <>
          {list}
          {rows.length && (next || told) ? (
            <div className="stack search-more">
              {told ? <RowsNote rows={found} /> : null}
              {next ? (
                <Button block size="small" type="text" loading={loading} onClick={more}>
                  {t('explore.firstOfMore', { n: rows.length })}
                </Button>
              ) : null}
            </div>
          ) : null}
        </>
      )}
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
