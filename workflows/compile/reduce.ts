import type { Channel, Reducer } from "@/workflows/graph/channel";

/** Combines a channel's value with one write. `replace` and `messages` have channels of their own kind. */
export type Combine = (current: unknown, next: unknown) => unknown;

/** The combining function of a channel; a missing value is `undefined`. */
export function combineOf(channel: Channel): Combine {
  return combine[channel.reducer](channel);
}

const combine: Record<Reducer, (channel: Channel) => Combine> = {
  replace: () => (_, next) => next,
  messages: () => (_, next) => next,
  append: () => (current, next) => [...list(current), ...list(next)],
  merge: () => (current, next) => ({ ...record(current), ...record(next) }),
  add: () => (current, next) => Number(current ?? 0) + Number(next),
  union: () => (current, next) => distinct([...list(current), ...list(next)]),
  // The default is what stands in until the first write, so it does not count as one.
  first: (channel) => (current, next) =>
    current === undefined || JSON.stringify(current) === JSON.stringify(channel.default) ? next : current,
  max: () => (current, next) => (current === undefined || isMore(next, current) ? next : current),
};

function isMore(next: unknown, current: unknown): boolean {
  if (typeof next === "string" && typeof current === "string") return next > current;
  return Number(next) > Number(current);
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function record(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}

function distinct(values: unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}
