import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface TypedWordProps {
  word: string;
  value: string;
  onChange: (typed: string) => void;
}

/** What has to be typed before a weighty act for several doctors is sent. */
export function TypedWord({ word, value, onChange }: TypedWordProps) {
  const { t } = useTranslation();
  return (
    <label htmlFor="typed-confirmation" className="stack" style={{ gap: 4 }}>
      <span>{t('ui.danger.type', { word })}</span>
      <Input
        id="typed-confirmation"
        data-testid="typed-confirmation"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
