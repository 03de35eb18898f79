import { words } from '../../../i18n/types';

/** The last detection: what it looked at, and why it may have found nothing. */
export const ringRunWords = words(
  {
    title: '上次识别',
    never: '还没有识别过。导入数据并运行团伙识别后，这里说明每个渠道看了什么、结果如何。',
    ran: '{{at}} 识别，数据自 {{first}} 至 {{last}}，随机种子 {{seed}}',
    ranEmpty: '{{at}} 识别，库中没有就诊数据',
    nothing: '{{at}} 的识别没有发现疑似团伙：',
    see: '查看上次识别',
    appearances: '就诊记录',
    groups: '群体',
    threshold: '得分门槛',
    permutations: '置换',
    note: '说明',
    oddities: '记录异常（{{n}} 人）',
    odditiesWhat:
      '这些人员的就诊次数任何人都不可能做到，疑为录入错误，不作为证据；请与报送机构核对。',
    noOddities: '没有发现就诊次数异常的人员。',
    person: '人员',
    visits: '就诊次数',
    days: '就诊天数',
  },
  {
    title: 'The last run',
    never:
      'Nothing has been detected yet. Import data and detect rings: what each channel looked at is told here.',
    ran: 'Run {{at}}, data from {{first}} to {{last}}, seed {{seed}}',
    ranEmpty: 'Run {{at}}; there were no visits',
    nothing: 'The run of {{at}} suspects no ring:',
    see: 'See the last run',
    appearances: 'Records',
    groups: 'Groups',
    threshold: 'Threshold',
    permutations: 'Permutations',
    note: 'What it says',
    oddities: 'Record errors ({{n}} people)',
    odditiesWhat:
      'Nobody can make so many visits: a wrong record and no evidence. Check with whoever sent the data.',
    noOddities: 'Nobody has more visits than a person can make.',
    person: 'Person',
    visits: 'Visits',
    days: 'Days',
  },
);
