import { words } from '../../i18n/types';

export const ruleWords = words({ title: '' }, { title: '' });
