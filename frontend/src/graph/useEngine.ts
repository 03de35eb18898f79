import type { Core, EventObject } from 'cytoscape';
import { type RefObject, useEffect, useRef } from 'react';
import type { BackdropHandle } from './Backdrop';
import { createEngine } from './engine';
import { showFigures } from './figures';
import type { Picture, Point } from './types';

/** Whether all of the picture was brought into sight, and nobody moved it since. */
export const WHOLE = 'whole';

interface Listener {
  onResize: () => void;
  picture: Picture;
  onSelect: (ids: string[]) => void;
  onOpen: (id: string) => void;
  onPlace: (positions: Record<string, Point>, byHand: boolean) => void;
}

/** The drawing engine, alive as long as its holder; it tells what the person does with the mouse. */
export function useEngine(
  holder: RefObject<HTMLDivElement | null>,
  latest: RefObject<Listener>,
  backdrop: RefObject<BackdropHandle | null>,
): RefObject<Core | null> {
  const engine = useRef<Core | null>(null);
  useEffect(() => {
    if (!holder.current) return;
    const cy = createEngine(holder.current);
    engine.current = cy;
    const select = () => latest.current.onSelect(cy.$('node:selected').map((one) => one.id()));
    cy.on('select unselect', debounce(select, 30));
    cy.on('mouseover', 'edge', (event: EventObject) => event.target.addClass('near'));
    cy.on('mouseout', 'edge', () => showFigures(cy));
    cy.on('dbltap', 'node', (event: EventObject) => latest.current.onOpen(event.target.id()));
    cy.on('dragfree', 'node', (event: EventObject) => {
      const moved = cy.nodes(':selected').union(event.target).nodes();
      latest.current.onPlace(
        Object.fromEntries(moved.map((node) => [node.id(), { ...node.position() }])),
        true,
      );
    });
    cy.on('viewport resize', () => backdrop.current?.move(cy));
    cy.on('position', 'node', () => backdrop.current?.draw(cy, latest.current.picture.hulls));
    // A picture that was seen as a whole stays so when a panel takes room; one that the person
    // moved or zoomed stays where it is.
    cy.on('dragpan scrollzoom pinchzoom', () => void cy.scratch(WHOLE, false));
    const observer = new ResizeObserver(() => {
      cy.resize();
      if (cy.scratch(WHOLE) && cy.nodes().nonempty()) latest.current.onResize();
    });
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      cy.destroy();
      engine.current = null;
    };
  }, [holder, latest, backdrop]);
  return engine;
}

function debounce(act: () => void, wait: number): () => void {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(act, wait);
  };
}
