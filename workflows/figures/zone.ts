const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this is a time zone by its IANA name, such as Europe/Berlin. */
export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false;
  }
}

/** Making one takes longer than asking it a thousand times. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** What clocks of the zone say then, as milliseconds as if it were UTC. */
function wallTime(zone: string, at: number): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

const dayMs = 86_400_000;

/** A day by its number since 1970-01-01: days of a calendar, whatever their length. */
export function dayOf(zone: string, at: number): number {
  return Math.floor(wallTime(zone, at) / dayMs);
}

/** The number of a day written as 2026-11-22. */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** Whether this is a day of the calendar, as 2026-11-22. */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(dayNumber(text)) && dateOf(dayNumber(text)) === text
  );
}

export function dateOf(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The first moment of a day there. Where clocks leap over midnight, it is the moment to which they leap. */
export function startOfDay(zone: string, day: number): number {
  const guess = day * dayMs;
  const offsets = [guess - dayMs, guess, guess + dayMs].map(
    (at) => wallTime(zone, at) - Math.floor(at / 1000) * 1000,
  );
  const starts = offsets.map((offset) => guess - offset).filter((at) => dayOf(zone, at) === day);
  // The clocks' own change is at a whole minute.
  return Math.min(...starts.map((at) => Math.floor(at / minuteMs) * minuteMs));
}
