import { Link } from 'react-router';

interface OfDeadline {
  of: string;
  ofTitle: string;
  target: string;
}

/** The case or doctor that a deadline is of, linked to its page. */
export const ofCell = (_: unknown, row: OfDeadline) => (
  <Link to={row.target}>
    {row.of} <span lang="zh">{row.ofTitle}</span>
  </Link>
);

/** The law that a deadline rests on. */
export const lawCell = (_: unknown, row: { basis: string }) => (
  <span className="muted wrap" lang="zh">
    {row.basis}
  </span>
);
