import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Guide } from './guide';
import { HistoryList } from './HistoryList';
import { SavedList } from './SavedList';
import { SchemaList } from './SchemaList';

export interface HelpProps {
  guide: Guide;
  /** What stands in the editor. */
  now: { query: string; parameters: string };
  /** How many queries ran on this page; the history follows it. */
  asked: number;
  onTake: (query: string, parameters: string) => void;
  onInsert: (word: string) => void;
}

/** Beside the editor: examples, the declared map, what one asked before, what one kept. */
export function HelpPanel(props: HelpProps) {
  const { t } = useTranslation();
  const { guide, onTake } = props;
  return (
    <aside className="panel console-help" aria-label={t('cypher.help')}>
      <Tabs
        size="small"
        items={[
          {
            key: 'examples',
            label: t('cypher.examples'),
            children: (
              <ul className="console-list">
                {guide.examples.map((one) => (
                  <li key={one.key}>
                    <button type="button" onClick={() => onTake(one.query, one.parameters)}>
                      {one.title}
                    </button>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'schema',
            label: t('cypher.schema'),
            children: <SchemaList guide={guide} onInsert={props.onInsert} />,
          },
          {
            key: 'history',
            label: t('cypher.history'),
            children: <HistoryList asked={props.asked} onTake={onTake} />,
          },
          {
            key: 'saved',
            label: t('cypher.saved'),
            children: <SavedList now={props.now} onTake={onTake} />,
          },
        ]}
      />
    </aside>
  );
}
