import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { en, zh } from '../../i18n/resources';
import type { PointsDetail } from './pointsDetail';
import { scoreFacts } from './scoreFacts';

dayjs.extend(utc);
dayjs.extend(timezone);

const SCORE: PointsDetail['scores'][number] = {
  __typename: 'ScoreEntry',
  entryId: 'S1',
  points: 4,
  originalPoints: 6,
  act: 'tiaoli_38_39',
  actTitle: '条例第三十八条、第三十九条',
  responsibility: 'primary',
  conductOn: '2025-12-30',
  countedOn: '2026-02-01',
  basis: '3号',
  basisKind: 'document',
  fixmedinsName: '云溪县人民医院',
  ruleSetTitle: '医保发〔2024〕23号',
  minPoints: 4,
  maxPoints: 6,
  reasons: '主要责任',
  departure: null,
  conductTo: '2025-12-30',
  dayDeparture: null,
  counts: true,
  voidWhy: null,
  voidNo: null,
  voidPaper: null,
  recordedBy: '经办一',
  recordedAt: '2026-02-02T01:00:00Z',
  notifiedOn: '2026-02-03',
  notifiedWay: '直接送达',
  particulars: null,
  servedBy: null,
  postedOn: null,
  receipt: null,
  consent: null,
  objection: '责任认定过重',
  objectionPaper: null,
  receivedOn: null,
  objector: null,
  objectedForName: null,
  enclosures: [],
  resolution: 'changed',
  resolutionReasons: '一般责任',
  weighed: null,
  reviews: [],
  acts: [],
};

async function told(lng: 'zh' | 'en', score = SCORE) {
  const i18n = createInstance();
  await i18n.init({
    lng,
    resources: { [lng]: { translation: lng === 'zh' ? zh : en } },
    interpolation: { escapeValue: false },
  });
  return Object.fromEntries(scoreFacts(score, i18n.t as never));
}

test('a score says in which year it counts, where, its band, its hand and what was said against it', async () => {
  expect(await told('zh')).toMatchObject({
    计入日期: '2026-02-01（2026 自然年度）',
    机构: '云溪县人民医院',
    规则: '医保发〔2024〕23号',
    记分幅度: '4 至 6 分',
    依据种类: '其他文书',
    认定理由: '主要责任',
    登记人: expect.stringMatching(/^经办一 2026-02-02/),
    异议: '责任认定过重',
    处理: '变更：一般责任',
  });
  expect(await told('en')).toMatchObject({
    Counted: '2026-02-01 (calendar year 2026)',
    Band: '4 to 6 points',
    Answer: 'Changed: 一般责任',
  });
});

test('without an objection nothing is said of one', async () => {
  const score = { ...SCORE, objection: null, resolution: null, resolutionReasons: null };
  expect(await told('zh', score)).toMatchObject({ 异议: null, 处理: null });
});

test('a letter says from whom it came and the day that counts', async () => {
  const letter = { ...SCORE, objector: 'doctor', receivedOn: '2026-02-10', objectedForName: 'H' };
  expect(await told('en', letter)).toMatchObject({ 'On paper': 'Doctor (H), came in 2026-02-10' });
});
