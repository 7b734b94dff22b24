import { z } from "zod";
import { providerTypes } from "@/lib/api/contract/models";
import { parseDollars } from "./dollars";

const typed = z.string().transform((text, context) => {
  const micros = parseDollars(text);
  if (micros !== undefined) return micros;
  context.addIssue({ code: "custom", message: "Enter a price in dollars, such as 2.50" });
  return z.NEVER;
});

/** Prices as a person types them, read into what the contract asks. */
export const priceFormSchema = z.object({
  provider: z.enum(providerTypes),
  model: z
    .string()
    .trim()
    .min(1, "Name the model as the provider calls it")
    .max(200, "At most 200 characters"),
  input: typed,
  output: typed,
  cachedInput: z.union([z.literal("").transform(() => undefined), typed]),
});
