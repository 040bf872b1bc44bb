import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Kind, parse } from 'graphql';
import { root } from './paths.mjs';

/** All GraphQL documents of the product: name, text with imported fragments, parsed document, declared cost. */
export function documents() {
  return find(join(root, 'src'))
    .filter((file) => basename(dirname(file)) === 'Documents')
    .map((file) => read(file))
    .filter((document) => document.operation);
}

function find(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'obj' || name === 'bin' ? [] : find(path);
    return name.endsWith('.graphql') ? [path] : [];
  });
}

function read(file) {
  const parts = new Map();
  collect(file, parts);
  const text = [...parts.values()].join('\n');
  const ast = parse(text);
  const operation = ast.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const cost = /^# cost: (\d+)(?: \+ (\d+) x step\(first\))?$/m.exec(parts.get(file));
  return { file, name: basename(file, '.graphql'), text, ast, operation, cost: cost && { fixed: +cost[1], perNode: +(cost[2] ?? 0) } };
}

function collect(file, parts) {
  if (parts.has(file)) return;
  const text = readFileSync(file, 'utf8');
  parts.set(file, text);
  for (const [, name] of text.matchAll(/^# import (\w+)$/gm)) collect(join(dirname(file), `${name}.graphql`), parts);
}
