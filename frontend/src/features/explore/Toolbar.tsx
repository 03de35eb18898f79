import {
  BorderOuterOutlined,
  ClusterOutlined,
  FieldTimeOutlined,
  FilterOutlined,
  HighlightOutlined,
  QuestionCircleOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Popover, Segmented, Select, Space, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYOUTS, type LayoutName, type SizeBy } from '../../graph/types';
import { AskPanel } from './AskPanel';
import { ExportMenu } from './ExportMenu';
import { FilterPanel, filtering } from './FilterPanel';
import type { Board } from './useBoard';

/** One row of tools; each says its key. */
export function Toolbar({ board }: { board: Board }) {
  const { t } = useTranslation();
  const { explorer, canvas, asTable } = board;
  const { picture } = explorer;
  const filtered = filtering(picture.filter);
  return (
    <>
      <Space.Compact>
        <Tool
          word={t('graph.undo')}
          sign="Ctrl+Z"
          icon={<UndoOutlined />}
          off={!explorer.canUndo}
          act={explorer.undo}
        />
        <Tool
          word={t('graph.redo')}
          sign="Ctrl+Y"
          icon={<RedoOutlined />}
          off={!explorer.canRedo}
          act={explorer.redo}
        />
      </Space.Compact>
      <Select<LayoutName>
        aria-label={t('graph.layout')}
        style={{ width: 104 }}
        value={picture.layout}
        onSelect={board.setLayout}
        options={LAYOUTS.map((value) => ({ value, label: t(`graph.layouts.${value}`) }))}
      />
      <Segmented<SizeBy>
        aria-label={t('graph.size')}
        value={picture.sizeBy}
        onChange={(sizeBy) => explorer.step((now) => ({ ...now, sizeBy }))}
        options={(['visits', 'amount'] as const).map((value) => ({
          value,
          label: t(`graph.sizeBy.${value}`),
        }))}
      />
      <Space.Compact>
        <Tool
          word={t('graph.zoomIn')}
          sign="+"
          icon={<ZoomInOutlined />}
          off={asTable}
          act={() => canvas.current?.zoom(1.25)}
        />
        <Tool
          word={t('graph.zoomOut')}
          sign="-"
          icon={<ZoomOutOutlined />}
          off={asTable}
          act={() => canvas.current?.zoom(0.8)}
        />
        <Tool
          word={t('graph.fit')}
          sign="0"
          icon={<BorderOuterOutlined />}
          off={asTable}
          act={() => canvas.current?.fit()}
        />
      </Space.Compact>
      <Space.Compact>
        <Tool
          word={t('graph.lasso')}
          sign="L"
          icon={<HighlightOutlined />}
          on={board.lasso}
          off={asTable}
          act={() => board.setLasso(!board.lasso)}
        />
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={board.filterOpen}
          onOpenChange={board.setFilterOpen}
          content={<FilterPanel explorer={explorer} />}
        >
          <span>
            <Tool
              word={t('explore.filter.title')}
              sign="F"
              icon={<FilterOutlined />}
              on={filtered}
            />
          </span>
        </Popover>
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={board.askOpen}
          onOpenChange={board.setAskOpen}
          content={<AskPanel board={board} />}
        >
          <span>
            <Tool word={t('explore.ask.title')} sign="Q" icon={<QuestionCircleOutlined />} />
          </span>
        </Popover>
        <Tool
          word={t('explore.story.title')}
          sign="B"
          icon={<FieldTimeOutlined />}
          on={board.story}
          act={() => board.setStory(!board.story)}
        />
        <Tool
          word={t('graph.structure.title')}
          sign="U"
          icon={<ClusterOutlined />}
          on={board.structure.on}
          act={() => board.structure.setOn(!board.structure.on)}
        />
        <Tool
          word={t(asTable ? 'graph.picture' : 'graph.table')}
          sign="T"
          icon={<TableOutlined />}
          on={asTable}
          act={() => board.setAsTable(!asTable)}
        />
      </Space.Compact>
      <ExportMenu board={board} />
      <Tool
        word={t('explore.help.title')}
        sign="?"
        icon={<span>?</span>}
        act={() => board.setDialog('help')}
      />
    </>
  );
}

function Tool(props: {
  word: string;
  sign: string;
  icon: ReactNode;
  /** None: what stands around the button acts. */
  act?: () => void;
  off?: boolean;
  on?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('ui.paren', { a: props.word, b: props.sign })}>
      <Button
        aria-label={props.word}
        aria-pressed={props.on}
        type={props.on ? 'primary' : 'default'}
        icon={props.icon}
        disabled={props.off ?? false}
        {...(props.act ? { onClick: props.act } : {})}
      />
    </Tooltip>
  );
}
