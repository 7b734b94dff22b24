import { AppError } from "@/workflows/errors/app-error";
import { textOf } from "@/workflows/expressions/text";
import { isJsonObject, type Json, type JsonObject } from "@/workflows/graph/json";
import type { Credentials } from "../../credentials";
import type { Plan, PlannedParameter } from "./plan";

/** A request as its arguments make it, apart from limits. */
export interface PlannedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * Arguments come from a model: each stays one piece of the path, of the query or of a header, and none can reach another
 * host or replace what the source knows us by.
 * @throws AppError invalid_input where an argument is missing
 */
export function requestOf(
  plan: Plan,
  address: string,
  args: JsonObject,
  credentials: Credentials,
): PlannedRequest {
  const of = (place: PlannedParameter["in"]) =>
    plan.parameters.filter((each) => each.in === place && isGiven(args[each.argument]));
  const url = new URL(`${address.replace(/\/+$/, "")}${pathOf(plan, args)}`);
  for (const parameter of of("query")) {
    for (const [name, value] of queryPairs(parameter, args[parameter.argument] ?? null))
      url.searchParams.append(name, value);
  }
  for (const [name, value] of credentials.query) url.searchParams.set(name, value);
  const cookies = of("cookie").map(
    ({ name, argument }) => `${name}=${encodeURIComponent(joined(args[argument] ?? null))}`,
  );
  const headers = {
    accept: "application/json, text/*;q=0.9, */*;q=0.5",
    ...Object.fromEntries(of("header").map((each) => [each.name.toLowerCase(), headerText(each, args)])),
    ...(cookies.length > 0 && { cookie: cookies.join("; ") }),
  };
  const body =
    plan.body && isGiven(args[plan.body.argument])
      ? bodyText(plan.body.type, args[plan.body.argument] ?? null)
      : undefined;
  return {
    method: plan.method,
    url: url.href,
    headers: {
      ...headers,
      ...(body !== undefined && plan.body && { "content-type": plan.body.type }),
      ...credentials.headers,
    },
    ...(body !== undefined && { body }),
  };
}

function pathOf({ path, parameters }: Plan, args: JsonObject): string {
  return path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((each) => each.in === "path" && each.name === name);
    const value = parameter && args[parameter.argument];
    if (!parameter || !isGiven(value) || value === "") {
      throw new AppError("invalid_input", `The argument “${parameter?.argument ?? name}” is missing.`);
    }
    return encodedPart(parameter.json ? JSON.stringify(value) : joined(value ?? null));
  });
}

/** `.` and `..` survive percent-encoding but would climb up the path. */
function encodedPart(text: string): string {
  return /^\.{1,2}$/.test(text) ? text.replaceAll(".", "%252E") : encodeURIComponent(text.toWellFormed());
}

/** OpenAPI's styles of query parameters. */
function queryPairs({ name, style, explode, json }: PlannedParameter, value: Json): [string, string][] {
  if (json) return [[name, JSON.stringify(value)]];
  if (Array.isArray(value)) {
    if (explode && style === "form") return value.map((each) => [name, textOf(each)]);
    const between = style === "spaceDelimited" ? " " : style === "pipeDelimited" ? "|" : ",";
    return [[name, value.map(textOf).join(between)]];
  }
  if (!isJsonObject(value)) return [[name, textOf(value)]];
  const entries = Object.entries(value).filter(([, each]) => isGiven(each));
  if (style === "deepObject") return entries.map(([key, each]) => [`${name}[${key}]`, textOf(each)]);
  return explode ? entries.map(([key, each]) => [key, textOf(each)]) : [[name, joined(value)]];
}

/** A line break would begin another header. */
function headerText({ argument, json }: PlannedParameter, args: JsonObject): string {
  const value = args[argument] ?? null;
  return (json ? JSON.stringify(value) : joined(value)).replace(/[^\t\x20-\x7e\x80-\xff]+/g, " ").trim();
}

function joined(value: Json): string {
  if (Array.isArray(value)) return value.map(textOf).join(",");
  return isJsonObject(value) ? Object.entries(value).flat().map(textOf).join(",") : textOf(value);
}

function bodyText(type: string, value: Json): string {
  if (/^application\/x-www-form-urlencoded/i.test(type) && isJsonObject(value)) {
    const pairs = Object.entries(value).flatMap(([name, each]) =>
      Array.isArray(each) ? each.map((one) => [name, textOf(one)]) : [[name, textOf(each)]],
    );
    return new URLSearchParams(pairs).toString();
  }
  return /json/i.test(type) ? JSON.stringify(value) : textOf(value);
}

const isGiven = (value: Json | undefined): boolean => value !== undefined && value !== null;
