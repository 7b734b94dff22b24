import type { Json } from "@/workflows/graph/json";

/** A value without what differs from run to run: ids of messages and of the tool calls in them. */
export function comparable(value: Json): Json {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== "object" || value === null) return value;
  const isMessage = typeof value.role === "string" && "content" in value;
  const entries = Object.entries(value)
    .filter(([name]) => !(isMessage && (name === "id" || name === "toolCallId")))
    .map(([name, each]): [string, Json] => [
      name,
      isMessage && name === "toolCalls" ? withoutIds(each) : comparable(each),
    ]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function withoutIds(calls: Json): Json {
  if (!Array.isArray(calls)) return comparable(calls);
  return calls.map((call) => {
    if (typeof call !== "object" || call === null || Array.isArray(call)) return comparable(call);
    const { id: _id, ...rest } = call;
    return comparable(rest);
  });
}
