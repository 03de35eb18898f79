import { words } from '../../i18n/types';

export const pointsWords = words({ title: '' }, { title: '' });
