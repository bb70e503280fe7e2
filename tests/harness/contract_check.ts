/**
 * Holds every answer of a test to the OpenAPI document: its status is declared, its content type too, its body is what
 * the schema says, and the headers that the document promises are there.
 *
 * @module
 */
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import type { AppRouter } from "../../src/http/contract.ts";
import { buildDocument } from "../../src/http/document.ts";

/** The parts of an operation that tests look at. */
export interface DocumentedOperation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, DocumentedResponse>;
}

/** A parameter, or a reference to one. */
export interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
  schema?: JsonSchema;
}

/** One answer of an operation. */
export interface DocumentedResponse {
  description?: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema?: JsonSchema }>;
  links?: Record<
    string,
    { operationId: string; parameters?: Record<string, string>; requestBody?: Record<string, string> }
  >;
}

/** A JSON Schema, of which tests read what they know. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

/** The document as tests read it. */
export interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, JsonSchema>; parameters: Record<string, Parameter> };
}

const METHODS = ["get", "put", "post", "delete", "patch"];
const DOCUMENT = "document.json";

/** What can be asked about the document of an application. */
export interface Contract {
  document: Document;
  /** Every operation with its path and method. */
  operations: { path: string; method: string; operation: DocumentedOperation }[];
  /** What a value has against the schema at a place of the document; `null` if nothing. */
  wrong(value: unknown, ...place: string[]): string | null;
  /** What an answer has against the document, a sentence each. Paths that are not documented have nothing. */
  wrongAnswer(method: string, path: string, response: Response): Promise<string[]>;
}

/** Reads the document of an application with all its routes mounted. */
export function contractOf(app: AppRouter): Contract {
  // As a client gets it: without what JSON leaves out.
  const document: Document = JSON.parse(JSON.stringify(buildDocument(app, "1.2.3")));
  const ajv = new Ajv2020({ strict: false, validateFormats: true });
  formats.default(ajv);
  ajv.addSchema(document, DOCUMENT);
  const compiled = new Map<string, ValidateFunction>();

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => item[method] ? [{ path, method, operation: item[method] }] : [])
  );
  const patterns = Object.keys(document.paths)
    .toSorted((a, b) => a.split("{").length - b.split("{").length)
    .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`) }));

  const contract: Contract = {
    document,
    operations,
    wrong(value, ...place) {
      const pointer = place.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`);
      const ref = `${DOCUMENT}#${pointer.join("")}`;
      const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
      compiled.set(ref, validate);
      return validate(value) ? null : ajv.errorsText(validate.errors);
    },
    async wrongAnswer(method, path, response) {
      const found = patterns.find(({ pattern }) => pattern.test(path));
      const asked = method === "HEAD" ? "get" : method.toLowerCase();
      const operation = found && document.paths[found.path]![asked];
      if (!operation) return [];
      const { status } = response;
      // A fault of ours is no part of the contract; tests that cause one look at it themselves.
      if (status === 500) return [];
      const declared = operation.responses[status];
      if (!declared) return [`${status} is not declared`];
      const problems = wrongHeaders(declared, response);
      const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
      if (method === "HEAD") return problems;
      if (!declared.content) {
        return type === "" ? problems : [...problems, `${status} has a ${type} body, none declared`];
      }
      if (!declared.content[type]) return [...problems, `${status} as ${type || "nothing"} is not declared`];
      if (!/json$/.test(type)) return problems;
      const place = ["paths", found.path, asked, "responses", String(status), "content", type, "schema"];
      const wrong = contract.wrong(await response.clone().json(), ...place);
      return wrong === null ? problems : [...problems, `${status} is not as declared: ${wrong}`];
    },
  };
  return contract;
}

/** Headers that an answer has wherever the document names them for its status. */
const PROMISED = ["x-request-id", "etag", "www-authenticate", "allow", "retry-after", "location"];

function wrongHeaders(declared: DocumentedResponse, response: Response): string[] {
  const promised = Object.keys(declared.headers ?? {}).filter((name) => PROMISED.includes(name.toLowerCase()));
  return promised.flatMap((name) => response.headers.has(name) ? [] : [`${response.status} is without ${name}`]);
}

/**
 * Makes a `request` fail where its answer is not as the document says.
 *
 * @param contract Gives what to hold answers to; asked at the first request.
 */
export function checkAnswers<A extends unknown[]>(
  contract: () => Contract,
  request: (path: string, init?: RequestInit, ...more: A) => Promise<Response>,
): (path: string, init?: RequestInit, ...more: A) => Promise<Response> {
  return async (path, init, ...more) => {
    const response = await request(path, init, ...more);
    const method = init?.method ?? "GET";
    const { pathname } = new URL(path, "http://localhost");
    const problems = await contract().wrongAnswer(method, pathname, response);
    if (problems.length > 0) throw new Error(`${method} ${pathname} is not as documented: ${problems.join("; ")}`);
    return response;
  };
}
