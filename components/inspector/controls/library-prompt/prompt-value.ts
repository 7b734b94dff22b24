import type { Channels } from "@/workflows/graph/channel";
import type { Json } from "@/workflows/graph/json";
import { type KnownPrompt, versionOf } from "@/workflows/prompts/known-prompt";
import { asList, asRecord, asText } from "../control-props";

/** A variable of a chosen prompt, as the form shows it. */
export interface VariableRow {
  name: string;
  value: string;
  /** Place in the setting's list; undefined: nothing is said of it yet. */
  index: number | undefined;
  /** The prompt does not ask for it (any more). */
  strange: boolean;
}

/** A line for each variable of the prompt, in its order, then those that it does not ask for. */
export function variableRows(value: Json | undefined, asked: readonly string[] | undefined): VariableRow[] {
  const said = asList(asRecord(value).variables).map((entry, index) => {
    const { name, value: text } = asRecord(entry);
    return { name: asText(name), value: asText(text), index };
  });
  if (!asked) return said.map((row) => ({ ...row, strange: false }));
  const rows = asked.map((name): VariableRow => {
    const row = said.find((each) => each.name === name);
    return row ? { ...row, strange: false } : { name, value: "", index: undefined, strange: false };
  });
  const others = said.filter(({ name }) => !asked.includes(name));
  return [...rows, ...others.map((row) => ({ ...row, strange: true }))];
}

/** The setting with another expression for a variable; undefined takes the variable out. */
export function withVariable(
  value: Json | undefined,
  { name, index }: VariableRow,
  text: string | undefined,
): Json {
  const entries = asList(asRecord(value).variables);
  const entry = { name, value: text ?? "" };
  const variables =
    text === undefined
      ? entries.filter((_, at) => at !== index)
      : index === undefined
        ? [...entries, entry]
        : entries.map((each, at) => (at === index ? entry : each));
  return { ...asRecord(value), variables };
}

/** The setting for a prompt that was just chosen: what is said of variables stays, channels of the same name fill the rest. */
export function chosenPrompt(value: Json | undefined, prompt: KnownPrompt, channels: Channels): Json {
  const rows = variableRows(value, versionOf(prompt, undefined)?.variables ?? []);
  const variables = rows
    .filter(({ strange }) => !strange)
    .map(({ name, value: text }) => ({ name, value: text || (Object.hasOwn(channels, name) ? name : "") }));
  return { prompt: prompt.id, name: prompt.name, variables };
}

/** The setting at another version; undefined: whichever is the newest. */
export function atVersion(value: Json | undefined, version: number | undefined): Json {
  const { version: _, ...rest } = asRecord(value);
  return version === undefined ? rest : { ...rest, version };
}
