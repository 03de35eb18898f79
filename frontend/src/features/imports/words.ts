import { words } from '../../i18n/types';

export const importWords = words({ title: '' }, { title: '' });
