import canonicalize from "canonicalize";
import type { Json } from "./json";

/** Whether two values are the same JSON, whatever the order of their keys. */
export function sameJson(one: Json | object | undefined, other: Json | object | undefined): boolean {
  if (one === other) return true;
  return one !== undefined && other !== undefined && canonicalize(one) === canonicalize(other);
}
