import {
  BorderOuterOutlined,
  DownloadOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Segmented, Select, Space, Tooltip } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import type { CanvasHandle } from '../../graph/GraphCanvas';
import { LAYOUTS, type LayoutName } from '../../graph/layout';
import type { SizeBy } from '../../graph/view';
import { moment } from '../../ui/format';
import { saveBlob } from '../../ui/save';
import type { Explorer } from './useExplorer';

interface ToolbarProps {
  explorer: Explorer;
  canvas: RefObject<CanvasHandle | null>;
  layout: LayoutName;
  onLayout: (name: LayoutName) => void;
  sizeBy: SizeBy;
  onSizeBy: (by: SizeBy) => void;
  asTable: boolean;
  onTable: (table: boolean) => void;
  name: string;
}

export function Toolbar(props: ToolbarProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { explorer, canvas } = props;
  const nodes = Object.keys(explorer.picture.nodes).length;
  const png = async () => {
    const at = dayjs().toISOString();
    const blob = await canvas.current?.png(`${props.name} · ${me.name} · ${moment(at)}`);
    if (blob) saveBlob(blob, `${props.name}-${moment(at).replace(/\D/g, '')}.png`);
  };
  return (
    <>
      <Space.Compact>
        <Tool
          word={t('graph.undo')}
          icon={<UndoOutlined />}
          off={!explorer.canUndo}
          act={explorer.undo}
        />
        <Tool
          word={t('graph.redo')}
          icon={<RedoOutlined />}
          off={!explorer.canRedo}
          act={explorer.redo}
        />
      </Space.Compact>
      <Select<LayoutName>
        aria-label={t('graph.layout')}
        style={{ width: 116 }}
        value={props.layout}
        onChange={props.onLayout}
        options={LAYOUTS.map((value) => ({ value, label: t(`graph.layouts.${value}`) }))}
      />
      <Segmented<SizeBy>
        aria-label={t('graph.size')}
        value={props.sizeBy}
        onChange={props.onSizeBy}
        options={(['visits', 'amount'] as const).map((value) => ({
          value,
          label: t(`graph.sizeBy.${value}`),
        }))}
      />
      <Space.Compact>
        <Tool
          word={t('graph.zoomIn')}
          icon={<ZoomInOutlined />}
          act={() => canvas.current?.zoom(1.25)}
        />
        <Tool
          word={t('graph.zoomOut')}
          icon={<ZoomOutOutlined />}
          act={() => canvas.current?.zoom(0.8)}
        />
        <Tool
          word={t('graph.fit')}
          icon={<BorderOuterOutlined />}
          act={() => canvas.current?.fit()}
        />
      </Space.Compact>
      <Button
        type={props.asTable ? 'primary' : 'default'}
        icon={<TableOutlined />}
        onClick={() => props.onTable(!props.asTable)}
      >
        {props.asTable ? t('graph.picture') : t('graph.table')}
      </Button>
      <Tool
        word={t('graph.png')}
        icon={<DownloadOutlined />}
        off={nodes === 0 || props.asTable}
        act={() => void png()}
      />
    </>
  );
}

function Tool({
  word,
  icon,
  act,
  off,
}: {
  word: string;
  icon: ReactNode;
  act: () => void;
  off?: boolean;
}) {
  return (
    <Tooltip title={word}>
      <Button aria-label={word} icon={icon} disabled={off ?? false} onClick={act} />
    </Tooltip>
  );
}
