import type { ChannelType } from "@/workflows/graph/channel";
import type { Json, JsonObject } from "@/workflows/graph/json";

/** A channel that a person fills in before a run. */
export interface InputField {
  channel: string;
  type: ChannelType;
  required: boolean;
  description?: string | undefined;
  /** Models are shown what it holds: images and files. */
  attachments?: boolean;
}

export type InputTexts = Record<string, string>;

/** The run's input made of what was typed, or what is wrong, by channel. Empty optional fields are left out. */
export function inputValues(
  fields: readonly InputField[],
  texts: InputTexts,
): { input: JsonObject; problems: null } | { input: null; problems: Record<string, string> } {
  const input: JsonObject = {};
  const problems: Record<string, string> = {};
  for (const field of fields) {
    const text = texts[field.channel] ?? "";
    if (text.trim() === "" && field.type !== "boolean") {
      if (field.required) problems[field.channel] = "Fill this in";
      continue;
    }
    const read = readers[field.type](text);
    if ("problem" in read) problems[field.channel] = read.problem;
    else input[field.channel] = read.value;
  }
  return Object.keys(problems).length > 0 ? { input: null, problems } : { input, problems: null };
}

type Read = { value: Json } | { problem: string };

const readers: Record<ChannelType, (text: string) => Read> = {
  string: (text) => ({ value: text }),
  number: (text) => (Number.isFinite(Number(text)) ? { value: Number(text) } : { problem: "Enter a number" }),
  boolean: (text) => ({ value: text === "true" }),
  object: (text) => readJson(text, isObject, 'Enter a JSON object, e.g. {"name": "value"}'),
  array: (text) => readJson(text, Array.isArray, 'Enter a JSON list, e.g. ["a", "b"]'),
  messages: (text) => ({ value: [{ role: "user", content: text }] }),
  any: (text) => {
    const read = readJson(text, () => true, "");
    return "problem" in read ? { value: text } : read;
  },
};

function readJson(text: string, fits: (value: unknown) => boolean, problem: string): Read {
  try {
    const value: Json = JSON.parse(text);
    return fits(value) ? { value } : { problem };
  } catch {
    return { problem };
  }
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
