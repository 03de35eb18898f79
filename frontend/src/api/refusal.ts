import i18next from 'i18next';

/** The server's own words of a refusal; null when it gave none. */
export async function refusalOf(answer: Response): Promise<string | null> {
  try {
    const said: unknown = await answer.json();
    const message = (said as { message?: unknown }).message;
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
}

/** What a person is told of a plain request that failed: the server's words, else ours. */
export function failed(status: number, said?: string | null): Error {
  return new Error(said || i18next.t('ui.error.status', { status }));
}

/** No answer came at all. */
export function offline(): Error {
  const { t } = i18next;
  return new Error([t('ui.error.network'), t('ui.error.networkCure')].join(t('ui.semicolon')));
}

/** The answer of a request, or an Error whose message can be shown. */
export async function answered(request: Promise<Response>): Promise<Response> {
  const answer = await request.catch(() => null);
  if (!answer) throw offline();
  if (!answer.ok) throw failed(answer.status, await refusalOf(answer));
  return answer;
}
