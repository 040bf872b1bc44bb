import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { buildSchema } from 'graphql';
import { sandboxSchema, skipWithout } from './lib/paths.mjs';
import { load } from './lib/schemas.mjs';
import { differences } from './lib/subset.mjs';

test('the schema of the sandbox is a subset of Shopify 2026-10', { skip: skipWithout(sandboxSchema, 'no sandbox schema here') }, (t) => {
  const subset = buildSchema(readFileSync(sandboxSchema, 'utf8'));
  assert.deepEqual(differences(subset, load('2026-10').schema), []);
  t.diagnostic(`${Object.values(subset.getTypeMap()).filter((type) => !type.name.startsWith('__')).length} types compared`);
});

test('a type, field, argument or enum value of our own turns the check red', () => {
  const whole = buildSchema('enum E { A B } type Query { a(x: Int = 1): String! b: [E!]! }');
  const differs = (sdl) => differences(buildSchema(sdl), whole).join('\n');
  assert.equal(differs('enum E { A } type Query { a(x: Int = 1): String! b: [E!]! }'), '');
  assert.match(differs('type Query { c: String }'), /Query\.c/);
  assert.match(differs('type Query { a(x: Int = 1): String }'), /Query\.a is String, not String!/);
  assert.match(differs('type Query { a(y: Int): String! }'), /Query\.a\(y\)/);
  assert.match(differs('type Query { a(x: Int = 2): String! }'), /Query\.a\(x\)/);
  assert.match(differs('enum E { C } type Query { b: [E!]! }'), /E\.C/);
  assert.match(differs('type T { a: Int } type Query { b: [T!]! }'), /T/);
});
