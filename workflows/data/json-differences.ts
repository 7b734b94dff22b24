import type { Json } from "@/workflows/graph/json";
import { own } from "@/workflows/graph/record";
import { sameJson } from "@/workflows/graph/same-json";

/** A place where two values differ, as `a.b[0].c`; a side without a value has nothing there. */
export interface JsonDifference {
  at: string;
  wanted?: Json;
  found?: Json;
}

interface Comparing {
  /** Objects may hold more than is wanted; lists and values must be the same. */
  subset?: boolean;
  /** No more places than these are looked for. */
  most?: number;
}

/** Where a value is another one than it should be; none: it is as it should be. */
export function jsonDifferences(
  wanted: Json,
  found: Json | undefined,
  { subset = false, most = 20 }: Comparing = {},
): JsonDifference[] {
  const places: JsonDifference[] = [];
  for (const place of compared(wanted, found, "", subset)) {
    if (places.length === most) break;
    places.push(place);
  }
  return places;
}

function* compared(
  wanted: Json | undefined,
  found: Json | undefined,
  at: string,
  subset: boolean,
): Generator<JsonDifference> {
  if (isObject(wanted) && isObject(found)) {
    const names = subset ? Object.keys(wanted) : new Set([...Object.keys(wanted), ...Object.keys(found)]);
    for (const name of names) {
      yield* compared(own(wanted, name), own(found, name), at ? `${at}.${name}` : name, subset);
    }
    return;
  }
  if (!subset && Array.isArray(wanted) && Array.isArray(found)) {
    const length = Math.max(wanted.length, found.length);
    for (let n = 0; n < length; n += 1) yield* compared(wanted[n], found[n], `${at}[${n}]`, subset);
    return;
  }
  if (wanted !== undefined && found !== undefined && sameJson(wanted, found)) return;
  yield { at, ...(wanted !== undefined && { wanted }), ...(found !== undefined && { found }) };
}

function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
