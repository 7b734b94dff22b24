import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";

/** How often a statement is seen before it gets a name. */
const often = 3;
/** A prepared statement stays with its connection, so there must not be many. */
const mostNames = 64;

/**
 * Names for statements that recur, under which Postgres keeps their plan: pg-boss sends bare texts, and planning one
 * takes as long as running it.
 */
export class StatementNames {
  private readonly seen = new LRUCache<string, number>({ max: 200 });
  private readonly names = new Map<string, string>();

  /** undefined: not seen often enough yet, or there are names enough. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostNames) return known;
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    if (times < often) return undefined;
    const name = nameOf(text);
    this.names.set(text, name);
    return name;
  }
}

/** The same for the same text everywhere: connections of a pool are shared by whoever uses it. */
const nameOf = (text: string) => `queue_${createHash("sha256").update(text).digest("hex").slice(0, 32)}`;
