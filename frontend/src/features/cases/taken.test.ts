import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { expect, it } from 'vitest';
import { firstTaken, takenInput, takersOf } from './taken';

dayjs.extend(utc);
dayjs.extend(timezone);

const OF = {
  party: { kind: 'INSTITUTION', name: '石桥镇卫生院', address: '石桥镇' },
  officers: [
    { account: 'jicha1', name: '陈立行' },
    { account: 'jicha2', name: '林晓舟' },
  ],
};

it('names who is signed in and the other officer', () => {
  expect(takersOf('jicha2', OF)).toEqual(['jicha2', 'jicha1']);
  expect(takersOf('jicha3', { officers: [] })).toEqual(['jicha3']);
});

it('takes from the institution what only it has', () => {
  const at = dayjs('2026-03-02T02:00:30Z').tz('Asia/Shanghai');
  expect(firstTaken('ELECTRONIC', 'jicha1', OF, at)).toMatchObject({
    place: '石桥镇',
    holder: '石桥镇卫生院',
  });
  expect(firstTaken('TESTIMONY', 'jicha1', OF, at)).toMatchObject({ place: '', holder: '' });
});

it('sends what the kind asks for, in Shanghai time, and a reason only where it is one', () => {
  const typed = {
    collectedAt: dayjs('2026-03-02T02:00:30Z').tz('Asia/Shanghai'),
    place: ' 病案室 ',
    originalMedium: 'of another kind',
    original: true,
    noOriginalReason: 'of a copy',
    witness: '周红',
    noWitnessReason: 'nobody there',
    officers: ['jicha1', 'jicha2'],
  };
  const asked = ['collectedAt', 'place', 'original', 'pages', 'officers', 'witness'];
  expect(takenInput(asked, typed)).toEqual({
    collectedAt: '2026-03-02T02:00:00.000Z',
    place: '病案室',
    method: '',
    process: '',
    holder: '',
    originalMedium: '',
    original: true,
    noOriginalReason: '',
    pages: null,
    officers: ['jicha1', 'jicha2'],
    witness: '周红',
    noWitnessReason: '',
  });
  expect(takenInput(['original'], { ...typed, original: false }).noOriginalReason).toBe(
    'of a copy',
  );
});
