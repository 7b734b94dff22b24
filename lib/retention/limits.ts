import { type Keep, type KeptThing, type Retention, retentionSchema } from "@/lib/api/contract/retention";

/** What an installation keeps where a workspace says nothing. */
export interface RetentionDefaults extends Record<KeptThing, Keep> {
  /** The latest runs of a conversation that keep their checkpoints, however short they are kept otherwise. */
  checkpointRuns: number;
}

/** Nothing is deleted that nobody asked for; a conversation's latest ten runs can be looked into step by step. */
export const keepEverything: RetentionDefaults = {
  runs: "forever",
  events: "forever",
  checkpoints: "forever",
  checkpointRuns: 10,
};

/** Days after the end of a run; null: for ever. */
export type Limits = Record<KeptThing, number | null>;

/** What holds for a workspace. Nothing of a run is kept longer than the run. */
export function limitsOf(retention: Retention, defaults: RetentionDefaults): Limits {
  const days = (thing: KeptThing) => {
    const keep = retention[thing] ?? defaults[thing];
    return keep === "forever" ? null : keep;
  };
  const runs = days("runs");
  const within = (limit: number | null) =>
    runs === null ? limit : limit === null ? runs : Math.min(limit, runs);
  return { runs, events: within(days("events")), checkpoints: within(days("checkpoints")) };
}

/** As stored; a choice that this release doesn't know is read as none. */
export function storedRetention(value: unknown): Retention {
  return retentionSchema.catch({}).parse(value);
}
