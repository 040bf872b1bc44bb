import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from './paths.mjs';
import { routeOf, routesOf } from './routes.mjs';
import { differences } from './schema.mjs';
import { parseJson } from './traffic.mjs';

export const swaggerFile = join(contracts, 'pulpo-wms-4.6.48.swagger.json');

// The swagger is known to be wrong or silent here. Each line says where the right form is known from.
export const tolerated = [
  // Typed as string, but a JSON object in the vendor's own examples and in working clients.
  /\.attributes\b/,
  // Product leaves out fields that the API takes and returns in the vendor's examples.
  /^Product\.(sku|name|description|third_party_id|supplier_product_id)$/,
];

// Answers hold more than the contract tells: the vendor's own examples and recorded answers embed the record that an id points to.
const embedded = [
  /\.(product|third_party|warehouse|shipping_method|sales_order)$/,
  /\.items\[\]\.batches$/,
  /\.(attachments|return_labels|fulfillment_orders)$/,
  /\.products\[\]\.(sku|name|description|third_party_id|supplier_product_id)$/,
  /\.attributes$/,
  // Refused orders of a bulk are named by their own number; the contract writes one example's name.
  /^answer\.errors\b/,
];

// Every list takes these (help centre, "Pagination", and working clients); the contract declares them for some only.
const listParameters = ['limit', 'offset', 'sort_by'];

// Several values of one filter, as the help centre writes them: id[]=1&id[]=2.
const severalValues = /^(.+)\[\]$/;

/** The vendor's contract of PULPO (Swagger 2): which paths, methods, fields and filters it knows, and what it answers. */
export function loadSwagger(text = readFileSync(swaggerFile, 'utf8')) {
  const swagger = JSON.parse(text);
  const resolve = (node) => (node?.$ref ? resolve(swagger.definitions[node.$ref.split('/').at(-1)]) : node ?? {});
  return { swagger, resolve, base: swagger.basePath, routes: routesOf(swagger.paths) };
}

/** Holds one recorded PULPO request and its answer against the contract. */
export function checkPulpo(contract, record, findings) {
  const { base, routes } = contract;
  const path = `/${record.path}`.replace(/\/+/g, '/').replace(new RegExp(`^${base}`), '');
  if (path.replace(/\//g, '') === '') return;
  const found = routeOf(routes, record.method, path, findings);
  if (!found) return;
  findings.checked++;
  const name = `${record.method} ${found.template}`;
  checkQuery(found.operation, record, name, findings);
  if (record.requestBody) checkBody(contract, found, record, findings);
  if (record.status !== undefined) checkAnswer(contract, found.operation, record, name, findings);
}

function checkQuery(operation, { query, method }, name, findings) {
  const known = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name);
  for (const key of new Set(new URLSearchParams(query ?? '').keys())) {
    const single = severalValues.exec(key)?.[1] ?? key;
    if (known.includes(key) || known.includes(single) || (method === 'GET' && listParameters.includes(key))) continue;
    findings.wrong(`${name}: the contract does not know ${key} in the query`);
  }
}

function checkAnswer({ resolve }, operation, { status, responseBody }, name, findings) {
  if (status === 0) return findings.unchecked('answers that were lost on purpose');
  const schema = operation.responses?.[status]?.schema;
  if (!schema) return findings.unchecked(`${name}: the answer with status ${status}, which the contract does not describe`);
  const value = parseJson(responseBody);
  if (value === undefined) return findings.wrong(`${name}: the answer is no JSON`);
  // Declared as one object, called a list by its definition's name and read as one by working clients.
  if (Array.isArray(value) && resolve(schema).properties) return findings.unchecked(`${name}: the answer, a list where the contract has one object`);
  differences(resolve, schema, value, { at: 'answer', isRequest: false, tolerated: embedded }).forEach((text) => findings.wrong(`${name}: ${text}`));
}

function checkBody({ swagger }, found, record, findings) {
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
