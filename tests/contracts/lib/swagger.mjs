import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from './paths.mjs';
import { parseJson } from './traffic.mjs';

export const swaggerFile = join(contracts, 'pulpo-wms-4.6.48.swagger.json');

// The swagger is known to be wrong or silent here. Each line says where the right form is known from.
export const tolerated = [
  // Typed as string, but a JSON object in the vendor's own examples and in working clients.
  /\.attributes\b/,
  // Product leaves out fields that the API takes and returns in the vendor's examples.
  /^Product\.(sku|name|description|third_party_id|supplier_product_id)$/,
];

/** The vendor's contract of PULPO: which paths, methods and body fields it knows. */
export function loadSwagger(text = readFileSync(swaggerFile, 'utf8')) {
  const swagger = JSON.parse(text);
  const routes = Object.entries(swagger.paths).map(([template, methods]) => ({
    template,
    // Trailing slashes are used either way; a literal segment wins over a parameter.
    pattern: new RegExp(`^${trim(template).replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    parameters: (template.match(/\{/g) ?? []).length,
    methods,
  })).sort((a, b) => a.parameters - b.parameters);
  return { swagger, base: swagger.basePath, routes };
}

/** Holds one recorded PULPO request against the contract. */
export function checkPulpo({ swagger, base, routes }, record, findings) {
  const path = `/${record.path}`.replace(/\/+/g, '/').replace(new RegExp(`^${base}`), '');
  const matching = routes.filter((route) => route.pattern.test(trim(path)));
  const method = record.method.toLowerCase();
  if (matching.length === 0) return path.replace(/\//g, '') === '' ? undefined : findings.wrong(`${record.method} ${path}: no such path`);
  const route = matching.find((candidate) => candidate.methods[method]);
  if (!route) return findings.wrong(`${record.method} ${matching[0].template}: no such method`);
  findings.checked++;
  if (!record.requestBody) return;

  const body = parseJson(record.requestBody);
  if (body === undefined) return findings.unchecked(`${record.method} ${route.template}: a body that is no JSON`);
  const schemas = (route.methods[method].parameters ?? []).filter((parameter) => parameter.in === 'body').map((parameter) => parameter.schema ?? {});
  if (schemas.length === 0) return findings.unchecked(`${record.method} ${route.template}: the contract describes no body`);
  // Several bodies are alternatives; the one that fits best counts.
  const best = schemas.map((schema) => unknown(swagger, schema, body, '')).sort((a, b) => a.length - b.length)[0];
  for (const text of best) findings.wrong(`${record.method} ${route.template}: ${text}`);
}

function unknown(swagger, schema, value, path) {
  const name = schema.$ref?.split('/').at(-1);
  const type = name ? swagger.definitions[name] : schema;
  const at = name ?? path;
  if (!type) return [];
  if (Array.isArray(value)) return type.items ? value.flatMap((item) => unknown(swagger, type.items, item, at)) : type.type === 'array' ? [] : [`${at} is a list, which the contract does not know`];
  if (value === null || typeof value !== 'object' || !type.properties) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = `${at}.${key}`;
    if (tolerated.some((pattern) => pattern.test(field))) return [];
    return type.properties[key] ? unknown(swagger, type.properties[key], inner, field) : [`the contract does not know ${field}`];
  });
}

const trim = (path) => path.replace(/\/$/, '') || '/';
