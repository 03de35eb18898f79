import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import relativeTime from 'dayjs/plugin/relativeTime';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keepTongue, keptTongue } from '../ui/kept';
import { en, zh } from './resources';

dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.extend(relativeTime);
dayjs.tz.setDefault('Asia/Shanghai');

export type Language = 'zh-CN' | 'en';

/** The language that this person chose on this machine; Chinese when none was chosen. */
export function keptLanguage(): Language {
  return keptTongue() === 'en' ? 'en' : 'zh-CN';
}

function follow(language: string): void {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
  document.documentElement.lang = language;
}

/** Switches the whole desk and remembers the choice. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  follow(language);
  keepTongue(language);
}

export async function startWords(): Promise<void> {
  const language = keptLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  follow(language);
}
