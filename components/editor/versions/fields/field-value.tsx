import type { FieldChange } from "@/workflows/graph/compare";
import type { Json } from "@/workflows/graph/json";
import { DiffText } from "../text/diff-text";

interface FieldValueProps {
  change: FieldChange;
  /** How a value is called, where it is not shown as it is: the title of a node for its id. */
  nameOf?: (value: Json) => string | undefined;
}

/** A value before and after: texts by their words, all else as readable JSON. */
export function FieldValue({ change: { before, after }, nameOf = noName }: FieldValueProps) {
  const isText = [before, after].every((value) => value === undefined || typeof value === "string");
  const shown = (value: Json | undefined) => (value === undefined ? "" : (nameOf(value) ?? readable(value)));
  return <DiffText before={shown(before)} after={shown(after)} mono={!isText} />;
}

const noName = () => undefined;

function readable(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
