import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";

/** What stands at `a.b[0].c`; undefined: nothing does. */
export function valueAt(value: Json, path: string | undefined): Json | undefined {
  let found: Json | undefined = value;
  for (const step of stepsOf(path ?? "")) {
    if (Array.isArray(found)) found = found[Number(step)];
    else if (typeof found === "object" && found !== null) found = own(found, step);
    else return undefined;
  }
  return found;
}

function stepsOf(path: string): string[] {
  return path
    .replace(/^\$\.?/, "")
    .replaceAll(/\[["']?([^\]"']+)["']?\]/g, ".$1")
    .split(".")
    .filter(Boolean);
}
