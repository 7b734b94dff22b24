import type { Actor } from "@/lib/auth/actor";

/** What the trace calls whoever did something; visitors of public pages have no name. */
export function nameOf(actor: Actor): string | undefined {
  return actor.kind === "visitor" ? undefined : actor.name;
}
