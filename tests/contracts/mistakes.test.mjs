import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billbeeFile, checkBillbee, loadBillbee } from './lib/billbee.mjs';
import { checkRecord } from './lib/graphql-record.mjs';
import { contracts, skipWithout, traffic } from './lib/paths.mjs';
import { checkPulpo, loadSwagger, swaggerFile } from './lib/swagger.mjs';
import { Findings, parseJson, recorded } from './lib/traffic.mjs';

// What a check is worth: one request of each kind in the recording, sent with a mistake, has to turn it red.
const noTraffic = skipWithout(traffic, 'PULPOSYNC_TRAFFIC names no recording of the sandbox');
const noPulpo = noTraffic || skipWithout(swaggerFile, `no contract of PULPO in ${contracts}; set PULPOSYNC_CONTRACTS`);
const noBillbee = noTraffic || skipWithout(billbeeFile, `no contract of Billbee in ${contracts}; set PULPOSYNC_CONTRACTS`);

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const first = (body) => (Array.isArray(body) ? body[0] : body);

const withField = (text) => {
  const body = parseJson(text);
  first(body).quantitiy = 1;
  return JSON.stringify(body);
};

const rest = {
  'a misspelt path': (record) => ({ ...record, path: record.path.replace(/[a-z]{4,}$|[a-z]{4,}(?=\/\d)/, (word) => `${word}x`) }),
  'an unknown method': (record) => ({ ...record, method: 'TRACE' }),
  'an unknown filter': (record) => ({ ...record, query: `${record.query}&colour=red` }),
  'an unknown field': (record) => (isObject(first(parseJson(record.requestBody))) ? { ...record, requestBody: withField(record.requestBody) } : undefined),
};

const graphql = {
  'a misspelt field': (record) => changed(record, (body) => { body.query = body.query.replace(/(\w+)(?=[\s}]*$)/, '$1x'); }),
  'a variable of another kind': (record) => changed(record, (body) => { for (const name of Object.keys(body.variables ?? {})) body.variables[name] = { colour: 'red' }; }),
  'a value that was not asked for': (record) => ({ ...record, responseBody: JSON.stringify({ data: { ...parseJson(record.responseBody).data, colour: 'red' } }) }),
};

function changed(record, change) {
  const body = parseJson(record.requestBody);
  change(body);
  return { ...record, requestBody: JSON.stringify(body) };
}

const kind = (record) => `${record.method} ${record.path.replace(/\d+/g, '{id}')}`;
const operation = (record) => /(?:query|mutation)\s+(\w+)/.exec(parseJson(record.requestBody).query)?.[1];

function firstOfEach(system, kindOf) {
  const found = new Map();
  for (const record of recorded(traffic, system)) if (record.status === 200 || record.status === 201) if (!found.has(kindOf(record))) found.set(kindOf(record), record);
  return found;
}

function assertRed(t, kinds, mistakes, check) {
  const seen = [];
  for (const [name, record] of kinds) {
    for (const [what, make] of Object.entries(mistakes)) {
      const spoilt = make(record);
      if (!spoilt || JSON.stringify(spoilt) === JSON.stringify(record)) continue;
      const findings = new Findings();
      check(spoilt, findings);
      // What the contract is silent about cannot be wrong; the check says so.
      if (findings.notes.some((note) => note.includes('describes no body'))) continue;
      seen.push([`${name}: ${what}`, findings.errors.length > 0]);
    }
  }

  t.diagnostic(`${kinds.size} kinds of requests, ${seen.length} mistakes`);
  assert.deepEqual(seen.filter(([, isRed]) => !isRed).map(([name]) => name), []);
}

test('a mistake in any recorded Shopify request turns the check red', { skip: noTraffic }, (t) => {
  const kinds = firstOfEach('shopify', (record) => (record.path.endsWith('graphql.json') ? operation(record) : undefined));
  kinds.delete(undefined);
  assertRed(t, kinds, graphql, checkRecord);
});

test('a mistake in any recorded PULPO request turns the check red', { skip: noPulpo }, (t) => {
  const contract = loadSwagger();
  assertRed(t, firstOfEach('pulpo', kind), rest, (record, findings) => checkPulpo(contract, record, findings));
});

test('a mistake in any recorded Billbee request turns the check red', { skip: noBillbee }, (t) => {
  const contract = loadBillbee();
  assertRed(t, firstOfEach('billbee', kind), rest, (record, findings) => checkBillbee(contract, record, findings));
});
