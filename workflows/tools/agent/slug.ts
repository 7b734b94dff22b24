import { z } from "zod";

/** Short name of a published agent, as it stands in the agent's address. */
export const agentSlugSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, "Write the short name of a published agent");
