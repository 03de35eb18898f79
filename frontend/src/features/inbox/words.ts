import { words } from '../../i18n/types';

export const inboxWords = words(
  {
    title: '待办',
    hello: '{{name}}，今天 {{date}}',
    waiting: '等我办理',
    deadlines: '期限',
    news: '新情况',
    since: '自 {{at}}',
    nothingWaiting: '没有等您办理的事项。',
    nothingYet: '没有等您办理的事项。可以从疑点开始，或登记一条线索。',
    nothingDue: '近期没有到期的期限。',
    start: '去看疑点',
    amount: '金额（元）',
    more: '还有更多，再显示 {{count}} 项',
  },
  {
    title: 'Inbox',
    hello: '{{name}}, today is {{date}}',
    waiting: 'Waiting for me',
    deadlines: 'Deadlines',
    news: 'New',
    since: 'since {{at}}',
    nothingWaiting: 'Nothing waits for you.',
    nothingYet: 'Nothing waits for you. Start from the findings, or register a lead.',
    nothingDue: 'Nothing is due soon.',
    start: 'Look at the findings',
    amount: 'Amount (yuan)',
    more: 'There is more: show {{count}} further',
  },
);
