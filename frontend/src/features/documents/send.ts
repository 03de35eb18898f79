import { csrfToken } from '../../api/csrf';
import { askedLanguage } from '../../api/language';
import { answered } from '../../api/refusal';

/**
 * Puts the bureau's own template of a form in force; the server fills it with an invented case first.
 *
 * @throws Error with the server's own words when it refuses
 */
export async function sendTemplate(formId: string, file: File, note: string): Promise<void> {
  const query = new URLSearchParams({ name: file.name, note });
  const sent = fetch(`/form-template/${encodeURIComponent(formId)}?${query}`, {
    method: 'PUT',
    body: file,
    credentials: 'same-origin',
    headers: {
      'X-CSRF-Token': csrfToken(),
      'X-Jicha-Language': askedLanguage(),
    },
  });
  await answered(sent);
}
