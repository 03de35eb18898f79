import { FolderOpenOutlined, PaperClipOutlined, SaveOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient, useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { assertNever } from '../../api/assertNever';
import { troubleOf } from '../../api/trouble';
import { serialise } from '../../graph/serial';
import type { Picture } from '../../graph/types';
import { caseActs } from '../cases/acts';
import { OpenCasesQuery } from '../findings/operations';
import { InvestigationSave, InvestigationsQuery } from './operations';

export interface SavedState {
  id: string;
  name: string;
  version: number;
}

interface SavedBarProps {
  picture: Picture;
  layout: string;
  sizeBy: string;
  saved: SavedState | null;
  onSaved: (saved: SavedState) => void;
}

/** Save and reopen an investigation; attach its picture to a case. */
export function SavedBar(props: SavedBarProps) {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [naming, setNaming] = useState(false);
  const [attaching, setAttaching] = useState(false);
  const [{ data }, refetch] = useQuery({ query: InvestigationsQuery });
  const { saved } = props;

  const save = async (name: string, sharedWith: string[] | null, asNew: boolean) => {
    const content = serialise(props.picture, props.layout, props.sizeBy);
    const { data: answer, error } = await client.mutation(InvestigationSave, {
      input: {
        id: asNew ? null : (saved?.id ?? null),
        name,
        content,
        sharedWith,
        expectedVersion: asNew ? null : (saved?.version ?? null),
      },
    });
    const result = answer?.result;
    if (!result) {
      message.error(troubleOf(error)?.what ?? t('ui.error.server'));
      return;
    }
    switch (result.__typename) {
      case 'InvestigationSuccess':
        props.onSaved({
          id: result.investigation.id,
          name: result.investigation.name,
          version: result.investigation.version,
        });
        message.success(t('explore.saved', { name }));
        setNaming(false);
        refetch({ requestPolicy: 'network-only' });
        return;
      case 'StaleVersion':
        message.warning(t('explore.stale'));
        setNaming(true);
        return;
      case 'NotPermitted':
      case 'NotFound':
      case 'InvalidInput':
        message.error(result.message);
        return;
      default:
        assertNever(result);
    }
  };

  const list = data?.investigations ?? [];
  const isEmpty = Object.keys(props.picture.nodes).length === 0;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: list.length
            ? list.map((one) => ({
                key: one.id,
                label: t('ui.paren', { a: one.name, b: one.owner }),
              }))
            : [{ key: 'none', disabled: true, label: t('explore.savedNone') }],
          onClick: ({ key }) => navigate(`/graph?investigation=${encodeURIComponent(key)}`),
        }}
      >
        <Button icon={<FolderOpenOutlined />}>{t('explore.open')}</Button>
      </Dropdown>
      <Button
        icon={<SaveOutlined />}
        disabled={isEmpty}
        onClick={() => (saved ? void save(saved.name, null, false) : setNaming(true))}
      >
        {t('explore.save')}
      </Button>
      <Button
        icon={<PaperClipOutlined />}
        disabled={isEmpty}
        onClick={() => (saved ? setAttaching(true) : message.info(t('explore.saveFirst')))}
      >
        {t('explore.attach')}
      </Button>
      {naming ? (
        <NameDialog
          start={saved?.name ?? ''}
          onClose={() => setNaming(false)}
          onName={(name, people) => save(name, people, true)}
        />
      ) : null}
      {attaching && saved ? (
        <AttachDialog saved={saved} onClose={() => setAttaching(false)} />
      ) : null}
    </>
  );
}

function NameDialog(props: {
  start: string;
  onName: (name: string, people: string[]) => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; people?: string[] }>();
  return (
    <Modal
      open
      title={t('explore.saveAs')}
      okText={t('ui.save')}
      cancelText={t('ui.cancel')}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: props.start }}
        onFinish={(values) => props.onName(values.name.trim(), values.people ?? [])}
      >
        <Form.Item
          name="name"
          label={t('explore.name')}
          rules={[{ required: true, whitespace: true, message: t('ui.form.required') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="people" label={t('explore.shared')}>
          <Select mode="tags" open={false} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function AttachDialog({ saved, onClose }: { saved: SavedState; onClose: () => void }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: OpenCasesQuery });
  const [caseNo, setCaseNo] = useState<string | null>(null);
  const chosen = data?.cases.nodes.find((one) => one.caseNo === caseNo);
  const spec = caseActs.find((act) => act.act === 'caseAttachPicture');
  if (chosen && spec) {
    return (
      <ActDialog
        spec={spec}
        title={t('explore.attach')}
        fixed={{ caseNo: chosen.caseNo, investigationId: saved.id, title: saved.name }}
        version={chosen.version}
        word={chosen.caseNo}
        onClose={onClose}
        onDone={onClose}
      />
    );
  }
  return (
    <Modal open title={t('explore.attachTitle')} footer={null} onCancel={onClose}>
      <Select
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('findings.chooseCase')}
        placeholder={t('findings.chooseCase')}
        options={(data?.cases.nodes ?? [])
          .filter((one) => one.isOpen)
          .map((one) => ({ value: one.caseNo, label: `${one.caseNo} ${one.title}` }))}
        onChange={setCaseNo}
      />
    </Modal>
  );
}
