/**
 * What a client of one document would stumble over in another: a small comparison of OpenAPI 3.1 documents. See
 * docs/decisions/0006-breaking-changes.md for why it is our own.
 *
 * @module
 */

type Node = Record<string, unknown>;

const METHODS = ["get", "put", "post", "delete", "patch"];
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);
const nodeAt = (node: Node, name: string): Node => isNode(node[name]) ? node[name] : {};
const listOf = (value: unknown): unknown[] => Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Whether a schema is of what clients send or of what they get: narrowing breaks the first, widening the second. */
type Side = "request" | "response";

/** Every breaking change from one document to another, a sentence each. */
export function breakingChanges(before: Node, after: Node): string[] {
  const found: string[] = [];
  for (const [path, item] of Object.entries(nodeAt(before, "paths"))) {
    for (const method of METHODS) {
      if (!isNode(item) || !isNode(item[method])) continue;
      const now = nodeAt(nodeAt(nodeAt(after, "paths"), path), method);
      const label = `${method.toUpperCase()} ${path}`;
      if (Object.keys(now).length === 0) found.push(`${label} is gone`);
      else found.push(...inOperation(label, [item[method], before], [now, after]));
    }
  }
  return found;
}

/** A node with the document that its references point into. */
type Place = [node: Node, document: Node];

function resolved([node, document]: Place): Node {
  let at = node;
  for (let steps = 0; typeof at["$ref"] === "string" && steps < 10; steps++) {
    at = at["$ref"].split("/").slice(1).reduce<Node>(nodeAt, document);
  }
  return at;
}

function inOperation(label: string, [was, before]: Place, [now, after]: Place): string[] {
  const found: string[] = [];
  if (was["operationId"] !== now["operationId"]) found.push(`${label}: its operationId is another`);
  const parametersOf = (operation: Node, document: Node) =>
    new Map(
      listOf(operation["parameters"]).filter(isNode).map((each) => {
        const parameter = resolved([each, document]);
        return [`${parameter["in"]} ${parameter["name"]}`, parameter];
      }),
    );
  const [old, current] = [parametersOf(was, before), parametersOf(now, after)];
  for (const [name, parameter] of old) {
    const same = current.get(name);
    if (!same) found.push(`${label}: parameter ${name} is gone`);
    else {
      const places: [Place, Place] = [[nodeAt(parameter, "schema"), before], [nodeAt(same, "schema"), after]];
      found.push(...inSchema(`${label}, ${name}`, "request", ...places));
    }
  }
  for (const [name, { required }] of current) {
    if (required === true && old.get(name)?.["required"] !== true) {
      found.push(`${label}: parameter ${name} is required now`);
    }
  }
  found.push(...inContent(`${label}, body`, "request", [nodeAt(was, "requestBody"), before], [
    nodeAt(now, "requestBody"),
    after,
  ]));
  if (nodeAt(now, "requestBody")["required"] === true && nodeAt(was, "requestBody")["required"] !== true) {
    found.push(`${label}: a body is required now`);
  }
  for (const [status, response] of Object.entries(nodeAt(was, "responses"))) {
    const same = nodeAt(nodeAt(now, "responses"), status);
    if (!isNode(response)) continue;
    if (Object.keys(same).length === 0) found.push(`${label}: ${status} is gone`);
    else found.push(...inContent(`${label}, ${status}`, "response", [response, before], [same, after]));
  }
  return found;
}

function inContent(label: string, side: Side, [was, before]: Place, [now, after]: Place): string[] {
  return Object.entries(nodeAt(was, "content")).flatMap(([type, content]) => {
    const same = nodeAt(now, "content")[type];
    if (!isNode(same) || !isNode(content)) return [`${label}: ${type} is gone`];
    return inSchema(label, side, [nodeAt(content, "schema"), before], [nodeAt(same, "schema"), after]);
  });
}

function inSchema(label: string, side: Side, was: Place, now: Place, depth = 0): string[] {
  if (depth > 12) return [];
  const [a, b] = [resolved(was), resolved(now)];
  const found = [...inType(label, side, a, b), ...inBounds(label, side, a, b)];
  const step = (name: string, old: Node, current: Node) =>
    inSchema(`${label}/${name}`, side, [old, was[1]], [current, now[1]], depth + 1);
  const properties = nodeAt(b, "properties");
  for (const [name, schema] of Object.entries(nodeAt(a, "properties"))) {
    const same = properties[name];
    if (!isNode(same)) found.push(`${label}: field ${name} is gone`);
    else if (isNode(schema)) found.push(...step(name, schema, same));
  }
  const [oldRequired, required] = [listOf(a["required"]), listOf(b["required"])];
  if (side === "request") {
    for (const name of required) if (!oldRequired.includes(name)) found.push(`${label}: field ${name} is required now`);
  } else {
    for (const name of oldRequired) {
      if (!required.includes(name) && name as string in properties) {
        found.push(`${label}: field ${name} may be absent now`);
      }
    }
  }
  if (isNode(a["items"]) && isNode(b["items"])) found.push(...step("[]", a["items"], b["items"]));
  for (const union of ["anyOf", "oneOf"]) {
    const [old, current] = [listOf(a[union]).filter(isNode), listOf(b[union]).filter(isNode)];
    if (side === "request" && current.length < old.length) found.push(`${label}: a shape is gone`);
    if (side === "response" && current.length > old.length && old.length > 0) found.push(`${label}: a shape is new`);
    old.forEach((schema, i) => current[i] && found.push(...step(`${union}/${i}`, schema, current[i])));
  }
  return found;
}

function inType(label: string, side: Side, a: Node, b: Node): string[] {
  const found: string[] = [];
  for (const [keyword, what] of [["type", "type"], ["enum", "value"]] as const) {
    const [old, current] = [listOf(a[keyword]), listOf(b[keyword])];
    const [narrow, wide] = side === "request" ? [current, old] : [old, current];
    if (wide.length === 0 && narrow.length === 0) continue;
    if (wide.length === 0) {
      found.push(`${label}: any ${what} was allowed, now only ${narrow.join(", ")}`);
    } else if (narrow.length > 0) {
      const lost = wide.filter((value) =>
        !narrow.includes(value) && !(value === "integer" && narrow.includes("number"))
      );
      if (lost.length > 0) found.push(`${label}: ${what} ${lost.join(", ")} is ${side === "request" ? "gone" : "new"}`);
    }
    // A response value that is gone leaves its clients with a name that never comes; generated types lose it.
    if (keyword === "enum" && side === "response" && current.length > 0) {
      for (const value of old) if (!current.includes(value)) found.push(`${label}: value ${value} is gone`);
    }
  }
  return found;
}

/** Keywords by which a request is refused, and which way is narrower. */
const BOUNDS: [keyword: string, narrower: (was: number, now: number) => boolean][] = [
  ...["maxLength", "maximum", "maxItems"].map((keyword): [string, (was: number, now: number) => boolean] => [
    keyword,
    (was, now) => now < was,
  ]),
  ...["minLength", "minimum", "minItems"].map((keyword): [string, (was: number, now: number) => boolean] => [
    keyword,
    (was, now) => now > was,
  ]),
];

function inBounds(label: string, side: Side, a: Node, b: Node): string[] {
  if (side === "response") return [];
  return BOUNDS.flatMap(([keyword, narrower]) => {
    const [was, now] = [a[keyword], b[keyword]];
    if (typeof now !== "number") return [];
    const unbounded = keyword.startsWith("max") ? Infinity : -Infinity;
    return narrower(typeof was === "number" ? was : unbounded, now) ? [`${label}: ${keyword} is ${now} now`] : [];
  });
}
