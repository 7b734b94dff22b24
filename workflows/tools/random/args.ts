import { z } from "zod";

/** What a model says of a draw. */
export const drawSchema = z.object({
  kind: z.enum(["integer", "decimal", "choice", "uuid"]),
  min: z.number().optional().describe("Smallest number; 1 for integers, 0 for decimals"),
  max: z.number().optional().describe("Largest number; 100 for integers, 1 for decimals"),
  choices: z.array(z.string()).max(1_000).optional().describe("What to choose from"),
  count: z.number().int().min(1).max(1_000).optional().describe("How many; 1 if left out"),
  different: z.boolean().optional().describe("No choice twice; true if left out"),
});
