import { words } from '../../i18n/types';

export const userWords = words({ title: '' }, { title: '' });
