import { getNamedType, getNullableType, isCompositeType, isEnumType, isListType, isNonNullType, isObjectType, Kind } from 'graphql';

// Wire forms of the scalars that occur; of others the value is not looked at, and the check says so.
const scalars = {
  ID: (value) => typeof value === 'string' && value.length > 0,
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: (value) => Number.isInteger(value) && Math.abs(value) <= 0x7fffffff,
  Float: (value) => typeof value === 'number',
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value),
  Decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
  Money: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
  UnsignedInt64: (value) => typeof value === 'string' && /^\d+$/.test(value),
  URL: (value) => typeof value === 'string' && URL.canParse(value),
};

/** Holds the data of an answer against a document and its schema: existence, nullability, lists, enum values, scalars, nothing beyond what was asked. */
export function checkData(schema, ast, data, findings) {
  const operation = ast.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(ast.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]));
  const rootType = operation.operation === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  checkObject(rootType, [operation.selectionSet], data, rootType.name);

  function checkObject(type, sets, value, path) {
    const concrete = isObjectType(type) ? type : concreteType(type, value);
    if (!concrete) return findings.unchecked(`${path}: the object does not tell its type`);
    const fields = new Map();
    for (const set of sets) collect(concrete, set, fields);
    for (const [key, nodes] of fields) {
      if (!(key in value)) {
        findings.wrong(`${path}.${key} is missing`);
        continue;
      }
      const name = nodes[0].name.value;
      if (name === '__typename') continue;
      checkValue(concrete.getFields()[name].type, nodes, value[key], `${concrete.name}.${name}`);
    }
    for (const key of Object.keys(value)) if (!fields.has(key)) findings.wrong(`${path}.${key} was not asked for`);
  }

  function checkValue(type, nodes, value, path) {
    if (value === null) {
      if (isNonNullType(type)) findings.wrong(`${path} is null, which ${type} forbids`);
      return;
    }
    const inner = getNullableType(type);
    if (isListType(inner)) {
      if (!Array.isArray(value)) return findings.wrong(`${path} is no list`);
      return value.forEach((item) => checkValue(inner.ofType, nodes, item, path));
    }
    if (Array.isArray(value)) return findings.wrong(`${path} is a list`);
    const named = getNamedType(inner);
    if (isCompositeType(named)) {
      if (typeof value !== 'object') return findings.wrong(`${path} is no object`);
      return checkObject(named, nodes.map((node) => node.selectionSet), value, named.name);
    }
    findings.checked++;
    if (isEnumType(named)) {
      if (!named.getValue(value)) findings.wrong(`${path} is ${JSON.stringify(value)}, no value of ${named.name}`);
    } else if (!scalars[named.name]) {
      findings.unchecked(`${path}: form of the scalar ${named.name}`);
    } else if (!scalars[named.name](value)) {
      findings.wrong(`${path} is ${JSON.stringify(value)}, no ${named.name}`);
    }
  }

  function collect(type, set, fields) {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment.typeCondition?.name.value;
      if (!on || on === type.name || schema.isSubType(schema.getType(on), type)) collect(type, fragment.selectionSet, fields);
    }
  }

  function concreteType(type, value) {
    const name = value.__typename ?? /^gid:\/\/shopify\/(\w+)\//.exec(value.id ?? '')?.[1];
    if (name) return schema.getType(name);
    // A lone inline fragment of one type, and data that only it can have asked for.
    const possible = schema.getPossibleTypes(type).filter((t) => Object.keys(value).length > 0 && Object.keys(value).every((key) => t.getFields()[key]));
    return possible.length === 1 ? possible[0] : undefined;
  }
}
