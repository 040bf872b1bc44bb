import { parseJson } from './traffic.mjs';

// Wire forms of the contract's formats. Times: the vendor's own client and recorded answers leave out the zone, which the format asks for.
const integer = (limit) => (value) => Number.isInteger(value) && Math.abs(value) <= limit;
const types = { string: (value) => typeof value === 'string', boolean: (value) => typeof value === 'boolean', number: (value) => typeof value === 'number', integer: Number.isInteger };
const formats = {
  int32: integer(0x7fffffff),
  int64: integer(Number.MAX_SAFE_INTEGER),
  'date-time': (value) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.test(value) && !Number.isNaN(Date.parse(value)),
  byte: (value) => /^[A-Za-z0-9+/]*={0,2}$/.test(value) && value.length % 4 === 0,
};

/**
 * What a JSON value says otherwise than its schema (OpenAPI 3.0): fields that it does not know, kinds, formats, words, what is missing.
 * A request leaves away what it has no value for and what is read only; in answers any value may be null.
 */
export function differences(resolve, schema, value, { at, isRequest, tolerated = [] }) {
  const found = [];
  walk(schema, value, at);
  return found;

  function walk(reference, value, at) {
    const schema = resolve(reference);
    if (tolerated.some((pattern) => pattern.test(at))) return;
    if (isRequest && schema.readOnly) found.push(`${at} is read only`);
    else if (value === null) isRequest && !schema.nullable && found.push(`${at} is null`);
    else if (schema.type === 'array') {
      if (!Array.isArray(value)) found.push(`${at} is no list`);
      else value.forEach((item) => walk(schema.items, item, `${at}[]`));
    } else if (schema.properties) walkObject(schema, value, at);
    // An object without fields stands for anything.
    else if (schema.type !== 'object') found.push(...scalar(schema, value, at));
  }

  function walkObject(schema, value, at) {
    if (typeof value !== 'object' || Array.isArray(value)) return void found.push(`${at} is no object`);
    for (const name of schema.required ?? []) if (value[name] === undefined) found.push(`${at}.${name} is missing`);
    for (const [name, inner] of Object.entries(value)) {
      if (schema.properties[name]) walk(schema.properties[name], inner, `${at}.${name}`);
      else if (!tolerated.some((pattern) => pattern.test(`${at}.${name}`))) found.push(`the contract does not know ${at}.${name}`);
    }
  }
}

function scalar(schema, value, at) {
  if (types[schema.type] && !types[schema.type](value)) return [`${at} is no ${schema.type}`];
  if (formats[schema.format] && !formats[schema.format](value)) return [`${at} is no ${schema.format}`];
  return schema.enum && !schema.enum.includes(value) ? [`${at} is none of ${schema.enum.join(', ')}`] : [];
}

/** The same for a value of the query, which is text there. */
export function queryDifferences(schema, text, at) {
  return scalar(schema, schema.type === 'string' ? text : parseJson(text), at);
}
