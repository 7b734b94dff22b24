import { eq } from "drizzle-orm";
import type { z } from "zod";
import { sourceTools, toolVersions } from "@/drizzle/schema";
import {
  type createCodeTool,
  type getToolVersion,
  type saveCodeTool,
  type TestOutcome,
  type ToolDefinition,
  toolDefinitionSchema,
} from "@/lib/api/contract/code-tools";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import { takenNames } from "../choose";
import { hashOf } from "../contract";
import { reachOf, type WayToSources } from "../reach";
import { type SourceTool, toSourceTool } from "../rows";
import { contractFrom } from "./contract-of";
import {
  type CodeTool,
  codeSource,
  codeToolRow,
  codeToolRows,
  readCodeTool,
  toVersion,
  versionRow,
} from "./rows";
import { requirePassed, runTests } from "./run-tests";

interface Save {
  definition: ToolDefinition;
  note: string;
  /** The version that was changed; absent: whichever is the newest. */
  basedOn?: number;
}

/** The tools that a workspace writes itself. Their tests run before anything is saved. */
export class CodeTools {
  constructor(
    private readonly db: Database,
    private readonly way: WayToSources,
  ) {}

  async list({ workspaceId }: WorkspaceActor): Promise<SourceTool[]> {
    return (await codeToolRows(this.db, workspaceId)).map(toSourceTool);
  }

  get({ workspaceId }: WorkspaceActor, id: string): Promise<CodeTool> {
    return readCodeTool(this.db, workspaceId, id);
  }

  async version(
    { workspaceId }: WorkspaceActor,
    id: string,
    number: number,
  ): Promise<z.input<typeof getToolVersion.response>> {
    await codeToolRow(this.db, workspaceId, id);
    const row = await versionRow(this.db, id, number);
    return { ...toVersion(row), definition: toolDefinitionSchema.parse(row.definition) };
  }

  async test({ workspaceId }: WorkspaceActor, definition: ToolDefinition): Promise<TestOutcome[]> {
    const { sandbox, http } = await reachOf(this.way, workspaceId, ownSource);
    return runTests(definition, { sandbox, http });
  }

  async create(
    actor: WorkspaceActor,
    { name, definition, note }: z.output<typeof createCodeTool.body>,
  ): Promise<CodeTool> {
    const { workspaceId, name: by } = actor;
    await this.requireFree(this.db, workspaceId, name);
    requirePassed(await this.test(actor, definition));
    const id = newId("tool");
    await this.db.transaction(async (tx) => {
      await this.requireFree(tx, workspaceId, name);
      const sourceId = await codeSource(tx, workspaceId);
      const values = { id, workspaceId, sourceId, key: id, name, group: "", title: name, approvedBy: by };
      await tx.insert(sourceTools).values({ ...values, ...seenByAgents(definition) });
      await tx.insert(toolVersions).values({ toolId: id, number: 1, definition, note, savedBy: by });
    });
    return readCodeTool(this.db, workspaceId, id);
  }

  save(actor: WorkspaceActor, id: string, body: z.output<typeof saveCodeTool.body>): Promise<CodeTool> {
    return this.append(actor, id, body);
  }

  async restore(actor: WorkspaceActor, id: string, number: number): Promise<CodeTool> {
    const { definition } = await this.version(actor, id, number);
    const note = `Version ${number} again`;
    return this.append(actor, id, { definition: toolDefinitionSchema.parse(definition), note });
  }

  async remove({ workspaceId }: WorkspaceActor, id: string, tx: Queryable): Promise<void> {
    await codeToolRow(tx, workspaceId, id);
    await tx.delete(sourceTools).where(eq(sourceTools.id, id));
  }

  private async append(actor: WorkspaceActor, id: string, save: Save): Promise<CodeTool> {
    const { workspaceId, name: by } = actor;
    requireNewest(await codeToolRow(this.db, workspaceId, id), save);
    requirePassed(await this.test(actor, save.definition));
    await this.db.transaction(async (tx) => {
      const row = await codeToolRow(tx, workspaceId, id, "update");
      requireNewest(row, save);
      const number = row.version + 1;
      const { definition, note } = save;
      await tx.insert(toolVersions).values({ toolId: id, number, definition, note, savedBy: by });
      const now = { version: number, approvedBy: by, approvedAt: new Date() };
      await tx
        .update(sourceTools)
        .set({ ...now, ...seenByAgents(definition) })
        .where(eq(sourceTools.id, id));
    });
    return readCodeTool(this.db, workspaceId, id);
  }

  private async requireFree(db: Queryable, workspaceId: string, name: string): Promise<void> {
    if (!(await takenNames(db, workspaceId)).has(name)) return;
    throw new AppError("conflict", `Another tool of this workspace is named “${name}”.`, { field: "name" });
  }
}

function requireNewest({ version }: { version: number }, { basedOn = version }: Save): void {
  if (basedOn === version) return;
  throw new AppError(
    "conflict",
    `Version ${version} was saved meanwhile. Look at it before you save yours.`,
    {
      data: { version },
    },
  );
}

function seenByAgents(definition: ToolDefinition) {
  const contract = contractFrom(definition);
  return { contract, hash: hashOf(contract) };
}

/** Code is its own source: it has no address and needs no credentials. */
const ownSource = {
  kind: "code",
  address: null,
  describedAt: null,
  command: null,
  auth: { type: "none" },
  allowPrivate: false,
} as const;
