import { z } from "zod";

/** What OpenAI, Anthropic and Google all accept as the name of a function. */
export const toolNameSchema = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, "Start with a letter; use letters, digits, - and _ only");
