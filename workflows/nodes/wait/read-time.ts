import { AppError } from "@/workflows/errors/app-error";
import { longestDays, longestMs } from "../duration";

const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** Numbers below it are seconds: as milliseconds they would all lie in 1970 to 1973. */
const leastMs = 100_000_000_000;

/**
 * A point in time in milliseconds since the epoch, from an ISO date (without a zone: UTC) or a number of seconds or
 * milliseconds since the epoch.
 * @param now only for the bound: what is due is decided by the database's clock
 * @throws AppError node_failed
 */
export function readTime(value: unknown, now: number): number {
  const time = typeof value === "number" ? ofNumber(value) : typeof value === "string" ? ofText(value) : NaN;
  if (!Number.isFinite(time)) {
    throw new AppError("node_failed", `This is no time to wait for: ${shown(value)}.`, {
      field: "until",
      hint: "It takes an ISO date such as 2026-03-05T09:00:00Z, or seconds or milliseconds since 1970.",
    });
  }
  if (time - now > longestMs) {
    throw new AppError("node_failed", `${new Date(time).toISOString()} is too far away.`, {
      field: "until",
      hint: `A wait may last up to ${longestDays} days.`,
    });
  }
  return time;
}

/** Beyond this a Date has no name for it. */
const latestMs = 8.64e15;

function ofNumber(value: number): number {
  const ms = Math.round(Math.abs(value) < leastMs ? value * 1_000 : value);
  return Math.abs(ms) <= latestMs ? ms : NaN;
}

function ofText(text: string): number {
  const [, day, time = "00:00", zone = "Z"] = iso.exec(text.trim()) ?? [];
  if (!day) return NaN;
  const ms = Date.parse(`${day}T${time}${withColon(zone)}`);
  // Some engines take 31 February for 3 March.
  const isReal = !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day);
  return isReal ? ms : NaN;
}

function withColon(zone: string): string {
  if (zone.length === 5) return `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return zone.toUpperCase();
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
