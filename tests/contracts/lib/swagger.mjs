import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from './paths.mjs';
import { routeOf, routesOf } from './routes.mjs';
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
  return { swagger, base: swagger.basePath, routes: routesOf(swagger.paths) };
}

/** Holds one recorded PULPO request against the contract. */
export function checkPulpo({ swagger, base, routes }, record, findings) {
  const path = `/${record.path}`.replace(/\/+/g, '/').replace(new RegExp(`^${base}`), '');
  if (path.replace(/\//g, '') === '') return;
  const found = routeOf(routes, record.method, path, findings);
  if (!found) return;
  findings.checked++;
  if (!record.requestBody) return;

  const body = parseJson(record.requestBody);
  if (body === undefined) return findings.unchecked(`${record.method} ${found.template}: a body that is no JSON`);
  const schemas = (found.operation.parameters ?? []).filter((parameter) => parameter.in === 'body').map((parameter) => parameter.schema ?? {});
  if (schemas.length === 0) return findings.unchecked(`${record.method} ${found.template}: the contract describes no body`);
  // Several bodies are alternatives; the one that fits best counts.
  const best = schemas.map((schema) => unknown(swagger, schema, body, '')).sort((a, b) => a.length - b.length)[0];
  for (const text of best) findings.wrong(`${record.method} ${found.template}: ${text}`);
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
