import { getNamedType, isCompositeType, Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Every field that a document selects, as Type.field, and every composite type that it touches. */
export function selected(schema, ast) {
  const info = new TypeInfo(schema);
  const fields = new Set();
  const types = new Set();
  visit(ast, visitWithTypeInfo(info, {
    [Kind.FIELD]() {
      const type = getNamedType(info.getType());
      fields.add(`${info.getParentType().name}.${info.getFieldDef().name}`);
      if (type && isCompositeType(type)) types.add(type.name);
    },
  }));
  return { fields, types };
}
