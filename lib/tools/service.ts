import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { sourceTools, toolSources } from "@/drizzle/schema";
import type {
  approveTools,
  chooseTools,
  createSource,
  discoverTools,
  ToolSettings,
  tryTool,
  updateSource,
} from "@/lib/api/contract/tools";
import { principalOf, type WorkspaceActor } from "@/lib/auth/actor";
import type { Database, Queryable } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import { AppError } from "@/workflows/errors/app-error";
import type { ToolGateway } from "@/workflows/runtime/ports";
import { approve } from "./approve";
import { takenNames, takeOver } from "./choose";
import { CodeTools } from "./code/code-tools";
import { type Comparison, compare } from "./compare";
import { Contacts } from "./contact";
import { catalogueOf, requireSeen, type ShownCatalogue, shown } from "./discover";
import { kindOf } from "./kinds/registry";
import { forgetGrants } from "./oauth/forget-grants";
import type { Grants } from "./oauth/grants";
import { ToolOpener } from "./open-tool";
import type { WayToSources } from "./reach";
import {
  readSource,
  readSources,
  type Source,
  type SourceRow,
  type SourceTool,
  settingsOf,
  sourceRow,
  toolRows,
  toSourceTool,
} from "./rows";
import { type Trial, tryOut } from "./try-out";

type Body<Of extends { body: z.ZodType }> = z.output<Of["body"]>;

/** What the API asks of a workspace's tool sources; every function stays inside the actor's workspace. */
export class ToolService {
  readonly code: CodeTools;
  private readonly opener: ToolOpener;
  private readonly contacts: Contacts;

  constructor(
    private readonly db: Database,
    private readonly way: WayToSources,
  ) {
    this.opener = new ToolOpener(db, way, (workspaceId, id) => this.compareNow(workspaceId, id));
    this.contacts = new Contacts(db);
    this.code = new CodeTools(db, way);
  }

  /** For the nodes of one workspace's runs. */
  gateway(workspaceId: string): ToolGateway {
    return this.opener.gateway(workspaceId);
  }

  get grants(): Grants {
    return this.way.grants;
  }

  /** The operator's commands by name; how they are started is no matter of a workspace. */
  commands(): { name: string }[] {
    return Object.keys(this.way.commands)
      .sort()
      .map((name) => ({ name }));
  }

  list({ workspaceId }: WorkspaceActor): Promise<Source[]> {
    return readSources(this.db, workspaceId);
  }

  async get({ workspaceId }: WorkspaceActor, id: string): Promise<{ source: Source; tools: SourceTool[] }> {
    const source = await readSource(this.db, workspaceId, id);
    return { source, tools: (await toolRows(this.db, id)).map(toSourceTool) };
  }

  async discover(
    { workspaceId }: WorkspaceActor,
    { document, ...settings }: Body<typeof discoverTools>,
  ): Promise<ShownCatalogue> {
    return shown(await catalogueOf(this.way, workspaceId, settings, document ?? null), new Set());
  }

  async create(
    { workspaceId, name: by }: WorkspaceActor,
    { name, document, fingerprint, keys, ...settings }: Body<typeof createSource>,
  ): Promise<Source> {
    kindOf(settings.kind).check(settings);
    const catalogue = await catalogueOf(this.way, workspaceId, settings, document ?? null);
    requireSeen(catalogue, fingerprint);
    const id = newId("src");
    const { version } = catalogue;
    await this.db.transaction(async (tx) => {
      const values = { id, workspaceId, name, document, version, ...settings, lastContactAt: new Date() };
      await tx.insert(toolSources).values(values);
      await takeOver(tx, { workspaceId, sourceId: id, catalogue, keys, by });
    });
    return readSource(this.db, workspaceId, id);
  }

  async update(
    { workspaceId }: WorkspaceActor,
    id: string,
    body: Body<typeof updateSource>,
    tx: Queryable,
  ): Promise<Source> {
    const row = await sourceRow(tx, workspaceId, id);
    kindOf(settingsOf(row).kind).check({ ...settingsOf(row), ...body });
    await tx
      .update(toolSources)
      .set({ ...body, lastError: null, updatedAt: new Date() })
      .where(eq(toolSources.id, id));
    await forgetGrants(tx, workspaceId, settingsOf(row).auth);
    return readSource(tx, workspaceId, id);
  }

