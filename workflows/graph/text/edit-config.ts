import type { Json, JsonObject } from "@/workflows/graph/json";
import type { SingleOperation } from "@/workflows/graph/operation";

/** A text inside a config that becomes another. */
export interface ConfigEdit {
  keys: readonly string[];
  value: Json;
}

/** The operations that make these edits in a node's config: none where there are none. */
export function configureWith(
  nodeId: string,
  config: JsonObject,
  edits: readonly ConfigEdit[],
): SingleOperation[] {
  if (edits.length === 0) return [];
  const edited = edits.reduce((current: Json, { keys, value }) => withValue(current, keys, value), config);
  const set = Object.entries(edited ?? {}).filter(([key, value]) => config[key] !== value);
  return [{ op: "node.configure", id: nodeId, set: Object.fromEntries(set), unset: [] }];
}

/** A copy with one place changed; what lies beside the way is shared. */
function withValue(json: Json, [key, ...rest]: readonly string[], value: Json): Json {
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((item, index) => (String(index) === key ? withValue(item, rest, value) : item));
  }
  if (typeof json !== "object" || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, item]) => [name, name === key ? withValue(item, rest, value) : item]),
  );
}
