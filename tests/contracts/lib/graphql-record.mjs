import { getOperationAST, getVariableValues, parse, validate } from 'graphql';
import { checkData } from './answers.mjs';
import { requestedCost } from './cost.mjs';
import { load, versions } from './schemas.mjs';
import { parseJson } from './traffic.mjs';

/** Holds one recorded Shopify request and its answer against the schema of the version that served it. */
export function checkRecord(record, findings) {
  const version = record.apiVersion ?? /api\/([^/]+)\/graphql/.exec(record.path)?.[1];
  if (!versions.includes(version)) return findings.unchecked(`requests served by ${version}, whose schema is not at hand`);
  const { schema } = load(version);
  const request = parseJson(record.requestBody);
  if (typeof request?.query !== 'string') return findings.wrong(`a request without a query at ${record.path}`);

  const before = findings.errors.length;
  const ast = parse(request.query);
  const name = getOperationAST(ast, request.operationName)?.name?.value ?? 'unnamed';
  for (const error of validate(schema, ast)) findings.wrong(`${name}: ${error.message}`);
  const { errors } = getVariableValues(schema, getOperationAST(ast, request.operationName).variableDefinitions ?? [], request.variables ?? {});
  for (const error of errors ?? []) findings.wrong(`${name}: ${error.message}`);
  findings.checked++;
  // What cannot be asked has no answer to be held against anything.
  if (findings.errors.length > before) return;

  if (record.status === 0) return findings.unchecked('answers that were lost on purpose');
  if (record.status !== 200) return findings.unchecked(`answers with status ${record.status}, which carry no data`);
  const answer = parseJson(record.responseBody);
  if (!answer) return findings.unchecked('answers that are no JSON (faults on purpose)');
  if (answer.data) checkData(schema, ast, answer.data, findings);
  else if (!Array.isArray(answer.errors) || answer.errors.length === 0) findings.wrong(`${name}: neither data nor errors`);
  const cost = answer.extensions?.cost;
  if (answer.data && !cost) findings.wrong(`${name}: no cost`);
  const expected = requestedCost(schema, ast, request.variables ?? {});
  if (cost?.requestedQueryCost !== undefined && cost.requestedQueryCost !== expected) {
    findings.wrong(`${name}: asks for ${cost.requestedQueryCost} points by the answer and ${expected} by the rule`);
  }
}