  async remove({ workspaceId }: WorkspaceActor, id: string, tx: Queryable): Promise<void> {
    const row = await sourceRow(tx, workspaceId, id);
    await tx.delete(toolSources).where(eq(toolSources.id, id));
    await forgetGrants(tx, workspaceId, settingsOf(row).auth);
  }

  /** What a source has now, imported or not. */
  async rediscover({ workspaceId }: WorkspaceActor, id: string): Promise<ShownCatalogue> {
    const row = await sourceRow(this.db, workspaceId, id);
    const chosen = new Set((await toolRows(this.db, id)).map(({ key }) => key));
    return shown(await this.now(row), chosen);
  }

  async choose(
    { workspaceId, name: by }: WorkspaceActor,
    id: string,
    { fingerprint, keys }: Body<typeof chooseTools>,
  ): Promise<Source> {
    const catalogue = await this.now(await sourceRow(this.db, workspaceId, id));
    requireSeen(catalogue, fingerprint);
    await this.db.transaction((tx) => takeOver(tx, { workspaceId, sourceId: id, catalogue, keys, by }));
    return readSource(this.db, workspaceId, id);
  }

  /** @param document a newer description of a source whose description was pasted */
  async check(
    { workspaceId }: WorkspaceActor,
    id: string,
    document: string | undefined,
  ): Promise<Comparison & { source: Source }> {
    const comparison = await this.compareNow(workspaceId, id, document);
    return { ...comparison, source: await readSource(this.db, workspaceId, id) };
  }

  private async compareNow(workspaceId: string, id: string, document?: string): Promise<Comparison> {
    const row = await sourceRow(this.db, workspaceId, id);
    if (document !== undefined && row.document === null) {
      throw new AppError("invalid_input", "This source fetches its description itself.", {
        field: "document",
      });
    }
    const kept = document ?? row.document;
    const catalogue = await this.now({ ...row, document: kept });
    return this.db.transaction(async (tx) => {
      const { version } = catalogue;
      await tx.update(toolSources).set({ version, document: kept }).where(eq(toolSources.id, id));
      return compare(tx, id, catalogue);
    });
  }

  async approve(
    { workspaceId, name: by }: WorkspaceActor,
    id: string,
    { tools }: Body<typeof approveTools>,
    tx: Queryable,
  ): Promise<Source> {
    await sourceRow(tx, workspaceId, id);
    await approve(tx, id, tools, by);
    return readSource(tx, workspaceId, id);
  }

  async updateTool(
    { workspaceId }: WorkspaceActor,
    id: string,
    { name, settings }: { name: string; settings: ToolSettings },
    tx: Queryable,
  ): Promise<SourceTool> {
    await requireTool(tx, workspaceId, id);
    if ((await takenNames(tx, workspaceId, id)).has(name)) {
      throw new AppError("conflict", `Another imported tool is named “${name}”.`, { field: "name" });
    }
    const [row] = await tx
      .update(sourceTools)
      .set({ name, settings })
      .where(and(eq(sourceTools.workspaceId, workspaceId), eq(sourceTools.id, id)))
      .returning();
    if (!row) throw noTool();
    return toSourceTool(row);
  }

  /** A real call; that it fails is an answer. */
  async tryTool(actor: WorkspaceActor, id: string, body: Body<typeof tryTool>): Promise<Trial> {
    const { workspaceId } = actor;
    await requireTool(this.db, workspaceId, id);
    const onBehalfOf = principalOf(actor);
    return tryOut(() => this.gateway(workspaceId).open(id, { onBehalfOf }), body.arguments);
  }

  private async now(row: SourceRow) {
    const onStderr = (text: string) => {
      this.contacts.heard(row.id, text).catch(() => {});
    };
    const call = () => catalogueOf(this.way, row.workspaceId, settingsOf(row), row.document, onStderr);
    return this.contacts.watch(row.id, call);
  }
}

async function requireTool(db: Queryable, workspaceId: string, id: string): Promise<void> {
  const [row] = await db
    .select({ id: sourceTools.id })
    .from(sourceTools)
    .where(and(eq(sourceTools.workspaceId, workspaceId), eq(sourceTools.id, id)));
  if (!row) throw noTool();
}

const noTool = () => new AppError("not_found", "There is no such imported tool.");
