import { saveBlob } from '../../ui/save';
import type { Board } from './useBoard';

/** The picture as a file under its caption; nothing while the table stands in its place. */
export async function saveImage(
  { canvas, asTable, explorer, caption: titled }: Board,
  kind: 'png' | 'svg',
): Promise<void> {
  if (asTable || !Object.keys(explorer.picture.nodes).length) return;
  const caption = titled();
  const name = caption.replace(/[\\/:*?"<>|]/g, '');
  if (kind === 'svg') {
    const text = canvas.current?.svg(caption);
    if (text) saveBlob(new Blob([text], { type: 'image/svg+xml' }), `${name}.svg`);
    return;
  }
  const blob = await canvas.current?.png(caption);
  if (blob) saveBlob(blob, `${name}.png`);
}
