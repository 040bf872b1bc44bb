import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';

/** Where a schema says something that a larger one does not say, or says otherwise. */
export function differences(subset, whole) {
  const found = [];
  for (const type of Object.values(subset.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const real = whole.getType(type.name);
    if (!real) found.push(`${type.name} does not exist`);
    else if (type.constructor.name !== real.constructor.name) found.push(`${type.name} is of another kind`);
    else compare(type, real, found);
  }
  return found;
}

function compare(type, real, found) {
  if (isEnumType(type)) {
    for (const value of type.getValues()) if (!real.getValue(value.name)) found.push(`${type.name}.${value.name} does not exist`);
  } else if (isUnionType(type)) {
    const names = real.getTypes().map((t) => t.name);
    for (const member of type.getTypes()) if (!names.includes(member.name)) found.push(`${member.name} is no ${type.name}`);
  } else if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) compareField(type, field, real.getFields()[field.name], found);
    const interfaces = real.getInterfaces?.().map((t) => t.name) ?? [];
    for (const face of type.getInterfaces?.() ?? []) if (!interfaces.includes(face.name)) found.push(`${type.name} does not implement ${face.name}`);
  }
}

function compareField(type, field, real, found) {
  const name = `${type.name}.${field.name}`;
  if (!real) return found.push(`${name} does not exist`);
  if (String(field.type) !== String(real.type)) found.push(`${name} is ${field.type}, not ${real.type}`);
  if (Boolean(field.deprecationReason) !== Boolean(real.deprecationReason)) found.push(`${name}: deprecation differs`);
  for (const argument of field.args ?? []) {
    const realArgument = real.args.find((a) => a.name === argument.name);
    if (!realArgument) found.push(`${name}(${argument.name}) does not exist`);
    else if (`${argument.type} = ${JSON.stringify(argument.defaultValue)}` !== `${realArgument.type} = ${JSON.stringify(realArgument.defaultValue)}`) {
      found.push(`${name}(${argument.name}) is ${argument.type} = ${JSON.stringify(argument.defaultValue)}, not ${realArgument.type} = ${JSON.stringify(realArgument.defaultValue)}`);
    }
  }
  // An argument that must be given and is left out would refuse what the vendor demands.
  for (const argument of real.args ?? []) {
    if (String(argument.type).endsWith('!') && argument.defaultValue === undefined && !field.args.some((a) => a.name === argument.name)) found.push(`${name}(${argument.name}) is missing`);
  }
}
