import { Select } from 'antd';
import { FoundMore } from './FoundMore';
import { RowsNote } from './RowsNote';
import type { Rows } from './useRows';

interface Option {
  value: string;
  label: string;
}

export interface SearchSelectProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string) => void;
  autoFocus?: boolean;
  defaultOpen?: boolean;
  disabled?: boolean;
  loading?: boolean;
  'aria-label'?: string;
  placeholder?: string;
  /** What is said when the server knows nothing of this kind. */
  nothing?: string;
}

/** A choice among what the server finds by what is typed, and beyond its first page: none is out of reach. */
export function SearchSelect({
  found,
  options,
  onTyped,
  nothing,
  loading,
  ...field
}: SearchSelectProps & {
  found: Rows<unknown>;
  options: Option[];
  onTyped: (text: string) => void;
}) {
  const told = found.away || found.trouble !== null || found.left.length > 0;
  return (
    <Select
      {...field}
      style={{ width: '100%' }}
      loading={loading || found.loading}
      showSearch={{ filterOption: false, onSearch: onTyped }}
      options={options}
      notFoundContent={told ? <RowsNote rows={found} /> : found.loading ? ' ' : nothing}
      popupRender={(list) => (
        <>
          {list}
          <FoundMore found={found} n={options.length} />
        </>
      )}
    />
  );
}
