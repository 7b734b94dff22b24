import type { Json } from "@/workflows/graph/json";
import type { FormField } from "../schema/form-fields";
import { asRecord } from "./control-props";

/** A fresh entry for a list: an id nobody else in the list has, defaults where there are, else empty text. */
export function newEntry(field: FormField, others: readonly Json[]): Json {
  const values = field.entry.flatMap((child): [string, Json][] => {
    if (child.preset !== undefined) return [[child.name, child.preset]];
    if (child.optional) return [];
    return [[child.name, ""]];
  });
  const entry: Record<string, Json> = Object.fromEntries(values);
  if (!field.entryHasId) return entry;
  const number = freeNumber(others);
  const labelled = field.entry.some((child) => child.name === "label");
  return { id: `option${number}`, ...entry, ...(labelled && { label: `Option ${number}` }) };
}

/** Ids become ports: one must never come back with another meaning while the list still has it. */
function freeNumber(others: readonly Json[]): number {
  const ids = new Set(others.map((entry) => asRecord(entry).id));
  let number = others.length + 1;
  while (ids.has(`option${number}`)) number += 1;
  return number;
}
