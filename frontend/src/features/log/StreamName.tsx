import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../app/session';

/** Kinds of objects whose page can be opened, with the right that the page asks for. */
const PAGES: Record<string, { page: string; path: string }> = {
  case: { page: 'cases', path: '/cases/' },
  lines: { page: 'cases', path: '/cases/' },
  messages: { page: 'cases', path: '/cases/' },
  inspection: { page: 'inspections', path: '/inspections/' },
  points: { page: 'points', path: '/points/' },
  finding: { page: 'findings', path: '/findings/' },
  ring: { page: 'rings', path: '/rings/' },
};

/** There is one of each: its own key says nothing. */
const SINGLE = ['bureau', 'questions', 'vault'];

/** An event chain in the words of the desk; a link for those who may open the object. */
export function StreamName({ stream }: { stream: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const cut = stream.indexOf(':');
  const kind = cut < 0 ? stream : stream.slice(0, cut);
  const key = cut < 0 || SINGLE.includes(kind) ? '' : stream.slice(cut + 1);
  const word = t(`log.kinds.${kind as 'case'}`, { defaultValue: kind });
  const target = PAGES[kind];
  const open = target && me.pages.includes(target.page);
  return (
    <span title={stream}>
      {word} {open ? <Link to={target.path + encodeURIComponent(key)}>{key}</Link> : key}
    </span>
  );
}
