import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NoDeprecatedCustomRule, parse, validate } from 'graphql';
import { requestedCost, step } from './lib/cost.mjs';
import { documents } from './lib/documents.mjs';
import { root } from './lib/paths.mjs';
import { load, versions } from './lib/schemas.mjs';
import { selected } from './lib/selections.mjs';

const shopify = join(root, 'src/PulpoSync.Engine/Connectors/Shopify');
const all = documents();
const words = (errors) => errors.map((error) => error.message);

// Fields that Shopify refuses to most shops: they need an own approval or a dear plan.
const gated = ['FulfillmentHold.heldByApp', 'Order.staffMember', 'LineItem.staffMember'];

test('there are documents to check', () => assert.ok(all.length > 0));

for (const version of versions) {
  for (const document of all) {
    test(`${document.name} is valid on ${version}`, () => assert.deepEqual(words(validate(load(version).schema, document.ast)), []));

    test(`${document.name} selects nothing deprecated or gated on ${version}`, () => {
      const { schema } = load(version);
      assert.deepEqual(words(validate(schema, document.ast, [NoDeprecatedCustomRule])), []);
      assert.deepEqual(gated.filter((field) => selected(schema, document.ast).fields.has(field)), []);
    });
  }
}

for (const document of all) {
  test(`${document.name} is named like its file and costs what it says`, (t) => {
    const { schema } = load(versions.at(-1));
    assert.equal(document.operation.name.value, document.name);
    assert.ok(document.cost, 'the line "# cost: …" is missing');
    const sizes = document.cost.perNode ? [1, 5, 10, 25, 50] : [1];
    for (const first of sizes) {
      const cost = requestedCost(schema, document.ast, { first });
      assert.equal(cost, document.cost.fixed + document.cost.perNode * step(first), `at first ${first}`);
      assert.ok(cost <= 1000, `Shopify refuses documents above 1000 points; ${document.name} asks for ${cost} at first ${first}`);
    }
    t.diagnostic(`${document.name}: ${sizes.map((first) => `${requestedCost(schema, document.ast, { first })}${document.cost.perNode ? ` at ${first}` : ''}`).join(', ')} points`);
  });
}

test('the scopes that the connector asks for cover every document', () => {
  // ShopifyScopes.cs is the one list; what is more than one of several scopes is satisfied by any.
  const asked = new Set(readFileSync(join(shopify, 'ShopifyScopes.cs'), 'utf8').match(/NeededFor[\s\S]*/)[0].match(/(?:read|write)_[a-z_]+/g));
  const { schema, access } = load(versions.at(-1));
  const used = new Set();
  for (const document of all) {
    const { fields, types } = selected(schema, document.ast);
    for (const name of [...fields, ...types]) {
      const any = access.get(name);
      if (!any) continue;
      const granted = any.filter((scope) => asked.has(scope));
      assert.ok(granted.length > 0, `${document.name} selects ${name}, which needs one of ${any.join(', ')}`);
      granted.forEach((scope) => used.add(scope));
    }
  }
  assert.deepEqual([...asked].filter((scope) => !used.has(scope)), [], 'scopes that no document needs');
});

test('the choices of the settings are the enum values of the newest schema', () => {
  const spec = readFileSync(join(shopify, 'ShopifySpec.cs'), 'utf8');
  for (const [list, name] of [['Financial', 'OrderDisplayFinancialStatus'], ['Fulfillment', 'OrderDisplayFulfillmentStatus'], ['ProductStates', 'ProductStatus']]) {
    const choices = new RegExp(`string\\[\\] ${list} =\\s*\\[([^\\]]*)\\]`).exec(spec)[1].match(/[A-Z_]+/g);
    const values = load(versions.at(-1)).schema.getType(name).getValues().map((value) => value.name);
    assert.deepEqual([...choices].sort(), [...values].sort());
  }
});

test('the cost rule reproduces recorded answers', () => {
  const { schema } = load(versions.at(-1));
  const recorded = [
    [7, 'query($first: Int!) { locations(first: $first) { nodes { id name } } }', { first: 20 }],
    [1, 'query($id: ID!) { order(id: $id) { id cancelledAt } }'],
    [3, `query($id: ID!) { order(id: $id) { id currentTotalPriceSet { shopMoney { amount } } customer { id }
           transactions(first: 5) { kind amountSet { shopMoney { amount } } } } }`],
    [55, `query($id: ID!) { order(id: $id) { id fulfillmentOrders(first: 10) { nodes { id status assignedLocation { name location { id name } }
           lineItems(first: 10) { nodes { id remainingQuantity lineItem { id title } } } } } } }`],
    [58, `query($id: ID!) { order(id: $id) { displayFulfillmentStatus
           fulfillments(first: 5) { status fulfillmentLineItems(first: 10) { nodes { quantity lineItem { title } } } }
           fulfillmentOrders(first: 10) { nodes { status lineItems(first: 10) { nodes { remainingQuantity lineItem { title } } } } } } }`],
    [13, `mutation($input: InventorySetQuantitiesInput!, $key: String!) { inventorySetQuantities(input: $input) @idempotent(key: $key) {
           inventoryAdjustmentGroup { reason changes { name delta item { id } location { id name } } } userErrors { field message code } } }`],
  ];
  for (const [cost, text, variables] of recorded) assert.equal(requestedCost(schema, parse(text), variables), cost, text);
});

test('a misspelt field turns the check red', () => {
  const bad = parse('query { orders(first: 1) { nodes { id displayFinancialState } } }');
  assert.match(words(validate(load(versions.at(-1)).schema, bad)).join(), /displayFinancialState/);
});

test('a deprecated field turns the check red', () => {
  const bad = parse('query { orders(first: 1) { nodes { totalPrice } } }');
  assert.match(words(validate(load(versions.at(-1)).schema, bad, [NoDeprecatedCustomRule])).join(), /deprecated/);
});
