import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { buildClientSchema } from 'graphql';
import { root } from './paths.mjs';

/** The versions of the Admin API that PulpoSync is held against, oldest first. */
export const versions = ['2026-07', '2026-10'];

// The package belongs to its vendor; these are the files that the documents were written for.
const checksums = {
  '2026-07': '8d2cb01afdee1f5776d57a3dbfbf78b288aa6dc0f3632ac4d444e46ef544dde3',
  '2026-10': '6be93b48f31eaa37b1d1d32a753ce605d4036892271d213c7852fa06b409e9d3',
};

const folder = join(root, 'tests/contracts/node_modules/@shopify/dev-mcp/dist/data');
const loaded = new Map();

/** Shopify's schema of a version with what graphql-js drops: access scopes by type and field. */
export function load(version) {
  if (!loaded.has(version)) {
    const json = gunzipSync(readFileSync(join(folder, `admin_${version}.json.gz`)));
    const sum = createHash('sha256').update(json).digest('hex');
    if (sum !== checksums[version]) throw new Error(`admin_${version}.json is another file than expected (sha256 ${sum})`);
    const introspection = JSON.parse(json).data;
    loaded.set(version, { version, schema: buildClientSchema(introspection), access: accessOf(introspection) });
  }
  return loaded.get(version);
}

function accessOf(introspection) {
  const access = new Map();
  for (const type of introspection.__schema.types) {
    if (type.requiredAccess) access.set(type.name, scopes(type.requiredAccess));
    for (const field of type.fields ?? []) {
      if (field.requiredAccess) access.set(`${type.name}.${field.name}`, scopes(field.requiredAccess));
    }
  }
  return access;
}

/** "`read_orders` access scope or `read_x` access scope." -> any of these scopes. Where a mutation names a scope without its verb, it means writing. */
const scopes = (words) => [...words.matchAll(/`([a-z_]+)`/g)].map((match) => (/^(read|write)_/.test(match[1]) ? match[1] : `write_${match[1]}`));
