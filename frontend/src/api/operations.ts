import { OPERATION_IDS } from '../gql/ids';

interface Body {
  operationName?: string | null;
  query?: string;
  variables?: unknown;
  extensions?: Record<string, unknown>;
}

/**
 * What goes over the wire: the id of a registered operation instead of its text. Text is sent
 * only in development, while an operation has not been generated yet.
 */
export function registered(body: Body): Record<string, unknown> {
  const name =
    body.operationName ?? /\b(?:query|mutation|subscription)\s+(\w+)/.exec(body.query ?? '')?.[1];
  const documentId = name ? OPERATION_IDS[name] : undefined;
  if (!name || !documentId) return { ...body };
  return { documentId, operationName: name, variables: body.variables ?? {} };
}

/** The same for a WebSocket operation, where the id travels in the extensions. */
export function registeredSocket(body: Body): {
  query: string;
  operationName?: string;
  variables: Record<string, unknown>;
  extensions?: Record<string, unknown>;
} {
  const plain = registered(body);
  const variables = (body.variables ?? {}) as Record<string, unknown>;
  if (typeof plain.documentId !== 'string') return { query: body.query ?? '', variables };
  return {
    query: plain.documentId,
    operationName: String(plain.operationName),
    variables,
    extensions: { documentId: plain.documentId },
  };
}
