import { words } from '../../i18n/types';

export const noteWords = words(
  {
    title: '备注',
    none: '还没有备注。',
    by: '{{by}}，{{at}}',
    write: '写备注',
    help: '只作提示，不影响研判结论；写后留痕，不能删除。',
    add: '记下（Ctrl+Enter）',
    added: '已记下备注',
  },
  {
    title: 'Notes',
    none: 'No note yet.',
    by: '{{by}}, {{at}}',
    write: 'Write a note',
    help: 'A hint only: it leaves the judgement as it is. It stays on record.',
    add: 'Add (Ctrl+Enter)',
    added: 'Note added',
  },
);
