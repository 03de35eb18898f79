import { words } from '../../i18n/types';

export const logWords = words({ title: '' }, { title: '' });
