import type { Core, EventObject } from 'cytoscape';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { arrange, createEngine, hullOutlines, positionsOf, sync } from './engine';
import './graph.css';
import { pathOf } from './hull';
import type { LayoutName } from './layout';
import { exportPng } from './png';
import type { Picture, Point } from './types';
import { elementsOf, figures, type SizeBy } from './view';

export interface CanvasHandle {
  fit: () => void;
  zoom: (factor: number) => void;
  png: (caption: string) => Promise<Blob>;
}

interface GraphCanvasProps {
  ref?: Ref<CanvasHandle>;
  picture: Picture;
  layout: LayoutName;
  /** Changes when the person asks for the layout again. */
  arrangement: number;
  sizeBy: SizeBy;
  selected: readonly string[];
  onSelect: (ids: string[]) => void;
  onOpen?: (id: string) => void;
  onPlace: (positions: Record<string, Point>, byHand: boolean) => void;
  onRemove?: (ids: readonly string[]) => void;
}

/** Only draws: what is in the picture is decided by the model. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const engine = useRef<Core | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [outlines, setOutlines] = useState<{ id: string; d: string; label: string; at: Point }[]>(
    [],
  );

  useEffect(() => {
    if (!holder.current) return;
    const cy = createEngine(holder.current);
    engine.current = cy;
    const select = () => latest.current.onSelect(cy.$(':selected').map((one) => one.id()));
    cy.on('select unselect', debounce(select, 30));
    cy.on('mouseover', 'edge', (event: EventObject) => event.target.addClass('near'));
    cy.on('mouseout', 'edge', () => showFigures(cy));
    cy.on('dbltap', 'node', (event: EventObject) => latest.current.onOpen?.(event.target.id()));
    cy.on('dragfree', 'node', () => latest.current.onPlace(positionsOf(cy), true));
    cy.on('render', () => {
      const next = hullOutlines(cy, latest.current.picture.hulls).map(({ hull, points }) => ({
        id: hull.id,
        label: hull.label,
        d: pathOf(points),
        at: points.reduce(
          (top, point) => (point.y < top.y ? point : top),
          points[0] ?? { x: 0, y: 0 },
        ),
      }));
      setOutlines((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    });
    const observer = new ResizeObserver(() => cy.resize());
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      cy.destroy();
      engine.current = null;
    };
  }, []);

  const { picture, sizeBy, layout, arrangement } = props;
  const lastArrangement = useRef('');
  useEffect(() => {
    const cy = engine.current;
    if (!cy) return;
    const changed = sync(
      cy,
      elementsOf(picture, sizeBy, (edge) =>
        figures(edge, (n, amount) =>
          amount ? t('graph.edgeMoney', { n, amount }) : t('graph.edge', { n }),
        ),
      ),
      picture.positions,
    );
    const asked = `${layout}:${arrangement}`;
    if (!changed && asked === lastArrangement.current) return;
    const fresh =
      lastArrangement.current === '' && Object.keys(picture.positions).length > 0 && !changed;
    lastArrangement.current = asked;
    if (fresh) {
      cy.fit(undefined, 40);
      return;
    }
    if (cy.nodes().empty()) return;
    void arrange(cy, layout, latest.current.picture).then(() => {
      if (engine.current === cy) latest.current.onPlace(positionsOf(cy), false);
    });
  }, [picture, sizeBy, layout, arrangement, t]);

  const chosen = props.selected.join('\n');
  useEffect(() => {
    const ids = new Set(chosen.split('\n'));
    engine.current?.elements().forEach((element) => {
      if (ids.has(element.id())) element.select();
      else element.unselect();
    });
    showFigures(engine.current);
  }, [chosen]);

  useImperativeHandle(props.ref, () => ({
    fit: () => void engine.current?.fit(undefined, 40),
    zoom: (factor) => zoomBy(engine.current, factor),
    png: async (caption) => {
      if (!engine.current) throw new Error('no picture yet');
      return exportPng(engine.current, latest.current.picture.hulls, caption);
    },
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    const cy = engine.current;
    if (!cy || event.ctrlKey || event.metaKey) return;
    const step = PAN[event.key];
    if (step) cy.panBy({ x: step[0], y: step[1] });
    else if (event.key === '+' || event.key === '=') zoomBy(cy, 1.25);
    else if (event.key === '-') zoomBy(cy, 0.8);
    else if (event.key === '0') cy.fit(undefined, 40);
    else if (event.key === 'Delete' && props.selected.length) props.onRemove?.(props.selected);
    else if (event.key === 'Enter' && props.selected[0]) props.onOpen?.(props.selected[0]);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className="graph-canvas"
      role="application"
      aria-label={t('graph.canvas')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing takes arrow keys
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <svg aria-hidden="true">
        {outlines.map((outline) => (
          <g key={outline.id}>
            <path d={outline.d} />
            <text x={outline.at.x} y={outline.at.y - 6}>
              {outline.label}
            </text>
          </g>
        ))}
      </svg>
      <div className="drawing" ref={holder} />
    </div>
  );
}

/** Figures of the relations of what is chosen, when there are too many to show all. */
function showFigures(cy: Core | null): void {
  if (!cy) return;
  cy.edges().removeClass('near');
  const chosen = cy.$('node:selected');
  if (chosen.length <= 2) chosen.connectedEdges().addClass('near');
}

const PAN: Record<string, [number, number]> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
};

function zoomBy(cy: Core | null, factor: number): void {
  if (!cy) return;
  cy.zoom({
    level: cy.zoom() * factor,
    renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 },
  });
}

function debounce(act: () => void, wait: number): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  };
}
