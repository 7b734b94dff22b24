import { own } from "@/workflows/graph/record";

/** No node id contains it, so a name that ends with it is never another node's id. */
const mark = "~";

/** LangGraph keeps nodes and channels in one name space; a node named like a channel steps aside. */
export function nodeName(id: string, channels: Readonly<Record<string, unknown>>): string {
  const taken = own(channels, id) !== undefined || id in Object.prototype;
  return taken ? id + mark : id;
}

/** The node id behind a name that LangGraph reports. */
export function nodeIdOf(name: string): string {
  return name.endsWith(mark) ? name.slice(0, -mark.length) : name;
}
