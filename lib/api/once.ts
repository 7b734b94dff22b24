import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Actor } from "@/lib/auth/actor";
import type { RunRequest } from "@/lib/runs/service/create-run";
import type { Made, Once } from "@/lib/runs/service/once";
import type { RunService } from "@/lib/runs/service/run-service";
import { AppError } from "@/workflows/errors/app-error";
import { type RunTrace, runTraceFrom } from "@/workflows/telemetry/run-trace";
import { readTraceContext } from "@/workflows/telemetry/trace-context";

const header = "Idempotency-Key";
const keyPattern = /^[\x21-\x7e]{1,255}$/;

interface Asked {
  request: Request;
  actor: Actor;
  agent: { id: string; workspaceId: string };
  /** What of the request decides what is made; equal for a request that is sent again. */
  body: unknown;
  /** Which of the runs it is, where one request makes several. */
  part?: string;
}

/**
 * Starts a run; a request that comes again with the same `Idempotency-Key` gets the run that the first one made, also
 * when the agent has changed since, and when both come at once
 * (https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/).
 * @param make checks the request; only asked for one that is new
 * @throws AppError invalid_input (field Idempotency-Key), and what `make` and `runs.create` throw
 */
export async function startOnce(
  runs: RunService,
  asked: Asked,
  make: () => Promise<RunRequest> | RunRequest,
): Promise<Made> {
  const once = onceOf(asked);
  const made = once && (await runs.made(asked.agent.workspaceId, once));
  return made ?? runs.create(asked.actor, { ...(await make()), once, trace: traceIn(asked.request) });
}

/** What a caller says of the trace that its request belongs to (https://www.w3.org/TR/trace-context-1/). */
function traceIn({ headers }: Request): RunTrace | undefined {
  return runTraceFrom(readTraceContext(headers.get("traceparent"), headers.get("tracestate")));
}

function onceOf({ request, actor, agent, body, part }: Asked): Once | undefined {
  const value = request.headers.get(header);
  if (value === null) return undefined;
  // The draft standard's string is quoted; most clients send it bare.
  const key = /^".*"$/.test(value) ? value.slice(1, -1) : value;
  if (!keyPattern.test(key)) {
    throw new AppError("invalid_input", `${header} takes 1 to 255 visible ASCII characters.`, {
      field: header,
      hint: "A random UUID does well.",
    });
  }
  const { pathname } = new URL(request.url);
  const scope = `${senderOf(actor)} ${part === undefined ? pathname : `${pathname} ${part}`}`;
  return { scope, key, fingerprint: fingerprintOf(agent.id, body) };
}

function senderOf(actor: Actor): string {
  if (actor.kind === "member") return actor.userId;
  return actor.kind === "key" ? actor.keyId : actor.visitorId;
}

function fingerprintOf(agentId: string, body: unknown): string {
  return createHash("sha256")
    .update(canonicalize([agentId, body]) ?? "")
    .digest("hex");
}
