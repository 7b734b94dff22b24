import type { GraphDocument } from "@/workflows/graph/document";

/** `title`, or `title 2`, `title 3` … where another node has it already. */
export function freeTitle(document: GraphDocument, title: string): string {
  const taken = new Set(Object.values(document.nodes).map((node) => node.title));
  if (!taken.has(title)) return title;
  for (let number = 2; ; number++) {
    if (!taken.has(`${title} ${number}`)) return `${title} ${number}`;
  }
}

/** `name`, or `name2`, `name3` … where the document has such a channel already. */
export function freeChannelName(document: GraphDocument, name: string): string {
  if (!Object.hasOwn(document.channels, name)) return name;
  for (let number = 2; ; number++) {
    if (!Object.hasOwn(document.channels, `${name}${number}`)) return `${name}${number}`;
  }
}
