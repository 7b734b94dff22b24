import { basename, extname } from "node:path";
import type { Command } from "commander";
import { createAgent } from "@/lib/agents/create-agent";
import { publishAgent } from "@/lib/agents/publish-agent";
import { getAgent, listAgents } from "@/lib/agents/read-agents";
import type { SummaryWithDraft } from "@/lib/agents/summary";
import { getVersion } from "@/lib/agents/versions";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Queryable } from "@/lib/db/database";
import type { Core } from "@/lib/server/core";
import { AppError } from "@/workflows/errors/app-error";
import { readableJson } from "@/workflows/graph/canonical";
import { withoutPins } from "@/workflows/graph/without-pins";
import { exportCode, importCode } from "./agent-code";
import { isFolder } from "./code-folder";
import { readJson, writeText } from "./files";
import { operatorOf } from "./operator";
import { note, print } from "./output";
import { action, withCore } from "./session";

interface WorkspaceOption {
  workspace?: string;
}

export function addAgentCommands(program: Command): Command {
  const agent = program.command("agent").description("Agents");
  const inWorkspace = ["--workspace <workspace>", "id or name; the first one if left out"] as const;
  agent
    .command("import <file>")
    .description(
      "Create an agent from a graph document (- reads standard input) or the folder of an exported project, and print its address",
    )
    .option("--name <name>", "name of the agent; the file's name if left out")
    .option(...inWorkspace)
    .action(
      action((file: string, options: ImportOptions) => withCore((core) => importAgent(core, file, options))),
    );
  agent
    .command("export <agent>")
    .description("Print the graph document of an agent, by its address or id")
    .option("--version <number>", "a published version; the draft if left out", Number)
    .option("-o, --output <file>", "write it to a file")
    .option("--code <folder>", "write a LangGraph.js project into a folder instead")
    .option(...inWorkspace)
    .action(
      action((name: string, options: ExportOptions) => withCore((core) => exportAgent(core, name, options))),
    );
  agent
    .command("publish <agent>")
    .description("Make the draft the next version, live at once")
    .option("--note <text>", "what changed", "")
    .option(...inWorkspace)
    .action(
      action((name: string, options: PublishOptions) => withCore((core) => publish(core, name, options))),
    );
  return agent;
}

interface ImportOptions extends WorkspaceOption {
  name?: string;
}

async function importAgent({ database }: Core, file: string, options: ImportOptions): Promise<void> {
  const actor = await operatorOf(database.db, options.workspace);
  const name = options.name ?? (file === "-" ? "Imported agent" : basename(file, extname(file)));
  const from = { kind: "document", document: isFolder(file) ? importCode(file) : readJson(file) } as const;
  const agent = await createAgent(database.db, actor, { name, from });
  note(`${agent.name} was created as ${agent.id}.`);
  print(agent.slug);
}

interface ExportOptions extends WorkspaceOption {
  version?: number;
  output?: string;
  code?: string;
}

async function exportAgent({ database }: Core, name: string, options: ExportOptions): Promise<void> {
  const actor = await operatorOf(database.db, options.workspace);
  const agent = await findByName(database.db, actor, name);
  const document =
    options.version === undefined
      ? agent.draft
      : (await getVersion(database.db, actor, agent.id, options.version)).document;
  if (options.code) return exportCode(database.db, actor, agent, document, options.code);
  const text = readableJson(withoutPins(document));
  if (options.output) writeText(options.output, text);
  else print(text.trimEnd());
}

interface PublishOptions extends WorkspaceOption {
  note: string;
}

async function publish({ database }: Core, name: string, options: PublishOptions): Promise<void> {
  const actor = await operatorOf(database.db, options.workspace);
  const agent = await findByName(database.db, actor, name);
  const version = await publishAgent(database.db, actor, agent.id, {
    revision: agent.revision,
    note: options.note,
  });
  for (const warning of version.warnings) note(`Warning: ${warning.message}`);
  note(`Version ${version.number} of ${agent.name} is live.`);
  print(String(version.number));
}

/** @throws AppError not_found */
async function findByName(db: Queryable, actor: WorkspaceActor, name: string): Promise<SummaryWithDraft> {
  const agents = await listAgents(db, actor);
  const found = agents.find((agent) => agent.slug === name || agent.id === name);
  if (found) return getAgent(db, actor, found.id);
  throw new AppError("not_found", `There is no agent ${name}.`, {
    hint: `There are: ${agents.map((agent) => agent.slug).join(", ") || "none"}`,
  });
}
