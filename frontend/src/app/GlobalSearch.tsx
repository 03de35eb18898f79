import { FolderOpenOutlined, SearchOutlined } from '@ant-design/icons';
import { Input, Modal, Spin } from 'antd';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { EmptyState } from '../ui/EmptyState';
import { useRested } from '../ui/useRested';
import { SearchCases, SearchPeople } from './operations';
import { useMe } from './session';

interface Hit {
  key: string;
  title: string;
  detail: string;
  to: string;
  isCase: boolean;
}

/** One search for everything: people, institutions, case numbers, settlements. */
export function GlobalSearch({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pages } = useMe();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const [at, setAt] = useState(0);
  const withCases = pages.includes('cases');
  const asked = { variables: { text }, requestPolicy: 'network-only' as const };
  const [{ data, fetching, error }] = useQuery({
    query: SearchPeople,
    ...asked,
    pause: text === '',
  });
  const [cases] = useQuery({ query: SearchCases, ...asked, pause: text === '' || !withCases });
  const hits: Hit[] = [
    ...(text ? (cases.data?.cases.nodes ?? []) : []).map((one) => ({
      key: one.id,
      title: `${one.caseNo} ${one.title}`,
      detail: one.stageTitle,
      to: `/cases/${encodeURIComponent(one.caseNo)}`,
      isCase: true,
    })),
    ...(text ? (data?.search.nodes ?? []) : []).map((node) => ({
      key: node.id,
      title: node.label,
      detail: [t(`graph.kinds.${node.kind}`), node.id.slice(node.id.indexOf(':') + 1)].join(' · '),
      to: `/graph?focus=${encodeURIComponent(node.id)}`,
      isCase: false,
    })),
  ];
  // Whose time ran out, or who has more, says so: nobody is to believe that this is all.
  const left = text ? (data?.search.leftOut ?? []).map((one) => one.message) : [];
  const cut = text && data?.search.endCursor ? data.search.nodes.length : 0;
  const missing = [cut ? t('frame.search.cut', { n: cut }) : '', ...left].filter(Boolean);
  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    navigate(hit.to);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((n) => Math.min(hits.length - 1, n + 1));
    else if (event.key === 'ArrowUp') setAt((n) => Math.max(0, n - 1));
    else if (event.key === 'Enter') go(hits[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open footer={null} closable={false} width={620} style={{ top: 80 }} onCancel={onClose}>
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={fetching ? <Spin size="small" /> : <SearchOutlined />}
        placeholder={t('frame.search.placeholder')}
        aria-label={t('ui.list.search')}
        value={typed}
        maxLength={80}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className="search-hits">
        {hits.map((hit, index) => (
          <li key={hit.key}>
            <button
              type="button"
              data-at={index === at}
              onMouseEnter={() => setAt(index)}
              onClick={() => go(hit)}
            >
              {hit.isCase ? <FolderOpenOutlined /> : null}
              <span className="clip grow">{hit.title}</span>
              <span className="muted">{hit.detail}</span>
            </button>
          </li>
        ))}
      </ul>
      {missing.length ? (
        <p className="muted" role="note">
          {[...new Set(missing)].join(' ')}
        </p>
      ) : null}
      {hits.length === 0 && !fetching && !left.length ? (
        <EmptyState
          what={
            error
              ? t('frame.search.failed')
              : text
                ? t('frame.search.nothing', { text })
                : t('frame.search.start')
          }
        />
      ) : null}
      <div className="row between muted">
        <span>{t('frame.search.hint')}</span>
        <span>{t('frame.search.logged')}</span>
      </div>
    </Modal>
  );
}
