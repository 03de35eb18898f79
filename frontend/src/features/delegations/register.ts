import type { ActSpec } from '../../acts/types';
import type { MandatesQuery } from '../../gql/graphql';

/** Mandates and absences. */
export type Register = NonNullable<MandatesQuery['mandates']>;

/** An act that somebody is about to do. */
export type Open = { spec: ActSpec; title: string; fixed: Record<string, unknown>; word: string };
