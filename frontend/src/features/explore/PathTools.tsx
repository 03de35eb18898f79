import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SelectionProps } from './selection';
import { PAIRS, type PathWish, pairsOf } from './useExplorer';

/** What more people share than this is a hub: a county hospital joins everybody with everybody. */
const HUB = 200;
const WEIGHTS: readonly PathWish['weight'][] = ['RARITY', 'STRENGTH', 'STEPS'];
const MODES: readonly PathWish['mode'][] = ['SHORTEST', 'ALL_SHORTEST', 'LIGHTEST'];

/** Paths between two nodes, or between two selections: first the start, then the end. */
export function PathTools({
  explorer,
  selected,
  start,
  onStart,
}: Pick<SelectionProps, 'explorer' | 'selected' | 'start' | 'onStart'>) {
  const { t } = useTranslation();
  const [quiet, setQuiet] = useState(true);
  const [hub, setHub] = useState(HUB);
  // Through what few share: a common phone says more than a common hospital.
  const [weight, setWeight] = useState<PathWish['weight']>('RARITY');
  const [one, two] = selected;
  const known = start.filter((id) => explorer.picture.nodes[id] && !selected.includes(id));
  const wish = (mode: PathWish['mode']) => ({ mode, weight, avoidHubs: quiet ? hub : null });
  const pairs = pairsOf(known, selected).length;
  const name = known[0] ? (explorer.picture.nodes[known[0]]?.label ?? '') : '';
  return (
    <div className="stack path-tools">
      {known.length ? (
        <div className="row wrapping">
          <Button
            type="primary"
            size="small"
            onClick={() => {
              void explorer.paths(known, selected, wish('ALL_SHORTEST'));
              onStart([]);
            }}
          >
            {t('explore.pathFrom', { name, n: known.length })}
          </Button>
          <Button
            size="small"
            onClick={() => {
              void explorer.paths(known, selected, wish('LIGHTEST'));
              onStart([]);
            }}
          >
            {t('explore.modes.LIGHTEST')}
          </Button>
          <Button size="small" onClick={() => onStart([])}>
            {t('ui.cancel')}
          </Button>
        </div>
      ) : (
        <div className="row wrapping">
          {one && two && selected.length === 2
            ? MODES.map((mode) => (
                <Button
                  key={mode}
                  size="small"
                  onClick={() => void explorer.paths([one], [two], wish(mode))}
                >
                  {t(`explore.modes.${mode}`)}
                </Button>
              ))
            : null}
          <Button size="small" onClick={() => onStart(selected)}>
            {t('explore.pathStart')}
          </Button>
        </div>
      )}
      {pairs > PAIRS ? (
        <span className="muted wrap" role="note">
          {t('explore.pairsCut', { all: pairs, n: PAIRS })}
        </span>
      ) : null}
      {known.length || selected.length === 2 ? (
        <label className="row" htmlFor="path-weight">
          <span className="muted">{t('explore.weightBy')}</span>
          <Select
            id="path-weight"
            size="small"
            className="grow"
            value={weight}
            options={WEIGHTS.map((value) => ({ value, label: t(`explore.weights.${value}`) }))}
            onChange={setWeight}
          />
        </label>
      ) : null}
      <div className="row">
        <Checkbox checked={quiet} onChange={(event) => setQuiet(event.target.checked)}>
          {t('explore.avoidHubs')}
        </Checkbox>
        <InputNumber
          size="small"
          style={{ width: 72 }}
          min={2}
          max={1_000_000}
          precision={0}
          disabled={!quiet}
          aria-label={t('explore.hubLimit')}
          value={hub}
          onChange={(value) => setHub(value ?? HUB)}
        />
        <span className="muted">{t('explore.hubPeople')}</span>
      </div>
    </div>
  );
}
