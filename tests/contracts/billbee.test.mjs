import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billbeeFile, checkBillbee, loadBillbee } from './lib/billbee.mjs';
import { contracts, skipWithout, traffic } from './lib/paths.mjs';
import { Findings, recorded } from './lib/traffic.mjs';

const noTraffic = skipWithout(traffic, 'PULPOSYNC_TRAFFIC names no recording of the sandbox');
const noContract = skipWithout(billbeeFile, `no contract of Billbee in ${contracts}; set PULPOSYNC_CONTRACTS`);

test('recorded Billbee traffic holds to the contract', { skip: noTraffic || noContract }, (t) => {
  const findings = new Findings();
  const contract = loadBillbee();
  const records = recorded(traffic, 'billbee');
  records.forEach((record) => checkBillbee(contract, record, findings));
  findings.notes.forEach((note) => t.diagnostic(note));
  t.diagnostic(`Billbee: ${records.length} requests, ${findings.checked} known by path and method`);
  assert.deepEqual(findings.errors, []);
});

const credentials = ['Authorization: Basic', 'X-Billbee-Api-Key'];
const request = (method, path, body, answer, more = {}) => {
  const [bare, query] = path.split('?');
  const text = (value) => (value === undefined ? null : JSON.stringify(value));
  return { system: 'billbee', method, path: `api/v1/${bare}`, query: query ? `?${query}` : '', requestBody: text(body), status: 200, responseBody: text(answer), credentials, ...more };
};
const check = (contract, ...records) => {
  const findings = new Findings();
  records.forEach((record) => checkBillbee(contract, record, findings));
  return findings;
};
const envelope = (data) => ({ ErrorMessage: null, ErrorCode: 0, ErrorDescription: 'NoError', Data: data });

test('what a client asks and Billbee answers passes the vendor\'s contract', { skip: noContract }, () => {
  const order = { BillBeeOrderId: 7, OrderNumber: 'B-7', State: 3, CreatedAt: '2026-11-23T12:00:00', Tags: ['a'], OrderItems: [{ Quantity: 1.0, Product: { SKU: 'S', Type: 1 } }], ShippingIds: [] };
  const findings = check(
    loadBillbee(),
    request('GET', 'orders?modifiedAtMin=2026-11-23T12%3A00%3A00&page=1&pageSize=250&orderStateId=3&orderStateId=13', undefined, { ...envelope([order]), Paging: { Page: 1, TotalPages: 1, TotalRows: 1, PageSize: 250 } }),
    request('GET', 'orders/7', undefined, envelope(order)),
    request('PUT', 'orders/7/orderstate', { NewStateId: 13 }, envelope(null)),
    request('POST', 'orders/7/tags', { Tags: ['a'] }, {}),
    request('POST', 'orders/7/shipment', { ShippingId: '0034', ShipmentType: 0 }, {}),
    request('GET', 'products/stocks', undefined, envelope([{ Id: 1, Name: 'Lager', IsDefault: true }])),
    request('POST', 'products/updatestockmultiple', [{ Sku: 'S', NewQuantity: 3, AutosubtractReservedAmount: false }], [envelope({ SKU: 'S', CurrentStock: 3 })]),
    request('POST', 'shipment/shipwithlabel', { OrderId: 7, ProviderId: 1, ProductId: 2, ChangeStateToSend: false, Dimension: { length: 1 } }, envelope({ OrderId: 7, ShippingId: '0034', LabelDataPdf: 'JVBERg==' })),
    request('GET', 'shipment/shippingproviders', undefined, [{ id: 1, name: 'DHL', products: [] }]),
    request('GET', 'shopaccounts', undefined, [{ Id: 1 }]),
    request('GET', 'orders/8', undefined, { Message: 'x' }, { status: 404 }),
  );
  assert.deepEqual(findings.errors, []);
  assert.equal(findings.checked, 10);
  for (const said of [/shopaccounts: newer than the contract/, /shippingproviders: the answer, of which/, /status 404/, /orderstate: the answer/]) assert.match(findings.notes.join('\n'), said);
});

test('the vendor\'s contract names both credentials', { skip: noContract }, () =>
  assert.deepEqual(loadBillbee().schemes.map((scheme) => scheme.toLowerCase()).sort(), credentials.map((name) => name.toLowerCase())));

