import { z } from "zod";

/** What of a server a tool stands for. */
export const planSchema = z.union([
  z.strictObject({ tool: z.string() }),
  z.strictObject({ resources: z.enum(["list", "read"]) }),
  z.strictObject({ prompt: z.string() }),
]);
