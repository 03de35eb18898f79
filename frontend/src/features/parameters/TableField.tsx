import { App, Button, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../acts/choices';
import { type ListProps, Rows } from '../../acts/ListFields';
import { useDownload } from '../../api/download';
import { sendTable } from './workbook';

/** A table row by row, each cell by its column; it may be brought from a workbook, too. */
export function TableField(props: ListProps) {
  const { t } = useTranslation();
  const { table } = useChoices();
  if (!table) return null;
  return (
    <>
      <Workbook name={props.name} of={table.name} />
      <div className="row wrapping muted" style={{ fontSize: 12 }} aria-hidden>
        {table.columns.map((column, i) => (
          <span key={column.name} style={{ ...width(i, column.choices.length > 0) }}>
            {column.title}
          </span>
        ))}
      </div>
      <Rows
        {...props}
        label=""
        least={1}
        fresh={table.columns.map((column) => (column.choices.length ? undefined : ''))}
        row={(row) => (
          <div className="row wrapping grow">
            {table.columns.map((column, i) => (
              <Form.Item
                key={column.name}
                name={[row, i]}
                noStyle
                rules={[
                  { required: !column.optional, message: t('ui.form.required') },
                  { pattern: /^[^|\uFF5C\n]*$/, message: t('parameters.noBar') },
                ]}
              >
                {column.choices.length ? (
                  <Select
                    placeholder={column.title}
                    aria-label={`${column.title} ${row + 1}`}
                    allowClear={column.optional}
                    style={width(i, true)}
                    options={column.choices.map((one) => ({ value: one.value, label: one.title }))}
                  />
                ) : (
                  <Input
                    placeholder={column.title}
                    title={column.help}
                    aria-label={`${column.title} ${row + 1}`}
                    style={width(i, false)}
                  />
                )}
              </Form.Item>
            ))}
          </div>
        )}
      />
    </>
  );
}

/** The second cell of a row is its text. */
const width = (i: number, chosen: boolean) =>
  chosen ? { width: 150 } : { width: i === 1 ? 260 : 110, flexGrow: i === 1 ? 1 : 0 };

/** The rows in force as a workbook, and a workbook as the rows of the form; nothing is proposed by it. */
function Workbook({ name, of }: { name: string; of: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const form = Form.useFormInstance();
  const { download } = useDownload();
  const [busy, setBusy] = useState(false);
  const look = async (file: File) => {
    setBusy(true);
    try {
      const cells = await sendTable(of, file);
      form.setFieldValue(name, cells);
      message.success(t('parameters.broughtRows', { count: cells.length }));
    } catch (error) {
      message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row" style={{ paddingBottom: 8 }}>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        disabled={busy}
        beforeUpload={(chosen) => {
          void look(chosen);
          return false;
        }}
      >
        <Button size="small" loading={busy}>
          {t('parameters.fromWorkbook')}
        </Button>
      </Upload>
      <Button
        size="small"
        onClick={() => download(`/export/parameter-table/${encodeURIComponent(of)}.xlsx`)}
      >
        {t('parameters.asWorkbook')}
      </Button>
    </div>
  );
}
