import { useTranslation } from 'react-i18next';
import './changes.css';

export interface CaseChange {
  title: string;
  before: string;
  after: string;
  pieces: readonly { kind: 'SAME' | 'REMOVED' | 'ADDED'; text: string }[];
}

/** What an event changed: each fact before and after; of long texts the sentences that went and came. */
export function Changes({ changes }: { changes: readonly CaseChange[] }) {
  const { t } = useTranslation();
  if (!changes.length) return null;
  return (
    <dl className="changes" aria-label={t('cases.changes')}>
      {changes.map((one) => (
        <div
          key={`${one.title}${one.before}${one.after}`}
          className={one.pieces.length ? 'long' : undefined}
        >
          <dt>{one.title}</dt>
          <dd className="wrap">
            {one.pieces.length ? (
              <Pieces change={one} />
            ) : (
              <>
                <del>{one.before}</del>
                <span aria-hidden="true" className="muted">
                  {' → '}
                </span>
                <ins>{one.after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What stayed is told as far as one needs it to find the place. */
function Pieces({ change }: { change: CaseChange }) {
  const last = change.pieces.length - 1;
  return change.pieces.map((piece, at) => {
    const key = `${at}${piece.kind}`;
    if (piece.kind === 'REMOVED') return <del key={key}>{piece.text}</del>;
    if (piece.kind === 'ADDED') return <ins key={key}>{piece.text}</ins>;
    return (
      <span key={key} className="muted" title={piece.text}>
        {around(piece.text, at === 0, at === last)}
      </span>
    );
  });
}

const NEAR = 24;

/** The ends of a text that stand beside what changed. */
export function around(text: string, first: boolean, last: boolean): string {
  if (text.length <= 2 * NEAR + 1) return text;
  const head = first ? '' : text.slice(0, NEAR);
  const tail = last ? '' : text.slice(-NEAR);
  return `${head}…${tail}`;
}
