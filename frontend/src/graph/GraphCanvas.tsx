import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Backdrop, type BackdropHandle, type Land } from './Backdrop';
import { arrange, positionsOf, sync } from './engine';
import { showFigures } from './figures';
import { frameAll, outOfSight, reveal, screenPlaces, zoomBy } from './frame';
import './graph.css';
import { LassoPen } from './LassoPen';
import { exportPng } from './png';
import type { Sieved } from './sieve';
import { toSvg } from './svg';
import type { Picture, Point } from './types';
import { useEngine, WHOLE } from './useEngine';
import { elementsOf, figures } from './view';

export interface CanvasHandle {
  fit: () => void;
  zoom: (factor: number) => void;
  pan: (x: number, y: number) => void;
  /** Brings a node into sight without changing the zoom. */
  reveal: (id: string) => void;
  png: (caption: string) => Promise<Blob>;
  svg: (caption: string) => string;
}

interface GraphCanvasProps {
  ref?: Ref<CanvasHandle>;
  /** The whole picture, for places and layout. */
  picture: Picture;
  /** What of it is drawn. */
  shown: Sieved;
  /** Grows when the person asks for the layout. */
  arrangement: number;
  /** The county under the layout `map`; null until it is known. */
  land: Land | null;
  selected: readonly string[];
  lasso: boolean;
  onSelect: (ids: string[]) => void;
  onOpen: (id: string) => void;
  /** The layout put the nodes there, or (`byHand`) the person did. */
  onPlace: (positions: Record<string, Point>, byHand: boolean) => void;
  onLasso: (ids: string[], more: boolean) => void;
}

const NOWHERE = { lon: 0, lat: 0 };

/** Only draws: what is in the picture is decided by the model. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const backdrop = useRef<BackdropHandle>(null);
  const frameWhole = () =>
    frameAll(engine.current, props.picture.layout === 'map' ? props.land?.corners : undefined);
  const latest = useRef({ ...props, onResize: frameWhole });
  latest.current = { ...props, onResize: frameWhole };
  const engine = useEngine(holder, latest, backdrop);

  const { picture, shown, arrangement, land } = props;
  const under = picture.layout === 'map' ? land : null;
  const drawing = useMemo(
    () =>
      elementsOf(
        shown.picture,
        (edge) =>
          figures(edge, (n, amount) =>
            amount ? t('graph.edgeMoney', { n, amount }) : t('graph.edge', { n }),
          ),
        shown.pale,
      ),
    [shown, t],
  );

  const asked = useRef(arrangement);
  const fitted = useRef<readonly string[]>([]);
  useEffect(() => {
    const cy = engine.current;
    if (!cy) return;
    const grown = sync(cy, drawing, picture.positions);
    showFigures(cy);
    const again = asked.current !== arrangement;
    if (land || picture.layout !== 'map') asked.current = arrangement;
    backdrop.current?.draw(cy, shown.picture.hulls);
    // The map waits for the land that everything on it is measured from.
    if (cy.nodes().empty() || (picture.layout === 'map' && !land)) return;
    const frame = () => {
      frameAll(cy, picture.layout === 'map' ? land?.corners : undefined);
    };
    // Another picture than the one in sight, such as a reopened one, comes into sight as a whole.
    const here = cy.nodes().map((node) => node.id());
    const another = !fitted.current.some((id) => cy.getElementById(id).nonempty());
    fitted.current = here;
    if (!grown && !again) {
      if (another) frame();
      return;
    }
    const some = Object.keys(picture.positions).length > 0;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void arrange(cy, latest.current.picture, some && !again, land?.middle ?? NOWHERE, calm).then(
      () => {
        if (engine.current !== cy) return;
        if (again || another || !some || outOfSight(cy)) frame();
        latest.current.onPlace(positionsOf(cy), false);
      },
    );
  }, [drawing, picture.positions, picture.layout, arrangement, shown, land, engine]);

  const chosen = props.selected.join('\n');
  useEffect(() => {
    const ids = new Set(chosen.split('\n'));
    engine.current?.elements().forEach((element) => {
      if (ids.has(element.id())) element.select();
      else element.unselect();
    });
    showFigures(engine.current);
  }, [chosen, engine]);

  useImperativeHandle(props.ref, () => ({
    fit: frameWhole,
    zoom: (factor) => zoomBy(engine.current, factor),
    pan: (x, y) => {
      engine.current?.scratch(WHOLE, false);
      engine.current?.panBy({ x, y });
    },
    reveal: (id) => reveal(engine.current, id),
    png: async (caption) => {
      if (!engine.current) throw new Error('no picture yet');
      return exportPng(engine.current, shown.picture.hulls, under, caption);
    },
    svg: (caption) => toSvg(shown.picture, drawing, under, caption),
  }));

  return (
    <div
      className="graph-canvas"
      role="application"
      aria-label={t('graph.canvas')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing takes keys
      tabIndex={0}
    >
      <Backdrop ref={backdrop} land={under} />
      <div className="drawing" ref={holder} />
      {props.lasso ? (
        <LassoPen
          places={() => screenPlaces(engine.current)}
          onDone={(ids, more) => props.onLasso(ids, more)}
        />
      ) : null}
    </div>
  );
}
