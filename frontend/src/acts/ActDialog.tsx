import { Button, Drawer, Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ConfirmDanger } from '../ui/ConfirmDanger';
import { moment } from '../ui/format';
import { dropDraft, keepDraft, loadDraft } from '../ui/kept';
import { StaleDialog } from '../ui/StaleDialog';
import { ActField } from './ActField';
import {
  type Choices,
  isThere,
  nothingToChoose,
  offeredFor,
  onlyChoices,
  suggestedPoints,
  useChoices,
} from './choices';
import { DraftNote, ForeNote, RefusedNote } from './FormNotes';
import { known } from './known';
import { MyValues } from './MyValues';
import { answeredVersion } from './own';
import type { ActSpec, Field } from './types';
import { type Refused, useAct } from './useAct';
import { inputOf, revived } from './values';

interface ActDialogProps {
  spec: ActSpec;
  title: string;
  /** Ids that the page knows: caseNo, pracPsnCode, login, proposalId … */
  fixed: Record<string, unknown>;
  version: number | null;
  defaults?: Record<string, unknown>;
  /** What is to be known before it is filled in. */
  note?: string | null;
  /** The object as it is now, shown beside the person's own text when the page was stale. */
  current?: ReactNode;
  /** Brings the page, and with it `version` and `current`, up to date. */
  onStale?: () => void;
  /** What has to be typed for a dangerous act. */
  word: string;
  onDone: () => void;
  onClose: () => void;
}

