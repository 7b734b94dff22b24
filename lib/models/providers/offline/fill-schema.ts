import type { Json } from "@/workflows/graph/json";
import { fillString } from "./fill-string";
import { findLabelled, findValues } from "./find-values";
import { allowsNull, type JsonSchema, resolveSchema, typeOf } from "./json-schema";
import { clip, escapePattern, sentences, stems } from "./words";

export const notFound = "not found in the text";

/** A value for a schema; `found` is false where it is only there because something had to be. */
export interface Filled {
  value: Json;
  found: boolean;
}

/**
 * Fills a JSON schema with values found in a text: labelled values first, then by type, format and name.
 * What is not there is left out or null where the schema allows it, else a plainly empty value (`0`,
 * `false`, the schema's own "other", "not found in the text").
 */
export function fillSchema(schema: JsonSchema, text: string): Filled {
  return new Filler(schema, text).fill(schema, "");
}

class Filler {
  private readonly values;

  constructor(
    private readonly root: JsonSchema,
    private readonly text: string,
  ) {
    this.values = findValues(text);
  }

  fill(given: JsonSchema, name: string): Filled {
    const schema = resolveSchema(given, this.root);
    if (schema.const !== undefined) return { value: toJson(schema.const), found: true };
    const filled = this.byType(schema, name);
    if (filled.found) return filled;
    if (schema.default !== undefined) return { value: toJson(schema.default), found: false };
    return allowsNull(given) ? { value: null, found: false } : filled;
  }

  private byType(schema: JsonSchema, name: string): Filled {
    if (schema.enum) return fillEnum(schema.enum, this.scope(name));
    const type = typeOf(schema);
    if (type === "object") return this.object(schema);
    if (type === "array") return this.array(schema, name);
    if (type === "boolean") return this.boolean(schema, name);
    if (type === "number" || type === "integer") return this.number(schema, name, type === "integer");
    return this.string(schema, name);
  }

  private object(schema: JsonSchema): Filled {
    const value: Record<string, Json> = {};
    let found = false;
    let missing = false;
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const filled = this.fill(property, name);
      const required = schema.required?.includes(name) ?? false;
      if (!filled.found && !required) continue;
      value[name] = filled.value;
      found ||= filled.found;
      missing ||= required && !filled.found;
    }
    const hasNothingToFind = Object.keys(schema.properties ?? {}).length === 0;
    return { value, found: hasNothingToFind || (found && !missing) };
  }

  private array(schema: JsonSchema, name: string): Filled {
    const items = resolveSchema(schema.items ?? {}, this.root);
    const value = this.items(items, name);
    while (value.length < (schema.minItems ?? 0)) value.push(this.fill(items, name).value);
    return { value, found: value.length > 0 };
  }

  private items(items: JsonSchema, name: string): Json[] {
    if (items.enum) return items.enum.filter((member) => mentions(this.text, member)).map(toJson);
    const type = typeOf(items);
    if (type === "number" || type === "integer") {
      return this.values.numbers.filter((number) => type === "number" || Number.isInteger(number));
    }
    const lines = bullets(this.text);
    if (type === "object") {
      const parts = lines.length > 0 ? lines : [this.text];
      return parts
        .map((part) => fillSchema({ ...items, $defs: this.root.$defs }, part))
        .filter((filled) => filled.found)
        .map((filled) => filled.value);
    }
    const labelled = findLabelled(this.text, name);
    if (labelled) return labelled.split(/\s*,\s*(?:and\s+)?|\s+and\s+/).filter(Boolean);
    if (lines.length > 0) return lines;
    if (this.values.quoted.length > 0) return this.values.quoted;
    return sentences(this.text)
      .slice(0, 3)
      .map((sentence) => clip(sentence, 200));
  }

  private boolean(schema: JsonSchema, name: string): Filled {
    const said = /^(yes|true|on|no|false|off)\b/i
      .exec(findLabelled(this.text, name) ?? "")?.[1]
      ?.toLowerCase();
    if (said) return { value: said === "yes" || said === "true" || said === "on", found: true };
    const about = stems(`${name} ${schema.description ?? ""}`);
    const subject = [...stems(name)].some((word) => stems(this.text).has(word));
    const negated = new RegExp(String.raw`\b(?:not|no|never|isn't|don't)\s+(?:\w+\s+)?${name}`, "i").test(
      this.text,
    );
    return { value: subject && !negated, found: subject || about.size === 0 };
  }

  private number(schema: JsonSchema, name: string, whole: boolean): Filled {
    const labelled = findLabelled(this.text, name);
    const own = labelled === null ? undefined : findValues(labelled).numbers[0];
    const fits = (value: number) =>
      (!whole || Number.isInteger(value)) &&
      value >= (schema.minimum ?? -Infinity) &&
      value <= (schema.maximum ?? Infinity);
    if (own !== undefined && fits(own)) return { value: own, found: true };
    // Each number of the text serves once, so that two fields do not share one.
    const index = this.values.numbers.findIndex(fits);
    const [value] = index < 0 ? [] : this.values.numbers.splice(index, 1);
    if (value !== undefined) return { value, found: true };
    return { value: Math.min(Math.max(0, schema.minimum ?? 0), schema.maximum ?? Infinity), found: false };
  }

  private string(schema: JsonSchema, name: string): Filled {
    const value = fillString(schema, name, this.text, this.values);
    if (value === null) return { value: notFound, found: false };
    return { value: clip(value, schema.maxLength ?? 20_000), found: true };
  }

  /** The labelled value where there is one, else everything. */
  private scope(name: string): string {
    return findLabelled(this.text, name) ?? this.text;
  }
}

/** The member mentioned first; else the one that says so honestly; else the first. */
function fillEnum(members: unknown[], text: string): Filled {
  const position = (member: unknown) => text.toLowerCase().search(wordPattern(member));
  const mentioned = members
    .filter((member) => mentions(text, member))
    .toSorted((a, b) => position(a) - position(b) || String(b).length - String(a).length);
  if (mentioned.length > 0) return { value: toJson(mentioned[0]), found: true };
  const honest = members.find((member) =>
    /^(other|unknown|none|unclear|neutral|n\/a)$/i.test(String(member)),
  );
  return { value: toJson(honest ?? members[0] ?? null), found: false };
}

function mentions(text: string, member: unknown): boolean {
  return member !== null && wordPattern(member).test(text.toLowerCase());
}

function wordPattern(member: unknown): RegExp {
  const words = String(member)
    .toLowerCase()
    .split(/[\s_-]+/)
    .map(escapePattern)
    .join(String.raw`[\s_-]*`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`, "u");
}

function bullets(text: string): string[] {
  return [...text.matchAll(/^\s*(?:[-*•]|\d+[.)])\s+(.+)$/gm)].map((match) => (match[1] ?? "").trim());
}

/** Members of an enum and constants come from parsed JSON. */
function toJson(value: unknown): Json {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) satisfies Json);
}
