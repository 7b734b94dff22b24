import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import { inputsOf, messagesChannelOf } from "@/lib/agents/inputs";
import { documentOf, findPublished, hasVersion, type PublishedAgent } from "@/lib/agents/published";
import type { Actor } from "@/lib/auth/actor";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import type { JsonObject } from "@/workflows/graph/json";
import type { AgentCall } from "@/workflows/runtime/ports";
import { childTrace, type RunTrace, runTraceSchema } from "@/workflows/telemetry/run-trace";
import { deepestCall } from "@/workflows/tools/agent/depth";
import type { RunContext } from "../service/context";
import { createRun } from "../service/create-run";
import { type Ancestor, callPath } from "../work/lineage";

/** The id of a call's run: the call's key makes it, so that the same call finds the run that it had started. */
export const childIdOf = ({ callKey }: AgentCall): string =>
  `run_${createHash("sha256").update(callKey).digest("hex").slice(0, 24)}`;

/**
 * Starts the run of a call; one that was started in the same moment elsewhere stays the only one.
 * @throws AppError not_found, tool_failed: a cycle, or too deep
 */
export async function startChild(context: RunContext, workspaceId: string, call: AgentCall): Promise<void> {
  const agent = await calledAgent(context, workspaceId, call);
  const parentRunId = call.callKey.slice(0, call.callKey.indexOf(":"));
  refuseCycle(await callPath(context.pool, parentRunId), agent);
  const request = {
    agent,
    graph: { version: agent.version },
    source: "tool" as const,
    input: "input" in call.given ? call.given.input : await messageFor(context, agent, call.given.message),
    parentRunId,
    id: childIdOf(call),
    trace: await traceBelow(context, parentRunId, childIdOf(call)),
  };
  try {
    await createRun(context, callingAgent(workspaceId), request);
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
  }
}

/** A called run goes on with its caller's trace, below the span of the call. */
async function traceBelow({ db }: RunContext, runId: string, childId: string): Promise<RunTrace> {
  const [caller] = await db.select({ trace: runs.trace }).from(runs).where(eq(runs.id, runId));
  const trace = runTraceSchema.nullable().parse(caller?.trace ?? null);
  return childTrace(runId, trace, childId);
}

async function calledAgent(
  { db }: RunContext,
  workspaceId: string,
  { slug, version }: AgentCall,
): Promise<PublishedAgent> {
  const agent = await findPublished(db, slug);
  if (!agent || agent.workspaceId !== workspaceId) {
    throw new AppError("not_found", `There is no published agent “${slug}” in this workspace.`);
  }
  if (version === undefined) return agent;
  if (await hasVersion(db, agent.id, version)) return { ...agent, version };
  throw new AppError("not_found", `The agent “${slug}” has no version ${version}.`);
}

/** Whoever may run the calling agent has been asked already. */
function callingAgent(workspaceId: string): Actor {
  return { kind: "key", keyId: "", name: "An agent", workspaceId, scopes: [] };
}

function refuseCycle(path: readonly Ancestor[], agent: PublishedAgent): void {
  if (path.some(({ agentId }) => agentId === agent.id)) {
    const names = [...path].reverse().map(({ agentName }) => agentName);
    throw new AppError(
      "tool_failed",
      `The agents would call each other for ever: ${names.join(" → ")} → ${agent.name}.`,
    );
  }
  if (path.length > deepestCall) {
    throw new AppError(
      "tool_failed",
      `Agents may call each other ${deepestCall} levels deep; “${agent.name}” would be deeper.`,
    );
  }
}

/** A message for a chat; for other agents the text of their one required input. */
async function messageFor({ db }: RunContext, agent: PublishedAgent, message: string): Promise<JsonObject> {
  const document = await documentOf(db, agent.id, agent.version);
  const messages = messagesChannelOf(document);
  if (messages) return { [messages]: [{ role: "user", content: message }] };
  const inputs = inputsOf(document).filter(({ type }) => type === "string" || type === "any");
  const [input] = [...inputs.filter(({ required }) => required), ...inputs];
  if (input) return { [input.channel]: message };
  throw new AppError(
    "tool_failed",
    `The agent “${agent.name}” takes no text, so it cannot be called as a tool.`,
  );
}
