import { DownOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../ui/MenuButton';
import { ActDialog } from './ActDialog';
import type { ActSpec } from './types';

export interface OfferedAct {
  act: string;
  title: string;
  /** The title with what it is of, where the act alone says too little: which form is to be issued. */
  step?: string;
  primary: boolean;
  /** Whose signature was lent for it. */
  onBehalfOf?: string | null;
  blockedBy: string | null;
}

interface ActBarProps {
  offered: readonly OfferedAct[];
  specs: readonly ActSpec[];
  fixed: Record<string, unknown>;
  version: number;
  /** What the page can fill in and the person may change. */
  defaults?: Record<string, unknown>;
  /** The same for one act alone, by its name. */
  defaultsOf?: Readonly<Record<string, Record<string, unknown> | null | undefined>>;
  /** What is to be known before an act alone is filled in, by its name. */
  notesOf?: Readonly<Record<string, string | null | undefined>>;
  word: string;
  /** Acts that the page starts itself, e.g. from a row. */
  except?: readonly string[];
  /** The object as it is now, for the comparison when the page was stale. */
  current?: ReactNode;
  /** Acts that have a place of their own on the page: this opens it. */
  elsewhere?: Readonly<Record<string, () => void>>;
  onDone: () => void;
}

/** The one primary act as a button, the others behind one menu; the server says which are possible. */
export function ActBar(props: ActBarProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState<OfferedAct | null>(null);
  const shown = props.offered.filter((one) => !props.except?.includes(one.act));
  const primary = shown.find((one) => one.primary);
  const others = shown.filter((one) => one !== primary);
  const spec = open ? props.specs.find((one) => one.act === open.act) : undefined;
  const { defaults: common, defaultsOf } = props;
  const act = open?.act ?? '';
  const defaults = useMemo(() => ({ ...common, ...defaultsOf?.[act] }), [common, defaultsOf, act]);
  const start = (one: OfferedAct) => {
    const place = props.elsewhere?.[one.act];
    if (place) place();
    else if (props.specs.some((known) => known.act === one.act)) setOpen(one);
    else message.warning(t('acts.unknown', { act: one.act }));
  };
  return (
    <>
      {others.length > 0 ? (
        <MenuButton
          data-testid="more-acts"
          menu={{
            // A case under investigation has more acts than an office screen has room for.
            style: { maxHeight: 'calc(100vh - 120px)', overflowY: 'auto' },
            items: others.map((one) => ({
              key: one.act,
              label: one.blockedBy ? (
                <Tooltip placement="left" title={t('acts.blocked', { why: one.blockedBy })}>
                  {one.title}
                </Tooltip>
              ) : (
                one.title
              ),
              disabled: Boolean(one.blockedBy),
            })),
            onClick: ({ key }) => {
              const one = others.find((other) => other.act === key);
              if (one) start(one);
            },
          }}
        >
          {t('acts.more')} <DownOutlined />
        </MenuButton>
      ) : null}
      {primary ? (
        <Tooltip title={primary.blockedBy ? t('acts.blocked', { why: primary.blockedBy }) : ''}>
          <Button
            type="primary"
            data-testid="primary-act"
            disabled={Boolean(primary.blockedBy)}
            onClick={() => start(primary)}
          >
            {primary.step ?? primary.title}
          </Button>
        </Tooltip>
      ) : null}
      {open && spec ? (
        <ActDialog
          spec={spec}
          title={
            open.onBehalfOf
              ? t('acts.onBehalf', { act: open.title, name: open.onBehalfOf })
              : open.title
          }
          fixed={props.fixed}
          version={props.version}
          defaults={defaults}
          note={props.notesOf?.[act]}
          word={props.word}
          current={props.current}
          onStale={props.onDone}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null);
            props.onDone();
          }}
        />
      ) : null}
    </>
  );
}
