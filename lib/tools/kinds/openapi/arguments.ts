import type { JsonObject } from "@/workflows/graph/json";
import { plainSchema } from "../../schema/plain-schema";
import { bodySchema, type Operation, type Parameter, parameterSchema } from "./document";
import type { Plan, PlannedParameter } from "./plan";

/** What an operation takes, as one JSON schema, and where each argument goes. */
export interface Arguments {
  parameters: JsonObject;
  planned: Pick<Plan, "parameters" | "body">;
}

/** Of these a description may say nothing (OpenAPI 3.1, Parameter Object), or they are ours to set. */
const ownHeaders: ReadonlySet<string> = new Set([
  "accept",
  "authorization",
  "connection",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "idempotency-key",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Bodies that can be made from arguments, the best first. */
const bodyTypes = [/[/+]json\b/i, /^application\/x-www-form-urlencoded\b/i, /^text\/plain\b/i];

/** @param shared parameters of the path, which an operation may replace. A text says what it cannot be called for. */
export function argumentsOf(operation: Operation, shared: readonly unknown[]): Arguments | string {
  const body = bodyOf(operation.requestBody);
  if (typeof body === "string") return body;
  const names = new Set<string>();
  const properties: JsonObject = {};
  const required: string[] = [];
  const add = (name: string, schema: JsonObject, isRequired: boolean) => {
    const argument = freeArgument(name, names);
    properties[argument] = schema;
    if (isRequired) required.push(argument);
    return argument;
  };
  const planned = parametersOf(operation.parameters, shared).map((parameter): PlannedParameter => {
    const schema = plainSchema(parameter.schema ?? Object.values(parameter.content ?? {})[0]?.schema ?? {});
    const description = parameter.description.trim().slice(0, 500);
    const isRequired = parameter.required || parameter.in === "path";
    const { [description ? "description" : ""]: _, ...rest } = schema;
    const argument = add(parameter.name, description ? { ...rest, description } : schema, isRequired);
    return { argument, ...serialised(parameter) };
  });
  const sent = body && { argument: add("body", body.schema, body.required), type: body.type };
  return {
    parameters: { type: "object", properties, required, additionalProperties: false },
    planned: { parameters: planned, body: sent },
  };
}

function parametersOf(own: readonly unknown[], shared: readonly unknown[]): Parameter[] {
  const found = new Map<string, Parameter>();
  for (const given of [...shared, ...own]) {
    const { data: parameter } = parameterSchema.safeParse(given);
    if (!parameter) continue;
    if (parameter.in === "header" && ownHeaders.has(parameter.name.toLowerCase())) continue;
    found.set(`${parameter.in} ${parameter.name}`, parameter);
  }
  return [...found.values()];
}

function serialised({ name, in: place, style, explode, content }: Parameter) {
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const chosen = style ?? usual;
  return {
    name,
    in: place,
    style: chosen,
    explode: explode ?? chosen === "form",
    json: content !== undefined,
  };
}

function bodyOf(given: unknown): { schema: JsonObject; required: boolean; type: string } | null | string {
  if (given === undefined) return null;
  const { data: body } = bodySchema.safeParse(given);
  if (!body) return "its body cannot be read";
  const types = Object.keys(body.content);
  const type = bodyTypes.flatMap((wanted) => types.filter((each) => wanted.test(each)))[0];
  if (type === undefined)
    return body.required || types.length > 0 ? `it takes ${types.join(", ") || "an unknown body"}` : null;
  const schema = plainSchema(body.content[type]?.schema ?? {});
  const description = body.description.trim().slice(0, 500);
  return { schema: description ? { description, ...schema } : schema, required: body.required, type };
}

/** Names of arguments are bounded like those of tools. */
function freeArgument(name: string, taken: Set<string>): string {
  const base =
    name
      .replace(/[^a-zA-Z0-9_.-]+/g, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 60) || "argument";
  let argument = base;
  for (let count = 2; taken.has(argument); count += 1) argument = `${base}_${count}`;
  taken.add(argument);
  return argument;
}
