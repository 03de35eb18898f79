import { Select } from 'antd';
import { useRef } from 'react';
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
  waiting,
  onTyped,
  nothing,
  loading,
  ...field
}: SearchSelectProps & {
  found: Rows<unknown>;
  options: Option[];
  /** What was typed and not answered yet: until then what is here is narrowed by it. */
  waiting: boolean;
  onTyped: (text: string) => void;
}) {
  // A list that empties itself under the hand would lose an Enter, or take another row.
  const last = useRef(options);
  if (!waiting && !found.loading) last.current = options;
  const narrowed = waiting || (found.loading && !options.length);
  const told = found.away || found.trouble !== null || found.left.length > 0;
  return (
    <Select
      {...field}
      style={{ width: '100%' }}
      loading={loading || found.loading}
      showSearch={{ filterOption: narrowed ? holds : false, onSearch: onTyped }}
      options={narrowed ? last.current : options}
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

const holds = (typed: string, option?: Option): boolean =>
  Boolean(option?.label.toLowerCase().includes(typed.trim().toLowerCase()));
