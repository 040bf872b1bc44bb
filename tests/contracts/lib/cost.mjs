import { getNamedType, isCompositeType, Kind, valueFromASTUntyped } from 'graphql';

/** How a connection's cost grows with its size. */
export const step = (first) => Math.max(1, Math.floor(2 * Math.log(first)));

// By recorded answers these cost nothing.
const free = new Set(['MoneyBag', 'MoneyV2', 'PageInfo', 'Job']);
const isFree = (type) => free.has(type.name) || type.name.endsWith('UserError');

// The only mutation known to cost another price than 10, in all answers since June 2026.
const dear = new Map([['fulfillmentTrackingInfoUpdate', 50]]);

/**
 * The points that a document asks of the bucket before it is run. Shopify publishes no exact rule; this one reproduces recorded answers:
 * scalars 0, objects (lists of them too) 1, a connection 2 + step(first) x its node, a mutation 10 with the objects directly in its payload free; of several
 * possible types the dearest counts.
 */
export function requestedCost(schema, ast, variables = {}) {
  const operation = ast.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(ast.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]));
  const isMutation = operation.operation === 'mutation';
  const rootType = isMutation ? schema.getMutationType() : schema.getQueryType();
  return isMutation ? operation.selectionSet.selections.reduce((sum, field) => sum + ofMutation(field), 0) : ofSelections(operation.selectionSet, rootType);

  function ofMutation(field) {
    const payload = getNamedType(rootType.getFields()[field.name.value].type);
    const types = field.selectionSet.selections.map((part) => getNamedType(payload.getFields()[part.name.value].type));
    const objects = types.filter((type) => isCompositeType(type) && !type.name.endsWith('Connection') && !isFree(type)).length;
    return (dear.get(field.name.value) ?? 10) + ofSelections(field.selectionSet, payload) - objects;
  }

  function ofSelections(set, type) {
    let common = 0;
    const byType = new Map();
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (!selection.name.value.startsWith('__')) common += ofField(selection, type);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      const cost = ofSelections(fragment.selectionSet, on);
      if (on === type) common += cost;
      else byType.set(on.name, (byType.get(on.name) ?? 0) + cost);
    }
    return common + Math.max(0, ...byType.values());
  }

  function ofField(field, parent) {
    const type = getNamedType(parent.getFields()[field.name.value].type);
    if (!isCompositeType(type)) return 0;
    if (type.name.endsWith('Connection')) return 2 + step(sizeOf(field)) * nodeOf(field, type);
    return (isFree(type) ? 0 : 1) + ofSelections(field.selectionSet, type);
  }

  function nodeOf(field, connection) {
    let node = 0;
    for (const selection of field.selectionSet.selections) {
      const type = getNamedType(connection.getFields()[selection.name.value].type);
      if (selection.name.value === 'nodes') node = Math.max(node, 1 + ofSelections(selection.selectionSet, type));
      if (selection.name.value === 'edges') {
        const inner = selection.selectionSet.selections.find((s) => s.name?.value === 'node');
        if (inner) node = Math.max(node, 1 + ofSelections(inner.selectionSet, getNamedType(type.getFields().node.type)));
      }
    }
    return node;
  }

  function sizeOf(field) {
    const argument = field.arguments.find((a) => a.name.value === 'first' || a.name.value === 'last');
    if (!argument) throw new Error(`${field.name.value} is paged without first or last`);
    return valueFromASTUntyped(argument.value, variables);
  }
}
