import { z } from "zod";
import { AppError } from "@/workflows/errors/app-error";

const cursorSchema = z.tuple([z.string(), z.string()]);

/** Where a page ended: the last row's time, in Postgres's own full precision, and its id. */
export function toCursor(time: string, id: string): string {
  return Buffer.from(JSON.stringify([time, id])).toString("base64url");
}

/** @throws AppError invalid_input */
export function fromCursor(cursor: string): { time: string; id: string } {
  try {
    const [time, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
    return { time, id };
  } catch {
    throw new AppError("invalid_input", "This page marker is not one of ours.", { field: "cursor" });
  }
}

/** One page out of a query that asked for one row more. */
export function page<Row extends { time: string; id: string }>(
  rows: readonly Row[],
  limit: number,
): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && rows.length > limit ? toCursor(last.time, last.id) : null };
}
