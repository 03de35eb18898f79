import { useTranslation } from 'react-i18next';

/** The name of a coded value, e.g. of `hosp_lv` 08; what is in no list stays as it came. */
export function useCodes(): (list: string, value: string) => string {
  const { t, i18n } = useTranslation();
  return (list, value) => {
    const key = `codes.${list}.c${value}`;
    return i18n.exists(key) ? t(key as 'codes.gend.c1') : value;
  };
}
