import { type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { caught } from './lasso';
import type { Point } from './types';

/** A sheet over the drawing on which the person draws a line around nodes; Shift adds to the selection. */
export function LassoPen(props: {
  places: () => Record<string, Point>;
  onDone: (ids: string[], more: boolean) => void;
}) {
  const { t } = useTranslation();
  const [line, setLine] = useState<readonly Point[] | null>(null);
  const at = (event: PointerEvent): Point => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  return (
    <svg
      className="lasso"
      role="img"
      aria-label={t('graph.lassoHint')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setLine([at(event)]);
      }}
      onPointerMove={(event) => line && setLine([...line, at(event)])}
      onPointerUp={(event) => {
        if (!line) return;
        setLine(null);
        props.onDone(caught(line, props.places()), event.shiftKey);
      }}
    >
      {line ? (
        <polygon points={line.map(({ x, y }) => `${x},${y}`).join(' ')} />
      ) : (
        <text x="50%" y="24">
          {t('graph.lassoHint')}
        </text>
      )}
    </svg>
  );
}
