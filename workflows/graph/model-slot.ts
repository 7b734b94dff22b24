import { z } from "zod";

/** What a slot is called: short, so that it reads well in a list of models. */
export const slotNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,29}$/, "Small letters, digits and hyphens, a letter first, at most 30");

const prefix = "slot/";

/** How a graph names a slot as its model. */
export const slotReference = (name: string): string => `${prefix}${name}`;

/** The slot that a model reference names, if it names one. */
export function slotOf(reference: string): string | undefined {
  return reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined;
}
