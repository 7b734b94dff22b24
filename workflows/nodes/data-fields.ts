import { z } from "zod";
import type { ChannelType } from "@/workflows/graph/channel";
import type { Issue } from "@/workflows/graph/issue";
import type { ChannelWrite } from "./definition";
import { type FieldHints, field } from "./field";
import { optionalChannelField } from "./fields";
import { configIssue } from "./issues";

/** What node types share that work on lists and other values: fields, checks and writes that read alike everywhere. */

/** What an expression sees of each entry, beside the channels. */
export const entryNames = ["item", "index"] as const;

export function expressionField(hints: FieldHints) {
  return field(z.string().max(10_000).default(""), { control: "expression", ...hints });
}

export const listField = expressionField({
  label: "List",
  expects: "array",
  placeholder: "orders",
  help: "A channel that holds a list, or an expression that gives one. Nothing counts as an empty list.",
});

/** An expression that is worked out for each entry of the list. */
export function entryField(hints: FieldHints) {
  return expressionField({ names: entryNames, entriesOf: "list", ...hints });
}

export const outputField = optionalChannelField({ label: "Write the result to" });

export function writesTo(field: string, channel: string | undefined, type?: ChannelType): ChannelWrite[] {
  return channel ? [{ channel, field, ...(type && { type }) }] : [];
}

/** Issues of settings that a new node does not have yet: what is missing, and the sentence that says so. */
export function missing(config: Readonly<Record<string, unknown>>, needed: Record<string, string>): Issue[] {
  return Object.entries(needed).flatMap(([name, message]) => {
    const value = config[name];
    const isThere = typeof value === "string" ? value.trim() !== "" : value !== undefined;
    return isThere ? [] : [configIssue(name, message)];
  });
}

export const noList = "Say which list it works on.";
export const noOutput = "The result goes nowhere: choose the channel to write it to.";
