import { AppError } from "@/workflows/errors/app-error";
import type { Json } from "@/workflows/graph/json";

/** Entries of a list that one node looks at. */
export const mostEntries = 50_000;

/** Characters of what one node writes, as JSON. */
export const mostChars = 5_000_000;

/**
 * The update that writes these values, each to its channel; what has no channel goes nowhere.
 * @throws AppError too_large
 */
export function written(
  values: readonly (readonly [channel: string | undefined, value: Json])[],
): Record<string, Json> {
  const update: Record<string, Json> = {};
  for (const [channel, value] of values) {
    if (!channel) continue;
    if (JSON.stringify(value).length > mostChars) {
      throw new AppError("too_large", `What would be written to “${channel}” is too large for a channel.`, {
        hint: "Work on less data, or keep only the fields that are needed.",
      });
    }
    update[channel] = value;
  }
  return update;
}
