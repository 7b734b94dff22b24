import type { JsonObject } from "@/workflows/graph/json";
import { isDeeperThan, maxValueDepth } from "@/workflows/graph/json-depth";
import type { Reading } from "./stored";

// What is remembered from the first moment is read without schemas, which come later.

export const readFlag: Reading<boolean> = (stored) => (typeof stored === "boolean" ? stored : undefined);

/** Values by name. What was stored is JSON; only how deep it goes has to be known. */
export const readValues: Reading<JsonObject> = (stored) => (isValues(stored) ? stored : undefined);

/** A list, all of it or nothing. */
export const readListOf =
  <Item>(isItem: (item: unknown) => item is Item): Reading<Item[]> =>
  (stored) =>
    Array.isArray(stored) && stored.every(isItem) ? stored : undefined;

/** Values by name, as they were stored. */
export function isValues(stored: unknown): stored is JsonObject {
  return isRecord(stored) && !isDeeperThan(stored, maxValueDepth);
}

export function isRecord(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === "object" && stored !== null && !Array.isArray(stored);
}
