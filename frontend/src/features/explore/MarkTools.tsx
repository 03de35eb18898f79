import { Button, Input, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rename, ungroup } from '../../graph/group';
import { LONGEST_NOTE, note } from '../../graph/note';
import { paint } from '../../graph/paint';
import { HALOS } from '../../graph/style';
import { COLOURS } from '../../graph/types';
import type { Explorer } from './useExplorer';

/** Colour marks for what is selected. */
export function ColourTools({
  explorer,
  selected,
}: {
  explorer: Explorer;
  selected: readonly string[];
}) {
  const { t } = useTranslation();
  const worn = explorer.picture.colours[selected[0] ?? ''];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would group a form, not marks
    <div className="row colours" role="group" aria-label={t('explore.colour')}>
      <span className="muted">{t('explore.colour')}</span>
      {COLOURS.map((colour, index) => {
        const word = t('ui.paren', { a: t(`explore.colours.${colour}`), b: index + 1 });
        return (
          <Tooltip key={colour} title={word}>
            <button
              type="button"
              aria-label={word}
              aria-pressed={worn === colour}
              style={{ background: HALOS[colour] }}
              onClick={() =>
                explorer.step((before) => paint(before, selected, worn === colour ? null : colour))
              }
            />
          </Tooltip>
        );
      })}
    </div>
  );
}

/** A note to one node; kept when the field is left. */
export function NoteField({ explorer, id }: { explorer: Explorer; id: string }) {
  const { t } = useTranslation();
  const kept = explorer.picture.notes[id] ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  return (
    <Input.TextArea
      id="graph-note"
      aria-label={t('explore.note')}
      placeholder={t('explore.notePlaceholder')}
      autoSize={{ minRows: 1, maxRows: 4 }}
      maxLength={LONGEST_NOTE}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => explorer.step((before) => note(before, id, text))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.blur();
        if (event.key === 'Escape') {
          setText(kept);
          event.stopPropagation();
        }
      }}
    />
  );
}

/** The groups that a node belongs to, or all groups of the picture. */
export function GroupNames({ explorer, of }: { explorer: Explorer; of: readonly string[] }) {
  const { t } = useTranslation();
  const groups = explorer.picture.hulls.filter((hull) =>
    of.some((id) => hull.members.includes(id)),
  );
  if (!groups.length) return null;
  return (
    <div className="stack" style={{ gap: 2 }}>
      {groups.map((hull) => (
        <GroupName
          key={hull.id}
          explorer={explorer}
          id={hull.id}
          label={hull.label}
          own={hull.own}
        />
      ))}
      <span className="visually-hidden">{t('explore.groups')}</span>
    </div>
  );
}

function GroupName(props: {
  explorer: Explorer;
  id: string;
  label: string;
  own: boolean | undefined;
}) {
  const { t } = useTranslation();
  const { explorer, id, label, own } = props;
  if (!own) return <span className="muted">{t('explore.inRing', { name: label })}</span>;
  return (
    <div className="row between">
      <Input
        key={label}
        size="small"
        aria-label={t('explore.groupName')}
        defaultValue={label}
        maxLength={40}
        onBlur={(event) => {
          const name = event.target.value;
          if (name.trim() && name !== label) explorer.step((before) => rename(before, id, name));
        }}
      />
      <Button size="small" onClick={() => explorer.step((before) => ungroup(before, id))}>
        {t('explore.ungroup')}
      </Button>
    </div>
  );
}
