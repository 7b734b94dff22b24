import { textOf } from "@/workflows/expressions/text";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { env } from "./env.server";
import { request } from "./request.server";

/** Asks a published agent of a Signalbox server and waits for its result. @throws AppError */
export async function askAgent(slug: string, message: string, signal?: AbortSignal): Promise<string> {
  const answer = await request({
    method: "POST",
    url: `${env("SIGNALBOX_URL")}/api/v1/agents/${slug}/runs`,
    headers: { authorization: `Bearer ${env("SIGNALBOX_KEY")}`, "content-type": "application/json" },
    body: JSON.stringify({ message }),
    timeoutMs: 300_000,
    maxBytes: 1_000_000,
    signal,
  });
  refuseBadStatus(answer);
  const run = jsonObjectSchema.parse(JSON.parse(answer.body));
  return textOf(run.output ?? null);
}
