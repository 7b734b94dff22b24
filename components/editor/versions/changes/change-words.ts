import { plural } from "@/components/ui/format/count";
import type { Change } from "./changes";

type Kind = Change["kind"];

/** How a kind of change is told apart: by sign, word and colour, never by colour alone. */
export const kindLooks: Record<Kind, { sign: string; word: string; tone: "done" | "failed" | "waiting" }> = {
  added: { sign: "+", word: "added", tone: "done" },
  removed: { sign: "−", word: "removed", tone: "failed" },
  changed: { sign: "~", word: "changed", tone: "waiting" },
};

/** How many of each, e.g. “2 added, 1 changed”; empty for none. */
export function countWords(changes: readonly Change[]): string {
  const kinds: readonly Kind[] = ["added", "removed", "changed"];
  return kinds
    .flatMap((kind) => {
      const count = changes.filter((change) => change.kind === kind).length;
      return count > 0 ? [`${count.toLocaleString("en")} ${kindLooks[kind].word}`] : [];
    })
    .join(", ");
}

/** In one line what differs: the first things by name, e.g. “Ask changed, Review added and 3 more changes”. */
export function inOneLine(changes: readonly Change[], named = 3): string {
  const words = changes.slice(0, named).map(({ title, kind }) => `${title} ${kindLooks[kind].word}`);
  const rest = changes.length - words.length;
  return rest > 0 ? `${words.join(", ")} and ${plural(rest, "more change")}` : words.join(", ");
}