/** An act as a form in a drawer: draft kept, errors at the field, Ctrl+Enter submits. */
export function ActDialog(props: ActDialogProps) {
  const { spec } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm();
  const box = useRef<HTMLDivElement>(null);
  const { run, busy } = useAct(spec);
  const client = useClient();
  const choices = useChoices();
  // The page goes on by itself while somebody writes: from his first word on he answers to what he
  // saw. Until then the form goes with the page, which may still be fetching what he did just before.
  const live = { fixed: props.fixed, version: props.version };
  const [seen, setSeen] = useState<typeof live | null>(null);
  const { fixed } = seen ?? live;
  const of = String(Object.values(fixed)[0] ?? '');
  const version = answeredVersion(of, (seen ?? live).version);
  const hold = () => setSeen((before) => before ?? live);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [savedAt, setSavedAt] = useState('');
  const [stale, setStale] = useState<{ mine: number; theirs: number } | null>(null);
  const [foreseen, setForeseen] = useState<string[]>([]);
  const [confirming, setConfirming] = useState<Record<string, unknown> | null>(null);
  const key = `${spec.act}.${Object.values(fixed).join('.')}`;
  const fields = spec.fields.filter(
    (field) =>
      !(field.name in fixed) && isThere(field, choices) && !nothingToChoose(field, choices),
  );
  const initial = useMemo(
    () => ({
      ...props.defaults,
      ...onlyChoices(spec.fields, choices),
      ...draftable(spec, loadDraft(key)),
    }),
    [spec, key, props.defaults, choices],
  );
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());

  const send = async (values: Record<string, unknown>) => {
    const input = {
      ...inputOf({ ...spec, fields }, values),
      ...known(spec, fixed),
      expectedVersion: version,
      commandId,
    };
    const answer = await run(input, props.title, of);
    setConfirming(null);
    setRefused(answer);
    if (answer?.stale) {
      setStale({ mine: version ?? 0, theirs: answer.currentVersion ?? 0 });
      props.onStale?.();
    }
    if (answer?.field) {
      const name = answer.field.split('.').at(-1) ?? answer.field;
      form.setFields([{ name, errors: [answer.message] }]);
    }
    if (!answer) {
      dropDraft(key);
      props.onDone();
    }
  };
  /** Lists what would follow; false when the act would be refused. */
  const foresee = async (values: Record<string, unknown>): Promise<boolean> => {
    if (!spec.preview) return true;
    const input = { ...inputOf({ ...spec, fields }, values), ...known(spec, fixed) };
    const { data } = await client.query(spec.preview, { input }, { requestPolicy: 'network-only' });
    const found = data?.preview;
    setForeseen(found?.consequences.map((one) => one.text) ?? []);
    if (!found?.refused) return true;
    setRefused({ message: found.refused, field: null, stale: false, currentVersion: null });
    return false;
  };
  const said = (danger: NonNullable<ActSpec['danger']>, values: Record<string, unknown>) =>
    t(`acts.consequences.${typeof danger === 'function' ? danger(values) : danger}`).split('\n');
  const submit = async () => {
    const values = await form.validateFields().catch(() => null);
    if (!values) return;
    if (!spec.danger) return send(values);
    hold();
    if (await foresee(values)) setConfirming(values);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // From anywhere in the drawer, but not from the dialogs above it.
    if (!event.currentTarget.contains(event.target as Node)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  return (
    <Drawer
      open
      size={fields.some((field) => field.kind === 'table') ? 960 : 560}
      title={props.title}
      onClose={props.onClose}
      onKeyDown={onKeyDown}
      // The keys are the form's from the start, before a field is chosen; Tab leads to the first one.
      afterOpenChange={(open) => {
        const at = box.current;
        if (open && at && !at.contains(document.activeElement)) at.focus({ preventScroll: true });
      }}
      footer={
        <div className="row between">
          <DraftNote savedAt={savedAt} />
          <span className="row">
            <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
            <Button
              type="primary"
              danger={Boolean(spec.danger)}
              loading={busy}
              autoFocus={!fields.length}
              onClick={submit}
            >
              {props.title}
            </Button>
          </span>
        </div>
      }
    >
      <div ref={box} tabIndex={-1} style={{ outline: 'none' }}>
        {props.note ? <ForeNote text={props.note} /> : null}
        {refused && !refused.stale ? <RefusedNote message={refused.message} /> : null}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          scrollToFirstError
          onValuesChange={(changed, values) => {
            hold();
            const filled = filledBy(fields, changed, choices, values);
            form.setFieldsValue(filled);
            keepDraft(key, { ...values, ...filled });
            setSavedAt(moment(new Date().toISOString()).slice(11));
          }}
        >
          {fields.map((field) => (
            <ActField key={`${field.name}.${field.label}`} field={field} fields={spec.fields} />
          ))}
          {fields.length ? null : <p className="muted">{t('acts.nothingAsked')}</p>}
        </Form>
      </div>
      {stale ? (
        <StaleDialog
          mineVersion={stale.mine}
          theirsVersion={stale.theirs}
          mine={<MyValues fields={fields} values={form.getFieldsValue()} />}
          theirs={props.current}
          onRedo={() => {
            setSeen({ fixed: { ...fixed, ...props.fixed }, version: stale.theirs });
            setStale(null);
            setRefused(null);
            setCommandId(crypto.randomUUID());
          }}
          onLater={() => setStale(null)}
          onDiscard={() => {
            dropDraft(key);
            props.onDone();
          }}
        />
      ) : null}
      {confirming && spec.danger ? (
        <ConfirmDanger
          title={props.title}
          word={props.word}
          okText={props.title}
          consequences={[...said(spec.danger, confirming), ...foreseen]}
          onConfirm={() => send(confirming)}
          onClose={() => setConfirming(null)}
        />
      ) : null}
    </Drawer>
  );
}

/** What was just chosen says about other fields: a worksheet about its proposal, a debt its amount. */
function filledBy(
  fields: ActSpec['fields'],
  changed: Record<string, unknown>,
  choices: Choices,
  values: Record<string, unknown>,
): Record<string, unknown> {
  if ('act' in changed || 'responsibility' in changed) {
    const points = suggestedPoints(values, choices.scoreActs);
    if (points !== undefined) return { points };
  }
  const chosen = fields.find((field) => FILLS.has(field.kind) && field.name in changed);
  const options = chosen ? offeredFor(chosen, choices) : undefined;
  return { ...options?.find((one) => one.value === changed[chosen?.name ?? ''])?.fills };
}

const FILLS = new Set<Field['kind']>(['step', 'pick']);

/** What a field starts with: its own first value, or what was typed and not sent. */
function draftable(spec: ActSpec, draft: Record<string, unknown> | null): Record<string, unknown> {
  const initial: Record<string, unknown> = {};
  for (const field of spec.fields) {
    if (field.initial !== undefined) initial[field.name] = field.initial;
    const kept = draft?.[field.name];
    if (kept !== undefined) initial[field.name] = revived(kept);
  }
  return initial;
}
