import { textOf } from "@/workflows/expressions/text";
import { type Json, type JsonObject, jsonObjectSchema } from "@/workflows/graph/json";
import { refuseBadStatus } from "@/workflows/http/read-answer";
import { env } from "./env.server";
import { request } from "./request.server";

/** Asks a published agent of a Signalbox server and waits for its result. @throws AppError */
export async function askAgent(slug: string, message: string, signal?: AbortSignal): Promise<string> {
  return textOf(await run(slug, { message }, 300_000, signal));
}

export interface AgentCall {
  slug: string;
  input: JsonObject;
  timeoutMs?: number;
  signal?: AbortSignal | undefined;
}

/** Runs a published agent of a Signalbox server and gives its output. @throws AppError */
export function callAgent({ slug, input, timeoutMs = 300_000, signal }: AgentCall): Promise<Json> {
  return run(slug, { input }, timeoutMs, signal);
}

async function run(
  slug: string,
  body: JsonObject,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<Json> {
  const answer = await request({
    method: "POST",
    url: `${env("SIGNALBOX_URL")}/api/v1/agents/${slug}/runs`,
    headers: { authorization: `Bearer ${env("SIGNALBOX_KEY")}`, "content-type": "application/json" },
    body: JSON.stringify(body),
    timeoutMs,
    maxBytes: 1_000_000,
    signal,
  });
  refuseBadStatus(answer);
  const { output = null } = jsonObjectSchema.parse(JSON.parse(answer.body));
  return output;
}
