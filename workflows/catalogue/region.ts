import { z } from "zod";

/** A place in the words of a provider or of one's own: `eu`, `europe-west4`, `berlin`. */
export const regionSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, "Small letters, digits and hyphens, a letter first, such as eu");

/** Whether a place is one of those, or lies in one of them: `eu-central-1` lies in `eu`. */
export function isIn(place: string | undefined, regions: readonly string[]): boolean {
  return place !== undefined && regions.some((region) => place === region || place.startsWith(`${region}-`));
}
