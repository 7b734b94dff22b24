import { describe, expect, it } from "vitest";
import { portNameSchema } from "@/workflows/graph/edge";
import type { Json } from "@/workflows/graph/json";
import { formFields } from "@/workflows/testing/form-fields";
import { hostileValues } from "@/workflows/testing/hostile-values";
import type { NodeDefinition } from "./definition";
import { nodeDefinitions } from "./registry";

type Path = (string | number)[];

const types = Object.values<NodeDefinition>(nodeDefinitions).map((definition): [string, NodeDefinition] => [
  definition.type,
  definition,
]);

/** Every place of a config where a value stands; graphs inside are another type's matter. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null || path.at(-1) === "graph" || path.at(-1) === "schema")
    return [path];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    places(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function put(config: unknown, [key, ...rest]: Path, value: Json): unknown {
  if (key === undefined) return value;
  if (Array.isArray(config)) return config.map((each, at) => (at === key ? put(each, rest, value) : each));
  return { ...Object(config), [key]: put(Object(config)[key], rest, value) };
}

const plain = (config: unknown) => JSON.parse(JSON.stringify(config));
/** A field as the form knows it: without the places of lists. */
const inForm = (field: string) => field.replace(/\.\d+(?=\.|$)/g, "");

/** Whether every known beginning of a path is a field of the form: keys of objects that people name are none. */
function isKnown(known: ReadonlySet<string>, field: string): boolean {
  const parts = inForm(field).split(".");
  return parts.some((_, at) => known.has(parts.slice(0, at + 1).join(".")));
}

function askAll(definition: NodeDefinition, config: unknown) {
  const fields = [
    ...definition.reads(config).map(({ field }) => field),
    ...definition.writes(config).map(({ field }) => field),
    ...(definition.choices?.(config) ?? []).map(({ field }) => field),
    ...(definition.comparisons?.(config) ?? []).map(({ field }) => field),
    ...(definition.needs?.(config) ?? []).map(({ field }) => field),
    ...(definition.check?.(config) ?? []).flatMap(({ path }) => path.field ?? []),
  ];
  const known = new Set(formFields(definition.config).map(({ path }) => path));
  for (const field of fields) expect([field, isKnown(known, field)]).toEqual([field, true]);
  const ports = definition.ports(config);
  expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length);
  for (const { name, label } of ports) {
    expect(portNameSchema.safeParse(name).success).toBe(true);
    expect(label).not.toBe("");
  }
  expect(typeof definition.describe(config)).toBe("string");
  expect(typeof definition.idempotent(config)).toBe("boolean");
  expect(typeof (definition.interrupts?.(config) ?? false)).toBe("boolean");
  for (const { message } of definition.check?.(config) ?? [])
    expect(message).toMatch(/^[A-Z“].*[.:]$|^[A-Z“].*\.$/s);
}

describe("settings that nobody thought of", () => {
  it.each(types)("are refused at their field or taken for what they are: %s", (_, definition) => {
    const sample = plain(definition.sample.config);
    const astray: string[] = [];
    for (const place of places(sample)) {
      for (const [name, value] of hostileValues) {
        const read = definition.config.safeParse(put(sample, place, plain(value)));
        if (read.success) {
          try {
            askAll(definition, read.data);
          } catch (error) {
            throw new Error(`${place.join(".")} is ${name}: ${String(error)}`, { cause: error });
          }
        }
        for (const { path, message } of read.error?.issues ?? []) {
          const isAtField = path.length === 0 || path[0] === place[0];
          if (!isAtField || message === "")
            astray.push(`${place.join(".")} is ${name}: ${path.join(".")} ${message}`);
        }
      }
    }
    expect(astray).toEqual([]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it.each(types)("that are left out have defaults, or are missed at their field: %s", (_, definition) => {
    const sample = plain(definition.sample.config);
    for (const name of Object.keys(sample)) {
      const { [name]: _left, ...others } = sample;
      const read = definition.config.safeParse(others);
      if (read.success) askAll(definition, read.data);
      expect((read.error?.issues ?? []).filter(({ path }) => path[0] !== name)).toEqual([]);
    }
  });

  it.each(types)("that nobody knows are refused, not dropped: %s", (_, definition) => {
    const found = definition.config.safeParse({ ...plain(definition.sample.config), colour: "red" });
    expect(found.error?.issues.map(({ code }) => code)).toEqual(["unrecognized_keys"]);
  });

  it.each(types)("are the same when they are read again: %s", (_, definition) => {
    for (const config of [plain(definition.sample.config), definition.initial]) {
      const once = definition.config.safeParse(config);
      if (!once.success) continue;
      expect(definition.config.parse(plain(once.data))).toEqual(plain(once.data));
    }
  });

  it.each(types)("of a new node can be looked at before they are complete: %s", (_, definition) => {
    const read = definition.config.safeParse(definition.initial);
    if (read.success) askAll(definition, read.data);
    const known = new Set(formFields(definition.config).map(({ path }) => path));
    expect((read.error?.issues ?? []).filter(({ path }) => !isKnown(known, path.join(".")))).toEqual([]);
  });
});
