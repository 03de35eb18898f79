import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLInputObjectType, isRequiredInputField } from 'graphql';
import { describe, expect, it } from 'vitest';
import { IDENTITIES } from './known';
import type { ActSpec } from './types';

const schema = buildSchema(readFileSync('../api/schema.graphql', 'utf-8'));
const modules = import.meta.glob<Record<string, unknown>>('../features/**/*.ts', { eager: true });

const isSpec = (one: unknown): one is ActSpec =>
  typeof one === 'object' && one !== null && 'act' in one && 'document' in one && 'fields' in one;
const specs = Object.values(modules)
  .flatMap((module) => Object.values(module).flat())
  .filter(isSpec);

describe('what an act asks for', () => {
  it('is found', () => expect(specs.length).toBeGreaterThan(100));

  it.each(specs.map((spec) => [spec.act, spec] as const))('is all that %s needs', (act, spec) => {
    const mutation = schema.getMutationType()?.getFields()[act];
    const input = mutation?.args.find((arg) => arg.name === 'input');
    const type = schema.getType(String(input?.type).replace('!', '')) as GraphQLInputObjectType;
    const asked = new Set([...spec.fields.map((field) => field.name), ...IDENTITIES]);
    const missing = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) && !asked.has(field.name),
    );
    expect(missing.map((field) => field.name)).toEqual([]);
  });
});
