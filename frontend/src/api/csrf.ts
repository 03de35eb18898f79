let current = '';

/** The session query's token wins; the cookie serves the first request after a reload. */
export function csrfToken(): string {
  if (current) return current;
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('jicha_csrf='));
  return cookie ? decodeURIComponent(cookie.slice('jicha_csrf='.length)) : '';
}

export function keepCsrf(token: string | null | undefined): void {
  current = token ?? '';
}
