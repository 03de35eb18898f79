import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caught, crossAt } from './lasso';
import type { Point } from './types';

/**
 * A sheet over the drawing on which the person draws a line around nodes; Shift adds to the selection.
 * With the keyboard arrows move a cross, Space sets a corner there, and Enter closes the line.
 */
export function LassoPen(props: {
  places: () => Record<string, Point>;
  onDone: (ids: string[], more: boolean) => void;
}) {
  const { t } = useTranslation();
  const sheet = useRef<SVGSVGElement>(null);
  const [line, setLine] = useState<readonly Point[] | null>(null);
  const [cross, setCross] = useState<Point | null>(null);
  useEffect(() => sheet.current?.focus(), []);
  const at = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const end = (whole: readonly Point[], more: boolean) => {
    setLine(null);
    setCross(null);
    props.onDone(caught(whole, props.places()), more);
  };
  const onKey = (event: KeyboardEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const moved = crossAt(cross, event.key, event.shiftKey, { x: box.width, y: box.height });
    if (moved) setCross(moved);
    else if (event.key === ' ' && cross) setLine([...(line ?? []), cross]);
    else if (event.key === 'Enter' && line) end(cross ? [...line, cross] : line, event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <svg
      ref={sheet}
      className="lasso"
      role="application"
      aria-label={t('graph.lassoHint')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the sheet takes keys
      tabIndex={0}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setCross(null);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => line && !cross && setLine([...line, at(event)])}
      onPointerUp={(event) => line && !cross && end(line, event.shiftKey)}
    >
      {line ? (
        <polygon
          points={[...line, ...(cross ? [cross] : [])].map(({ x, y }) => `${x},${y}`).join(' ')}
        />
      ) : (
        <text x="50%" y="24">
          {t('graph.lassoHint')}
        </text>
      )}
      {cross ? (
        <path d={`M${cross.x - 9} ${cross.y}h18M${cross.x} ${cross.y - 9}v18`} className="cross" />
      ) : null}
    </svg>
  );
}