// The forms of the vendor's contract in small.
const json = (schema) => ({ content: { 'application/json': { schema } } });
const small = loadBillbee(JSON.stringify({
  paths: {
    '/api/v1/orders': {
      get: {
        parameters: [
          { in: 'query', name: 'page', schema: { type: 'integer', format: 'int32' } },
          { in: 'query', name: 'modifiedAtMin', schema: { type: 'string', format: 'date-time' } },
          { in: 'query', name: 'orderStateId', explode: true, schema: { type: 'array', items: { type: 'integer', format: 'int32' } } },
          { in: 'query', name: 'excludeTags', schema: { type: 'boolean' } },
        ],
        responses: { 200: json({ $ref: '#/components/schemas/Page' }) },
      },
    },
    '/api/v1/orders/{id}/orderstate': {
      put: { parameters: [{ in: 'path', name: 'id', schema: { type: 'integer', format: 'int64' } }], requestBody: { $ref: '#/components/requestBodies/State' }, responses: { 200: json({ type: 'object' }) } },
    },
    '/api/v1/products/reservedamount': { get: { parameters: [{ in: 'query', name: 'id', required: true, schema: { type: 'string' } }], responses: {} } },
  },
  components: {
    securitySchemes: { basic: { type: 'http', scheme: 'basic' }, key: { type: 'apiKey', in: 'header', name: 'X-Billbee-Api-Key' } },
    requestBodies: { State: { required: true, ...json({ $ref: '#/components/schemas/State' }) } },
    schemas: {
      State: { type: 'object', properties: { NewStateId: { type: 'integer', format: 'int32', enum: [1, 2, 3] }, Total: { type: 'number', readOnly: true } } },
      Page: { type: 'object', properties: { ErrorMessage: { type: 'string' }, ErrorCode: { type: 'integer' }, ErrorDescription: { type: 'integer' }, Data: { type: 'array', items: { $ref: '#/components/schemas/Order' } } } },
      Order: { type: 'object', required: ['Id'], properties: { Id: { type: 'integer', format: 'int64' }, Number: { type: 'string' }, At: { type: 'string', format: 'date-time' }, Pdf: { type: 'string', format: 'byte' } } },
    },
  },
}));
const put = (body, more) => request('PUT', 'orders/7/orderstate', body, {}, more);
const list = (query, data = []) => request('GET', `orders${query}`, undefined, envelope(data));

test('good requests and answers pass', () => {
  const findings = check(
    small, put({ NewStateId: 2 }), list('?page=1&orderStateId=1&orderStateId=2&excludeTags=true&modifiedAtMin=2026-11-23T12:00'),
    list('', [{ Id: 1, Number: null, At: '2026-11-23T12:00:00', Pdf: 'JVBERg==' }]), request('GET', 'products/reservedamount?id=S', undefined, envelope({})));
  assert.deepEqual([findings.errors, findings.checked], [[], 4]);
});

for (const [what, record, expected] of [
  ['no key of the developer', put({ NewStateId: 2 }, { credentials: ['Authorization: Basic'] }), /sent without X-Billbee-Api-Key/],
  ['no user and password', put({ NewStateId: 2 }, { credentials: ['Authorization: Bearer', 'X-Billbee-Api-Key'] }), /sent without Authorization: basic/],
  ['a recording that does not say what was sent', put({ NewStateId: 2 }, { credentials: undefined }), /sent without X-Billbee-Api-Key/],
  ['an unknown path', request('GET', 'order'), /no such path/],
  ['an unknown method', request('POST', 'orders'), /no such method/],
  ['an id that is none', request('PUT', 'orders/B-7/orderstate', { NewStateId: 2 }, {}), /id is no integer/],
  ['an unknown parameter', list('?modifiedSince=2026-11-23'), /does not know modifiedSince in the query/],
  ['a parameter in the wrong case', list('?Page=1'), /does not know Page in the query/],
  ['a list with indices', list('?orderStateId[0]=1'), /does not know orderStateId\[0\] in the query/],
  ['a list with commas', list('?orderStateId=1,2'), /orderStateId is no integer/],
  ['a single parameter twice', list('?page=1&page=2'), /page stands in the query more than once/],
  ['a time in words', list('?modifiedAtMin=yesterday'), /modifiedAtMin is no date-time/],
  ['a switch in capitals', list('?excludeTags=True'), /excludeTags is no boolean/],
  ['a needed parameter left away', request('GET', 'products/reservedamount'), /the query lacks id/],
  ['an unknown field', put({ NewStateId: 2, Comment: 'x' }), /does not know body\.Comment/],
  ['a field in the wrong case', put({ newStateId: 2 }), /does not know body\.newStateId/],
  ['a number as text', put({ NewStateId: '2' }), /body\.NewStateId is no integer/],
  ['an unknown state', put({ NewStateId: 4 }), /body\.NewStateId is none of 1, 2, 3/],
  ['a null in a request', put({ NewStateId: null }), /body\.NewStateId is null/],
  ['a read-only field in a request', put({ NewStateId: 1, Total: 1 }), /body\.Total is read only/],
  ['a list for an object', put([{ NewStateId: 1 }]), /body is no object/],
  ['a body left away', put(undefined), /the body is missing/],
  ['a body where none belongs', request('GET', 'products/reservedamount?id=1', {}, {}), /has no body/],
  ['an unknown field in an answer', list('', [{ Id: 1, Nummer: 'x' }]), /does not know answer\.Data\[\]\.Nummer/],
  ['a field of the wrong kind in an answer', list('', [{ Id: 1, Number: 7 }]), /answer\.Data\[\]\.Number is no string/],
  ['a needed field missing in an answer', list('', [{}]), /answer\.Data\[\]\.Id is missing/],
  ['one thing for a list in an answer', list('', { Id: 1 }), /answer\.Data is no list/],
  ['a file that is none in an answer', list('', [{ Id: 1, Pdf: '%PDF' }]), /Pdf is no byte/],
]) {
  test(`${what} turns the Billbee check red`, () => assert.match(check(small, record).errors.join('\n'), expected));
}
