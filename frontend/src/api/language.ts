import i18next from 'i18next';

/** The language in which the server is to answer. */
export const askedLanguage = () => (i18next.language === 'en' ? 'en' : 'zh');
