import { z } from "zod";

const headers = z.record(z.string(), z.string());

/** A request as it was sent and what came back. Secrets stand in it as placeholders, long bodies are cut. */
export const httpExchangeSchema = z.object({
  request: z.object({ method: z.string(), url: z.string(), headers, body: z.string().optional() }),
  response: z.object({ status: z.int(), headers, body: z.string() }).optional(),
  /** Why there is no answer. */
  problem: z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }).optional(),
});
export type HttpExchange = z.infer<typeof httpExchangeSchema>;
