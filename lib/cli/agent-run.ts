import { basename } from "node:path";
import type { Command } from "commander";
import { createAgent } from "@/lib/agents/create-agent";
import { deleteAgent } from "@/lib/agents/delete-agent";
import { getAgent } from "@/lib/agents/read-agents";
import type { WorkspaceActor } from "@/lib/auth/actor";
import { fillPrompts } from "@/lib/prompts/fill-graph";
import type { Runs } from "@/lib/runs/runs";
import type { Core } from "@/lib/server/core";
import { AppError } from "@/workflows/errors/app-error";
import type { RunEvent } from "@/workflows/events/event";
import { jsonObjectSchema } from "@/workflows/graph/json";
import { parseJson, readJson } from "./files";
import { operatorOf } from "./operator";
import { fail, note, print } from "./output";
import { action, withCore } from "./session";
import { showEvent } from "./show-event";

interface RunOptions {
  input: string;
  events?: boolean;
  workspace?: string;
}

export function addAgentRun(agent: Command): void {
  agent
    .command("run <file>")
    .description("Run a graph document; what happens goes to standard error, the output to standard output")
    .option("--input <json>", "values of the input channels", "{}")
    .option("--events", "print every event as a line of JSON instead")
    .option("--workspace <workspace>", "id or name; the first one if left out")
    .action(action((file: string, options: RunOptions) => withCore((core) => runFile(core, file, options))));
}

async function runFile(core: Core, file: string, options: RunOptions): Promise<void> {
  const { db } = core.database;
  const from = { kind: "document", document: readJson(file) } as const;
  const input = readInput(options.input);
  const actor = await operatorOf(db, options.workspace);
  const agent = await createAgent(db, actor, { name: `${basename(file)} (command line)`, from });
  // LangGraph and the providers' packages: the other commands should not wait for them.
  const { createEngine } = await import("@/lib/server/engine");
  const engine = await createEngine(core, 1);
  try {
    await engine.runs.start();
    await runAgent(core, engine.runs, actor, agent.id, input, options.events ?? false);
  } finally {
    await engine.stop();
    // The trace stays; the agent was only there to run.
    await deleteAgent(db, actor, agent.id);
  }
}

/** @throws AppError invalid_input */
function readInput(text: string) {
  const parsed = jsonObjectSchema.safeParse(parseJson(text, "--input"));
  if (parsed.success) return parsed.data;
  throw new AppError("invalid_input", "--input must be a JSON object.");
}

async function runAgent(
  { database }: Core,
  { service }: Runs,
  actor: WorkspaceActor,
  agentId: string,
  input: ReturnType<typeof readInput>,
  asJson: boolean,
): Promise<void> {
  const { draft, revision } = await getAgent(database.db, actor, agentId);
  const { runId } = await service.create(actor, {
    agent: { id: agentId, workspaceId: actor.workspaceId },
    graph: {
      draftRevision: revision,
      document: await fillPrompts(database.db, actor.workspaceId, draft),
    },
    source: "test",
    input,
  });
  const show = asJson ? (event: RunEvent) => print(JSON.stringify(event)) : tell;
  const last = await follow(service, actor, runId, show);
  report(last, asJson);
}

function tell(event: RunEvent): void {
  const text = showEvent(event);
  if (text) process.stderr.write(text);
}

const endings = ["run.finished", "run.failed", "run.cancelled", "run.interrupted"] as const;
type Ending = Extract<RunEvent, { type: (typeof endings)[number] }>;

const isEnding = (event: RunEvent): event is Ending => endings.some((type) => type === event.type);

/** Shows events until the run ends or waits for a person. */
async function follow(
  service: Runs["service"],
  actor: WorkspaceActor,
  runId: string,
  show: (event: RunEvent) => void,
): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>();
  const reader = await service.subscribe(actor, runId, 0, (events) => {
    for (const event of events) {
      show(event);
      if (isEnding(event)) resolve(event);
    }
  });
  return promise.finally(() => reader.close());
}

function report(last: Ending, asJson: boolean): void {
  if (last.type === "run.finished") {
    if (!asJson) print(JSON.stringify(last.data.output, null, 2));
  } else if (last.type === "run.failed") {
    fail([last.data.problem.message, last.data.problem.hint].filter(Boolean).join("\n"));
  } else if (last.type === "run.cancelled") {
    fail("The run was cancelled.");
  } else {
    note("The run waits for a person. Answer it under Approvals in the app.");
    process.exitCode = 2;
  }
}
