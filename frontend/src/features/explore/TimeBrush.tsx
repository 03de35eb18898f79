import { CaretRightOutlined, CloseOutlined, PauseOutlined } from '@ant-design/icons';
import { Button, Slider, Tooltip } from 'antd';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bars, type Day, forth, later, span } from '../../graph/story';
import { useBox } from '../../ui/useBox';
import type { Explorer } from './useExplorer';

const TALL = 34;
const FRAME = 900;
/** The first window when the person only presses play: a month. */
const MONTH = 30;

interface TimeBrushProps {
  explorer: Explorer;
  playing: boolean;
  onPlaying: (on: boolean) => void;
  onClose: () => void;
}

/** Bars of what happened when; the two handles choose a window, and play moves it through time. */
export function TimeBrush({ explorer, playing, onPlaying, onClose }: TimeBrushProps) {
  const { t } = useTranslation();
  const { days, adjust, step } = explorer;
  const { from, to } = explorer.picture.filter;
  const first = days[0]?.day;
  const last = days.at(-1)?.day;

  useEffect(() => {
    if (!playing || !first || !last) return;
    const timer = setTimeout(() => {
      const now = { from: from ?? first, to: to ?? last };
      const whole = now.from <= first && now.to >= last;
      const next = whole ? { from: first, to: later(first, MONTH - 1) } : forth(now, last);
      if (!next) onPlaying(false);
      else adjust((before) => ({ ...before, filter: { ...before.filter, ...next } }));
    }, FRAME);
    return () => clearTimeout(timer);
  }, [playing, from, to, first, last, adjust, onPlaying]);

  const close = (
    <Tooltip title={t('explore.story.close')}>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('explore.story.close')}
        onClick={onClose}
      />
    </Tooltip>
  );
  if (!first || !last) {
    return (
      <div className="time-brush">
        <span className="muted grow">
          {explorer.busy ? t('explore.story.reading') : t('explore.story.nothing')}
        </span>
        {close}
      </div>
    );
  }
  const total = span(first, last) - 1;
  const place = (day: string) => Math.max(0, Math.min(total, span(first, day) - 1));
  const chosen: [number, number] = [place(from ?? first), place(to ?? last)];
  const set = (a: number, b: number, kept: boolean) => {
    const window =
      a <= 0 && b >= total
        ? { from: null, to: null }
        : { from: later(first, a), to: later(first, b) };
    (kept ? step : adjust)((before) => ({ ...before, filter: { ...before.filter, ...window } }));
  };
  return (
    <section className="time-brush" aria-label={t('explore.story.title')}>
      <Tooltip title={t(playing ? 'explore.story.pause' : 'explore.story.play')}>
        <Button
          type="primary"
          icon={playing ? <PauseOutlined /> : <CaretRightOutlined />}
          aria-label={t(playing ? 'explore.story.pause' : 'explore.story.play')}
          onClick={() => onPlaying(!playing)}
        />
      </Tooltip>
      <div className="grow">
        <Bars days={days} from={from} to={to} />
        <Slider
          range={{ draggableTrack: true }}
          min={0}
          max={Math.max(1, total)}
          value={chosen}
          tooltip={{ formatter: (value) => later(first, value ?? 0) }}
          ariaLabelForHandle={[t('explore.story.from'), t('explore.story.to')]}
          ariaValueTextFormatterForHandle={[
            (value) => later(first, value),
            (value) => later(first, value),
          ]}
          onChange={(ends: number[]) => set(ends[0] ?? 0, ends[1] ?? total, false)}
          onChangeComplete={(ends: number[]) => set(ends[0] ?? 0, ends[1] ?? total, true)}
        />
      </div>
      <div className="stack window">
        <span className="mono">{from ?? first}</span>
        <span className="mono">{to ?? last}</span>
      </div>
      <Button size="small" disabled={!from && !to} onClick={() => set(0, total, true)}>
        {t('explore.story.whole')}
      </Button>
      {close}
    </section>
  );
}

/** How much happened when; what lies in the window is dark. */
function Bars(props: { days: readonly Day[]; from: string | null; to: string | null }) {
  const { ref, width } = useBox<HTMLDivElement>();
  const { days, from, to } = props;
  const columns = useMemo(() => bars(days, Math.max(20, Math.floor(width / 9))), [days, width]);
  const peak = Math.max(1, ...columns.map((one) => one.count));
  const wide = width / Math.max(1, columns.length);
  const within = (one: { from: string; to: string }) =>
    (!from || one.to >= from) && (!to || one.from <= to);
  return (
    <div ref={ref} style={{ height: TALL }}>
      <svg width="100%" height={TALL} aria-hidden="true">
        {columns.map((one, index) => {
          const tall = Math.max(one.count ? 2 : 0, (one.count / peak) * (TALL - 2));
          return (
            <rect
              key={one.from}
              x={index * wide}
              y={TALL - tall}
              width={Math.max(1, wide - 1)}
              height={tall}
              data-in={within(one)}
            />
          );
        })}
      </svg>
    </div>
  );
}
