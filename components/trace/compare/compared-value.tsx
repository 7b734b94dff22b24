import { DiffText } from "@/components/editor/versions/text/diff-text";
import type { Json } from "@/workflows/graph/json";
import { sameJson } from "@/workflows/graph/same-json";

interface ComparedValueProps {
  a: Json | undefined;
  b: Json | undefined;
}

/** A value of one run as it became another in the other run, or once where both are the same. */
export function ComparedValue({ a, b }: ComparedValueProps) {
  const isText = [a, b].every((value) => value === undefined || typeof value === "string");
  const same = a !== undefined && b !== undefined && sameJson(a, b);
  const text = (
    <div className="max-h-96 min-w-0 overflow-auto">
      <DiffText before={textOf(a)} after={textOf(b)} mono={!isText} />
    </div>
  );
  if (!same) return text;
  return (
    <details className="min-w-0">
      <summary className="cursor-pointer text-sm">The same in both</summary>
      <div className="mt-1">{text}</div>
    </details>
  );
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
