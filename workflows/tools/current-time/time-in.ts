import { AppError } from "@/workflows/errors/app-error";

/** Date, weekday and time of day in a time zone, in words a model reads well. @throws AppError tool_failed */
export function timeIn(timezone: string, now: number = Date.now()): string {
  if (!isTimezone(timezone)) {
    throw new AppError("tool_failed", `“${timezone}” is not a time zone.`, {
      hint: "Use an IANA name such as Europe/Berlin.",
    });
  }
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: timezone,
    weekday: "long",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "longOffset",
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  const offset = part.timeZoneName?.replace("GMT", "UTC");
  const place = timezone === "UTC" ? timezone : `${timezone}, ${offset}`;
  return `${part.weekday}, ${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second} (${place})`;
}

/** Whether this is an IANA time zone that the runtime knows. */
export function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
