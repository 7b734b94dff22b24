import canonicalize from "canonicalize";
import type { Json } from "@/workflows/graph/json";

/** Equal for values that mean the same, whatever the order of their keys. */
export function sameKey(value: Json): string {
  return canonicalize(value) ?? "null";
}
