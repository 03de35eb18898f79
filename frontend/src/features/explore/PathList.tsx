import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { highlight } from '../../graph/model';
import type { Explorer } from './useExplorer';

/** The paths that were found; a click lights one up in the picture. */
export function PathList({
  explorer,
  onSelect,
}: {
  explorer: Explorer;
  onSelect: (ids: string[]) => void;
}) {
  const { t } = useTranslation();
  const { picture, found, morePaths } = explorer;
  if (!picture.path.length) return null;
  const name = (id: string) => picture.nodes[id]?.label ?? id;
  const lit = picture.path.join('>');
  const shown = found.length ? found : [picture.path];
  return (
    <section className="stack path-list" aria-label={t('explore.paths', { n: shown.length })}>
      <div className="row between">
        <h3>{t('explore.paths', { n: shown.length })}</h3>
        <Button
          size="small"
          type="text"
          onClick={() => explorer.step((before) => highlight(before, []))}
        >
          {t('explore.pathClear')}
        </Button>
      </div>
      <div className="stack ways">
        {shown.map((way) => (
          <button
            type="button"
            key={way.join('>')}
            aria-pressed={way.join('>') === lit}
            onClick={() => {
              explorer.step((before) => highlight(before, way));
              onSelect([...way]);
            }}
          >
            {way.map(name).join(' → ')}
          </button>
        ))}
      </div>
      {morePaths ? (
        <Button size="small" loading={explorer.busy} onClick={morePaths}>
          {t('explore.firstOfMore', { n: shown.length })}
        </Button>
      ) : null}
    </section>
  );
}
