import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRecord } from './lib/graphql-record.mjs';
import { contracts, skipWithout, traffic } from './lib/paths.mjs';
import { checkPulpo, loadSwagger, swaggerFile } from './lib/swagger.mjs';
import { Findings, recorded } from './lib/traffic.mjs';

const noTraffic = skipWithout(traffic, 'PULPOSYNC_TRAFFIC names no recording of the sandbox');
const noContract = skipWithout(swaggerFile, `no contract of PULPO in ${contracts}; set PULPOSYNC_CONTRACTS`);

test('recorded Shopify traffic holds to the schema of its version', { skip: noTraffic }, (t) => {
  const findings = new Findings();
  const records = recorded(traffic, 'shopify').filter((record) => record.path.endsWith('graphql.json'));
  records.forEach((record) => checkRecord(record, findings));
  findings.notes.forEach((note) => t.diagnostic(note));
  t.diagnostic(`Shopify: ${records.length} requests, ${findings.checked} values held against the schema`);
  assert.deepEqual(findings.errors, []);
  assert.ok(records.length === 0 || findings.checked > 0);
});

test('recorded PULPO traffic holds to the contract', { skip: noTraffic || noContract }, (t) => {
  const findings = new Findings();
  const contract = loadSwagger();
  const records = recorded(traffic, 'pulpo');
  records.forEach((record) => checkPulpo(contract, record, findings));
  findings.notes.forEach((note) => t.diagnostic(note));
  t.diagnostic(`PULPO: ${records.length} requests, ${findings.checked} held against the contract`);
  assert.deepEqual(findings.errors, []);
});

const shopify = (query, data, more = {}) => ({
  system: 'shopify', path: 'admin/api/2026-10/graphql.json', status: 200, apiVersion: '2026-10',
  requestBody: JSON.stringify({ query, variables: more.variables ?? {} }),
  responseBody: JSON.stringify({ data, errors: more.errors, extensions: { cost: {} } }),
});

const order = 'query($id: ID!) { order(id: $id) { id createdAt displayFinancialStatus tags number } }';
const good = { id: 'gid://shopify/Order/1', createdAt: '2026-11-23T12:00:00Z', displayFinancialStatus: 'PAID', tags: ['a'], number: 1 };
const variables = { id: 'gid://shopify/Order/1' };

test('a good answer passes', () => {
  const findings = new Findings();
  checkRecord(shopify(order, { order: good }, { variables }), findings);
  assert.deepEqual([findings.errors, findings.checked], [[], 6]);
});

for (const [what, data, vars, expected] of [
  ['a missing field', { order: { ...good, number: undefined } }, variables, /number is missing/],
  ['a field nobody asked for', { order: { ...good, email: 'x' } }, variables, /email was not asked for/],
  ['a null where none may be', { order: { ...good, createdAt: null } }, variables, /createdAt is null/],
  ['an unknown enum value', { order: { ...good, displayFinancialStatus: 'PAYED' } }, variables, /no value of OrderDisplayFinancialStatus/],
  ['a value where a list belongs', { order: { ...good, tags: 'a' } }, variables, /tags is no list/],
  ['a list where a value belongs', { order: [good] }, variables, /order is a list/],
  ['a time without its zone', { order: { ...good, createdAt: '2026-11-23 12:00' } }, variables, /no DateTime/],
  ['a missing variable', { order: good }, {}, /\$id/],
]) {
  test(`${what} turns the check red`, () => {
    const findings = new Findings();
    checkRecord(shopify(order, data, { variables: vars }), findings);
    assert.match(findings.errors.join('\n'), expected);
  });
}

test('an unknown path, method or field turns the PULPO check red', () => {
  const contract = loadSwagger(JSON.stringify({
    basePath: '/api/v1',
    paths: { '/sales/orders': { post: { parameters: [{ in: 'body', schema: { $ref: '#/definitions/Order' } }] } }, '/sales/orders/{id}': { get: {} } },
    definitions: {
      Order: { properties: { order_num: {}, attributes: { type: 'string' }, items: { items: { $ref: '#/definitions/Item' } } } },
      Item: { properties: { quantity: {} } },
    },
  }));
  const check = (method, path, body) => {
    const findings = new Findings();
    checkPulpo(contract, { method, path, requestBody: body && JSON.stringify(body) }, findings);
    return findings.errors.join();
  };
  assert.equal(check('GET', 'api/v1/sales/orders/7'), '');
  assert.equal(check('POST', 'api/v1/sales/orders/', { order_num: '1', attributes: { a: 1 }, items: [{ quantity: 1 }] }), '');
  assert.match(check('GET', 'api/v1/sale/orders'), /no such path/);
  assert.match(check('DELETE', 'api/v1/sales/orders'), /no such method/);
  assert.match(check('POST', 'api/v1/sales/orders', { items: [{ quantitiy: 1 }] }), /Item\.quantitiy/);
});
