import { renameInExpression, renameInTemplate } from "@/workflows/expressions/rename";
import { nearest } from "@/workflows/expressions/similar";
import type { Issue } from "@/workflows/graph/issue";
import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { configureWith } from "@/workflows/graph/text/edit-config";
import type { SubjectNode } from "./subject";

/** How a name is taken out of the text of a setting. */
export type Renaming = (text: string, from: string, to: string) => string;

/** A setting that is nothing but the name. */
export const wholly: Renaming = (text, from, to) => (text === from ? to : text);

/** A slip of the pen in a setting, put right by the known name that is nearest; none where no name is near. */
export function replaceNameFix(
  node: SubjectNode,
  field: string,
  name: string,
  known: readonly string[],
  rename: Renaming,
): Issue["fix"] {
  const meant = nearest(name, known);
  const keys = field.split(".");
  const text = keys.reduce<Json | undefined>(inside, node.node.config);
  if (meant === undefined || typeof text !== "string") return undefined;
  const value = rename(text, name, meant);
  const [operation] = value === text ? [] : configureWith(node.id, node.node.config, [{ keys, value }]);
  return operation && { label: `Replace it by “${meant}”`, operation };
}

/** The same for a channel, in whatever kind of setting names it. */
export function replaceChannelFix(
  node: SubjectNode,
  field: string,
  name: string,
  known: readonly string[],
): Issue["fix"] {
  const use = node.expressions.find((each) => each.field === field);
  const rename = use ? (use.kind === "template" ? renameInTemplate : renameInExpression) : wholly;
  return replaceNameFix(node, field, name, known, rename);
}

function inside(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)];
  return typeof value === "object" && value !== null ? own(value, key) : undefined;
}
