import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { group } from '../../graph/group';
import { keepOnly, remove } from '../../graph/model';
import type { GraphNode } from '../../graph/types';
import { ColourTools, GroupNames } from './MarkTools';
import { PathTools } from './PathTools';
import type { SelectionProps } from './selection';

const LISTED = 12;

/** Several nodes: paths, what they share, marks, a group. */
export function ManyPanel(props: SelectionProps & { nodes: readonly GraphNode[] }) {
  const { t } = useTranslation();
  const { explorer, nodes, selected, onSelect } = props;
  const [name, setName] = useState('');
  const [least, setLeast] = useState<number | null>(null);
  const ids = nodes.map((node) => node.id);
  const make = () => {
    explorer.step((before) => group(before, ids, name.trim() || t('explore.groupDefault')));
    setName('');
  };
  return (
    <div className="stack">
      <h2>{t('explore.selectedN', { n: nodes.length })}</h2>
      <div className="chosen">
        {nodes.slice(0, LISTED).map((node) => (
          <Button key={node.id} type="text" size="small" onClick={() => onSelect([node.id])}>
            <span className="clip">{node.label}</span>
            <span className="muted">{t(`graph.kinds.${node.kind}`)}</span>
          </Button>
        ))}
        {nodes.length > LISTED ? (
          <span className="muted">{t('explore.more', { n: nodes.length - LISTED })}</span>
        ) : null}
      </div>
      <PathTools {...props} />
      <div className="row wrapping">
        <Button
          size="small"
          onClick={() => void explorer.common(ids, least && Math.min(least, nodes.length))}
        >
          {t('explore.common')}
        </Button>
        {nodes.length > 2 ? (
          <label className="row" htmlFor="common-least">
            <span className="muted">{t('explore.commonLeast')}</span>
            <InputNumber
              id="common-least"
              size="small"
              style={{ width: 56 }}
              min={2}
              max={nodes.length}
              precision={0}
              placeholder={String(nodes.length)}
              value={least}
              onChange={setLeast}
            />
            <span className="muted">{t('explore.commonOf', { n: nodes.length })}</span>
          </label>
        ) : null}
        <Button size="small" onClick={() => explorer.step((before) => keepOnly(before, ids))}>
          {t('explore.keep')}
        </Button>
        <Button
          size="small"
          danger
          onClick={() => {
            explorer.step((before) => remove(before, ids));
            onSelect([]);
          }}
        >
          {t('graph.remove')}
        </Button>
      </div>
      <ColourTools explorer={explorer} selected={selected} />
      <div className="row">
        <Input
          id="graph-group"
          size="small"
          aria-label={t('explore.groupName')}
          placeholder={t('explore.groupName')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={make}
        />
        <Button size="small" onClick={make}>
          {t('explore.group')}
        </Button>
      </div>
      <GroupNames explorer={explorer} of={ids} />
    </div>
  );
}
