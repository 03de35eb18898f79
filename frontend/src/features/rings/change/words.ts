import { words } from '../../../i18n/types';

export const ringChangeWords = words(
  {
    title: '与上次相比',
    column: '变化',
    kinds: {
      new: '新增',
      same: '不变',
      grown: '扩大',
      shrunk: '缩小',
      split: '拆分',
      merged: '合并',
      ended: '消失',
    },
    sentences: {
      new: '上次识别没有这个群体。',
      same: '成员与上次识别相同。',
      grown: '成员比上次识别多。',
      shrunk: '成员比上次识别少。',
      split: '由上次的一个群体拆分而来。',
      merged: '由上次的多个群体合并而来。',
      ended: '最近一次识别没有再发现这个群体；这里保留最后一次的内容。',
    },
    from: '来自',
    compared: '比较',
    joined: '新加入 {{n}} 人',
    left: '已离开 {{n}} 人',
    more: '另有 {{n}} 人',
  },
  {
    title: 'Since the last run',
    column: 'Change',
    kinds: {
      new: 'New',
      same: 'Unchanged',
      grown: 'Grown',
      shrunk: 'Shrunk',
      split: 'Split off',
      merged: 'Merged',
      ended: 'Ended',
    },
    sentences: {
      new: 'The run before did not show this group.',
      same: 'The members are those of the run before.',
      grown: 'There are more members than in the run before.',
      shrunk: 'There are fewer members than in the run before.',
      split: 'It is a part of one group of the run before.',
      merged: 'Several groups of the run before have become one.',
      ended:
        'The latest run did not find this group again; what was last known of it is kept here.',
    },
    from: 'Comes from',
    compared: 'Compared',
    joined: '{{n}} joined',
    left: '{{n}} left',
    more: '{{n}} more',
  },
);
