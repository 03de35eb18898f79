import { words } from '../../i18n/types';

export const aboutWords = words({ title: '' }, { title: '' });
