import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveBlob } from '../ui/save';
import { csrfToken } from './csrf';
import { askedLanguage } from './language';
import { answered, refusalOf } from './refusal';

/** The name that the server gives the file. */
function nameOf(answer: Response, address: string): string {
  const said = answer.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  const plain = /filename="?([^";]+)"?/i.exec(said)?.[1];
  return plain ?? decodeURIComponent(address.split('?')[0]?.split('/').pop() ?? 'download');
}

/** Asks for a file; with `asked` (what for, which) as a POST, for addresses are written to logs. */
export function ask(address: string, asked?: object): Promise<Response> {
  return fetch(address, {
    credentials: 'same-origin',
    headers: {
      'X-Jicha-Language': askedLanguage(),
      ...(asked ? { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken() } : {}),
    },
    ...(asked ? { method: 'POST', body: JSON.stringify(asked) } : {}),
  });
}

/** A file of the server's, or an Error whose message can be shown. */
export async function fileOf(address: string, asked?: object): Promise<Blob> {
  return (await answered(ask(address, asked))).blob();
}

/** Fetches a file and saves it; a refusal becomes a message on the page instead of raw JSON. */
export function useDownload(): {
  /** With `asked` it is a question (POST, JSON) whose answer is the file. */
  download: (address: string, asked?: object) => Promise<void>;
  busy: boolean;
} {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const download = useCallback(
    async (address: string, asked?: object) => {
      setBusy(true);
      try {
        const answer = await ask(address, asked);
        if (answer.ok) saveBlob(await answer.blob(), nameOf(answer, address));
        else message.error((await refusalOf(answer)) ?? t('ui.error.noFile'), 6);
      } catch {
        message.error(t('ui.error.network'), 6);
      } finally {
        setBusy(false);
      }
    },
    [message, t],
  );
  return { download, busy };
}
