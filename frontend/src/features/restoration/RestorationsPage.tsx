import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../ui/useUrlState';
import { Applications } from './Applications';
import { Batches } from './Batches';
import { BatchPage } from './BatchPage';
import { Statistics } from './Statistics';

const VIEWS = ['applications', 'lists', 'statistics'] as const;
type View = (typeof VIEWS)[number];

/** Restorations: each application, the lists on which several are handled, and figures of a year. */
export function Component() {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState();
  const view = VIEWS.find((one) => one === url.view) ?? 'applications';
  if (url.list)
    return <BatchPage batchId={url.list} onClose={() => setUrl({ list: '', view: 'lists' })} />;
  const tabs = (
    <Segmented<View>
      value={view}
      onChange={(next) => setUrl({ view: next === 'applications' ? '' : next })}
      options={VIEWS.map((value) => ({ value, label: t(`restoration.views.${value}`) }))}
    />
  );
  const open = (list: string) => setUrl({ list, view: '' });
  if (view === 'lists') return <Batches tabs={tabs} onOpen={open} />;
  if (view === 'statistics') return <Statistics tabs={tabs} />;
  return <Applications tabs={tabs} onOpen={open} />;
}
