/** The paths of a contract as patterns, those with the fewest parameters first: a literal segment wins over a parameter. */
export const routesOf = (paths) => Object.entries(paths).map(([template, methods]) => ({
  template,
  pattern: new RegExp(`^${trim(template).replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
  parameters: (template.match(/\{/g) ?? []).length,
  methods,
})).sort((a, b) => a.parameters - b.parameters);

/** The route that serves a request; undefined where the contract has none, which is then among the findings. */
export function routeOf(routes, method, path, findings) {
  const matching = routes.filter((route) => route.pattern.test(trim(path)));
  if (matching.length === 0) return void findings.wrong(`${method} ${path}: no such path`);
  const route = matching.find((candidate) => candidate.methods[method.toLowerCase()]);
  if (!route) return void findings.wrong(`${method} ${matching[0].template}: no such method`);
  return { template: route.template, operation: route.methods[method.toLowerCase()] };
}

// Trailing slashes are used either way.
const trim = (path) => path.replace(/\/$/, '') || '/';
