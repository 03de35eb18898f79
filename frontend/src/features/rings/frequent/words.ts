import { words } from '../../../i18n/types';

export const frequentWords = words(
  {
    title: '频繁就诊人员',
    queues: '队列',
    all: '全部群体',
    queue: '频繁就诊（透析等）',
    empty: '没有人在同一机构就诊超过 52 天。',
    person: '人员',
    days: '就诊天数',
    periodic: '慢特病或周期治疗',
    diagnosis: '最多的诊断',
    reason: '原因',
    findings: '查看该人的疑点',
  },
  {
    title: 'Frequent visitors',
    queues: 'Queues',
    all: 'All groups',
    queue: 'Frequent visitors (dialysis)',
    empty: 'Nobody has more than 52 visit days at one institution.',
    person: 'Person',
    days: 'Visit days',
    periodic: 'Periodic care',
    diagnosis: 'Commonest diagnosis',
    reason: 'Reason',
    findings: 'Findings of this person',
  },
);
