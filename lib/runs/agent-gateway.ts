import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { runs } from "@/drizzle/schema";
import { inputsOf, messagesChannelOf } from "@/lib/agents/inputs";
import { documentOf, findPublished, type PublishedAgent } from "@/lib/agents/published";
import type { Actor } from "@/lib/auth/actor";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { runProblemSchema } from "@/workflows/events/event";
import { type Json, type JsonObject, jsonSchema } from "@/workflows/graph/json";
import type { AgentGateway } from "@/workflows/runtime/ports";
import { awaitRun } from "./service/await-run";
import { stopRun } from "./service/cancel-run";
import type { RunContext } from "./service/context";
import { createRun } from "./service/create-run";
import { type Ancestor, callPath } from "./work/lineage";

type Call = Parameters<AgentGateway["call"]>[0];
/** Runs `wait` while the waiting run's place is lent to others. */
type Lend = <Value>(wait: () => Promise<Value>) => Promise<Value>;

const deepest = 5;

/** Published agents of a workspace, callable as tools: each call is a run of its own, below the calling run. */
export function agentGateway(context: RunContext, workspaceId: string, lend: Lend): AgentGateway {
  return {
    call: async (call) => {
      const agent = await findPublished(context.db, call.slug);
      if (!agent || agent.workspaceId !== workspaceId) {
        throw new AppError("not_found", `There is no published agent “${call.slug}” in this workspace.`);
      }
      const runId = await startChild(context, agent, call);
      await lend(() => waitFor(context, runId, call.signal));
      return { output: await outputOf(context, runId, agent.name), runId };
    },
  };
}

/** The call key makes the run's id: a step that runs again after a crash finds the run it had started. */
async function startChild(context: RunContext, agent: PublishedAgent, call: Call): Promise<string> {
  const parentRunId = call.callKey.slice(0, call.callKey.indexOf(":"));
  const id = `run_${createHash("sha256").update(call.callKey).digest("hex").slice(0, 24)}`;
  refuseCycle(await callPath(context.pool, parentRunId), agent);
  const input = await inputFor(context, agent, call.message);
  const request = {
    agent,
    graph: { version: agent.version },
    source: "tool" as const,
    input,
    parentRunId,
    id,
  };
  try {
    await createRun(context, callingAgent(agent.workspaceId), request);
  } catch (error) {
    if (!isAppError(error) || error.code !== "conflict") throw error;
  }
  return id;
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
  if (path.length > deepest) {
    throw new AppError(
      "tool_failed",
      `Agents may call each other ${deepest} levels deep; “${agent.name}” would be deeper.`,
    );
  }
}

/** A message for a chat; for other agents the text of their one required input. */
async function inputFor({ db }: RunContext, agent: PublishedAgent, message: string): Promise<JsonObject> {
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

async function waitFor(context: RunContext, runId: string, signal: AbortSignal): Promise<void> {
  try {
    await awaitRun(context, runId, { until: "end", signal });
  } catch (error) {
    if (signal.aborted) await stopRun(context, runId, undefined);
    throw error;
  }
}

async function outputOf({ db }: RunContext, runId: string, name: string): Promise<Json> {
  const [run] = await db.select().from(runs).where(eq(runs.id, runId));
  if (run?.status === "success") return jsonSchema.parse(run.output);
  const problem = runProblemSchema.safeParse(run?.problem);
  const why = problem.success ? problem.data.message : `it ended as ${run?.status ?? "deleted"}`;
  throw new AppError("tool_failed", `The agent “${name}” failed: ${why}`);
}
