import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from './paths.mjs';
import { routeOf, routesOf } from './routes.mjs';
import { differences, queryDifferences } from './schema.mjs';
import { parseJson } from './traffic.mjs';

export const billbeeFile = join(contracts, 'billbee-v1.openapi.json');

// Newer than the stored contract, from working clients. Each can only be said, not checked.
const newer = [/^\/api\/v1\/shopaccounts$/];

// A number by the contract, a word in recorded answers.
const tolerated = [/\.ErrorDescription$/];

/** The vendor's contract of Billbee (OpenAPI 3). */
export function loadBillbee(text = readFileSync(billbeeFile, 'utf8')) {
  const contract = JSON.parse(text);
  const resolve = (node) => (node?.$ref ? resolve(node.$ref.slice(2).split('/').reduce((at, key) => at[key], contract)) : node);
  // Both on every request, by the words of the schemes; the contract's own list of what an operation needs is empty.
  const schemes = Object.values(contract.components.securitySchemes).map((scheme) => (scheme.type === 'http' ? `Authorization: ${scheme.scheme}` : scheme.name));
  return { resolve, schemes, routes: routesOf(contract.paths) };
}

/** Holds one recorded Billbee request and its answer against the contract. */
export function checkBillbee(contract, record, findings) {
  const path = `/${record.path}`;
  const sent = (record.credentials ?? []).map((name) => name.toLowerCase());
  for (const scheme of contract.schemes) if (!sent.includes(scheme.toLowerCase())) findings.wrong(`${record.method} ${path}: sent without ${scheme}`);
  if (newer.some((pattern) => pattern.test(path))) return findings.unchecked(`${record.method} ${path}: newer than the contract`);
  const found = routeOf(contract.routes, record.method, path, findings);
  if (!found) return;

  findings.checked++;
  const name = `${record.method} ${found.template}`;
  checkPath(contract, found, path, name, findings);
  checkQuery(contract, found.operation, record.query, name, findings);
  checkBody(contract, found.operation, record.requestBody, name, findings);
  checkAnswer(contract, found.operation, record, name, findings);
}

const parameters = ({ resolve }, operation, place) => (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.in === place);

function checkPath(contract, { template, operation }, path, name, findings) {
  const segments = path.split('/');
  for (const { name: parameter, schema } of parameters(contract, operation, 'path')) {
    const text = decodeURIComponent(segments[template.split('/').indexOf(`{${parameter}}`)]);
    report(findings, name, queryDifferences(contract.resolve(schema), text, parameter));
  }
}

// A list is its name again and again; an index or commas are no style of the contract's.
function checkQuery(contract, operation, query, name, findings) {
  const known = parameters(contract, operation, 'query');
  const given = new URLSearchParams(query);
  for (const parameter of known) if (parameter.required && !given.has(parameter.name)) findings.wrong(`${name}: the query lacks ${parameter.name}`);
  for (const key of new Set(given.keys())) {
    const parameter = known.find((candidate) => candidate.name === key);
    if (!parameter) {
      findings.wrong(`${name}: the contract does not know ${key} in the query`);
      continue;
    }
    const schema = contract.resolve(parameter.schema);
    const values = given.getAll(key);
    if (schema.type !== 'array' && values.length > 1) findings.wrong(`${name}: ${key} stands in the query more than once`);
    for (const text of values) report(findings, name, queryDifferences(schema.type === 'array' ? contract.resolve(schema.items) : schema, text, key));
  }
}

function checkBody(contract, operation, text, name, findings) {
  const body = contract.resolve(operation.requestBody);
  if (!text) return body?.required ? findings.wrong(`${name}: the body is missing`) : undefined;
  if (!body) return findings.wrong(`${name}: the contract has no body`);
  const value = parseJson(text);
  if (value === undefined) return findings.wrong(`${name}: the body is no JSON`);
  const { schema } = body.content['application/json'];
  if (isAnything(contract, schema)) return findings.unchecked(`${name}: the body, of which the contract says only that it is an object`);
  report(findings, name, differences(contract.resolve, schema, value, { at: 'body', isRequest: true }));
}

function checkAnswer(contract, operation, record, name, findings) {
  if (record.status === 0) return findings.unchecked('answers that were lost on purpose');
  const schema = contract.resolve(operation.responses[record.status])?.content?.['application/json']?.schema;
  if (!schema) return findings.unchecked(`answers with status ${record.status}, which the contract does not describe`);
  if (isAnything(contract, schema)) return findings.unchecked(`${name}: the answer, of which the contract says only that it is an object`);
  const value = parseJson(record.responseBody);
  if (value === undefined) return findings.wrong(`${name}: the answer is no JSON`);
  report(findings, name, differences(contract.resolve, schema, value, { at: 'answer', isRequest: false, tolerated }));
}

const isAnything = ({ resolve }, schema) => resolve(schema).type === 'object' && !resolve(schema).properties;

const report = (findings, name, texts) => texts.forEach((text) => findings.wrong(`${name}: ${text}`));
