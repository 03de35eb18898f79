import type { Core } from 'cytoscape';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { hullOutlines } from './engine';
import type { Place } from './geo';
import { pathOf, peakOf } from './hull';
import type { Hull, Point } from './types';

/** The county's outline in the picture's coordinates. */
export interface Land {
  middle: Place;
  areas: readonly { name: string; d: string; at: Point }[];
  /** Where the county's institutions stand. */
  dots?: readonly Point[];
  /** North-west and south-east of the land; none without an outline. */
  corners?: readonly [Point, Point];
}

export interface BackdropHandle {
  /** Follows the canvas while it is panned and zoomed; touches one attribute only. */
  move: (cy: Core) => void;
  /** Draws the hulls anew, at most once a frame. */
  draw: (cy: Core, hulls: readonly Hull[]) => void;
}

interface Outline {
  id: string;
  label: string;
  d: string;
  at: Point;
  own: boolean;
}

/** What lies behind the drawing: the land, rings and groups. */
export function Backdrop({ ref, land }: { ref: Ref<BackdropHandle>; land: Land | null }) {
  const paper = useRef<SVGGElement>(null);
  const waiting = useRef(false);
  const [outlines, setOutlines] = useState<readonly Outline[]>([]);

  useImperativeHandle(ref, () => ({
    move: (cy) => {
      const { x, y } = cy.pan();
      paper.current?.setAttribute('transform', `translate(${x} ${y}) scale(${cy.zoom()})`);
      // Names of towns are as large on the screen at every zoom.
      paper.current?.style.setProperty('--unit', String(1 / cy.zoom()));
    },
    draw: (cy, hulls) => {
      if (waiting.current) return;
      waiting.current = true;
      requestAnimationFrame(() => {
        waiting.current = false;
        if (cy.destroyed()) return;
        const next = outlinesOf(cy, hulls);
        setOutlines((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      });
    },
  }));

  return (
    <svg aria-hidden="true">
      <g ref={paper}>
        {land?.areas.map((area) => (
          <g key={area.name} className="land">
            <path d={area.d} />
            <text x={area.at.x} y={area.at.y}>
              {area.name}
            </text>
          </g>
        ))}
        {land?.dots?.map(({ x, y }) => (
          <rect key={`${x},${y}`} className="dot" x={x - 6} y={y - 6} width={12} height={12} />
        ))}
        {outlines.map((outline) => (
          <g key={outline.id} className={outline.own ? 'hull own' : 'hull'}>
            <path d={outline.d} />
            <text x={outline.at.x} y={outline.at.y - 6}>
              {outline.label}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}

const outlinesOf = (cy: Core, hulls: readonly Hull[]): Outline[] =>
  hullOutlines(cy, hulls).flatMap(({ hull, points }) => {
    if (!points.length) return [];
    return [
      {
        id: hull.id,
        label: hull.label,
        d: pathOf(points),
        at: peakOf(points),
        own: hull.own ?? false,
      },
    ];
  });
