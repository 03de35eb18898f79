import { useTranslation } from 'react-i18next';
import { ManyPanel } from './ManyPanel';
import { OnePanel } from './OnePanel';
import { PathList } from './PathList';
import type { SelectionProps } from './selection';
import './explore.css';

/** What is selected, and what can be done with one, two or several. */
export function SelectionPanel(props: SelectionProps) {
  const { t } = useTranslation();
  const nodes = props.selected.flatMap((id) => props.explorer.picture.nodes[id] ?? []);
  const [one, two] = nodes;
  return (
    <div className="stack wide">
      <PathList explorer={props.explorer} onSelect={props.onSelect} />
      {!one ? (
        <p className="muted">{t('explore.nothing')}</p>
      ) : two ? (
        <ManyPanel {...props} nodes={nodes} />
      ) : (
        <OnePanel key={one.id} {...props} node={one} />
      )}
    </div>
  );
}
