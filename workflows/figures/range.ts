import { dateOf, dayNumber, dayOf, isDate, startOfDay } from "./zone";

/** Lengths of time that one chooses by name. */
export const rangeNames = ["24h", "7d", "30d", "90d", "custom"] as const;
export type RangeName = (typeof rangeNames)[number];

/** Days that one looks at together at most. */
export const mostDays = 400;
/** As long as this, buckets are hours. */
const mostHourDays = 3;
const quarterMs = 15 * 60_000;
const hourMs = 4 * quarterMs;

export interface RangeWish {
  range: RangeName;
  /** IANA name. */
  zone: string;
  /** First and last day of a custom range, as 2026-11-22. */
  from?: string | undefined;
  to?: string | undefined;
}

export interface Range {
  bucket: "hour" | "day";
  /** Where buckets begin, and at last where the last one ends: milliseconds, on whole quarters of an hour. */
  edges: number[];
  /** Where as long a time before it began. */
  before: number;
}

/**
 * The time that is asked for, in buckets of the zone's hours or days. The present bucket is whole, so that what is going
 * on falls into it; a custom range takes whole days.
 */
export function rangeOf({ range, zone, from, to }: RangeWish, now: number): Range {
  if (range === "24h") {
    const end = Math.floor(now / hourMs) * hourMs + hourMs;
    return hours(end - 24 * hourMs, end, end - 48 * hourMs);
  }
  const today = dayOf(zone, now);
  const last = range === "custom" && to !== undefined ? dayNumber(to) : today;
  const first = range === "custom" && from !== undefined ? dayNumber(from) : last - daysOf[range] + 1;
  const days = last - first + 1;
  const before = quarter(startOfDay(zone, first - days));
  if (days <= mostHourDays) {
    return hours(quarter(startOfDay(zone, first)), quarter(startOfDay(zone, last + 1)), before);
  }
  const edges = Array.from({ length: days + 1 }, (_, index) => quarter(startOfDay(zone, first + index)));
  return { bucket: "day", edges, before };
}

const daysOf: Record<RangeName, number> = { "24h": 1, "7d": 7, "30d": 30, "90d": 90, custom: 7 };

/** The last one is shorter where a day does not have whole hours. */
function hours(from: number, to: number, before: number): Range {
  const count = Math.ceil((to - from) / hourMs);
  const edges = Array.from({ length: count }, (_, index) => from + index * hourMs);
  return { bucket: "hour", edges: [...edges, to], before };
}

/** Zones of long ago had odd minutes; what is counted is counted by quarters of an hour. */
const quarter = (at: number) => Math.floor(at / quarterMs) * quarterMs;

/** What is wrong with a custom range, with the field; undefined: nothing. */
export function rangeProblem({
  range,
  from,
  to,
}: RangeWish): { field: "from" | "to"; message: string } | undefined {
  if (range !== "custom") return undefined;
  if (from === undefined) return { field: "from", message: "Say from which day on." };
  if (to === undefined) return { field: "to", message: "Say up to which day." };
  if (!isDate(from)) return { field: "from", message: `${from} is no day. Write it as 2026-11-22.` };
  if (!isDate(to)) return { field: "to", message: `${to} is no day. Write it as 2026-11-22.` };
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days < 1) return { field: "to", message: `The last day comes before the first, ${from}.` };
  if (days > mostDays) {
    const latest = dateOf(dayNumber(from) + mostDays - 1);
    return { field: "to", message: `At most ${mostDays} days at once: up to ${latest}.` };
  }
  return undefined;
}
