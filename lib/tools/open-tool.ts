import { and, eq } from "drizzle-orm";
import { sourceTools, toolSources, toolVersions } from "@/drizzle/schema";
import { toolDefinitionSchema } from "@/lib/api/contract/code-tools";
import { type SourceSettings, type ToolSettings, toolSettingsSchema } from "@/lib/api/contract/tools";
import type { Queryable } from "@/lib/db/database";
import { shared } from "@/lib/resilience/share";
import { AppError } from "@/workflows/errors/app-error";
import type { ToolState } from "@/workflows/graph/configured";
import { type Principal, principalNames } from "@/workflows/graph/principal";
import type { OpenTool, ToolCall, ToolGateway, ToolUse } from "@/workflows/runtime/ports";
import { answerOwners } from "./answer-owners";
import { contractFrom } from "./code/contract-of";
import { Contacts } from "./contact";
import { hashOf, type ToolContract } from "./contract";
import { KeptToolAnswers } from "./kept-answers";
import { kindOf } from "./kinds/registry";
import { Paces } from "./pace";
import { reachOf, type WayToSources } from "./reach";
import { Rechecks } from "./recheck";
import { contractOf, settingsOf, stateOf, type ToolRow } from "./rows";

/** One version of a tool, or whichever is the newest. */
interface Place {
  workspaceId: string;
  id: string;
  version: number | undefined;
}

interface Found {
  id: string;
  sourceId: string;
  sourceName: string;
  name: string;
  version: number;
  state: ToolState;
  contract: ToolContract;
  tool: ToolSettings;
  source: SourceSettings;
}

/** Hands out the approved tools of workspaces, each call inside what its settings allow. */
export class ToolOpener {
  private readonly contacts: Contacts;
  private readonly paces = new Paces();
  private readonly rechecks: Rechecks;
  private readonly answers: KeptToolAnswers;
  private readonly whose: ReturnType<typeof answerOwners>;
  private readonly find: (place: Place) => Promise<Found>;

  constructor(
    db: Queryable,
    private readonly way: WayToSources,
    /** Holds the tools of a source against what it has now. */
    check: (workspaceId: string, sourceId: string) => Promise<unknown>,
  ) {
    this.rechecks = new Rechecks(check);
    this.contacts = new Contacts(db);
    this.answers = new KeptToolAnswers(db);
    this.whose = answerOwners(db);
    this.find = shared(
      (place) => findTool(db, place),
      ({ workspaceId, id, version = "newest" }) => `${workspaceId} ${id} ${version}`,
    );
  }

  gateway(workspaceId: string): ToolGateway {
    return {
      open: async (id, use = {}) => {
        const place = { workspaceId, id, version: use.version };
        const found = await this.find(place);
        requireReady(found);
        const isAsked = await this.rechecks.ifDue(
          workspaceId,
          found.sourceId,
          kindOf(found.source.kind).recheckMs,
        );
        if (!isAsked) return this.opened(workspaceId, found, use);
        const now = await this.find(place);
        requireReady(now);
        return this.opened(workspaceId, now, use);
      },
    };
  }

  private opened(workspaceId: string, found: Found, use: ToolUse): OpenTool {
    const { contract, tool, name } = found;
    return {
      name,
      description: contract.description,
      parameters: contract.parameters,
      repeatable: contract.effect !== "act",
      asks: tool.asks,
      call: async (call) => {
        requireUsable(found, use.onBehalfOf);
        return this.remembered(workspaceId, found, use, call, () => this.call(workspaceId, found, call));
      },
    };
  }

  private async call(
    workspaceId: string,
    { id, sourceId, source, contract, tool, name }: Found,
    call: ToolCall,
  ) {
    this.paces.take(id, name, tool.perMinute);
    const reach = await reachOf(this.way, workspaceId, source, (text) => {
      // What a program said is a help to people: that it could not be written down fails no call.
      this.contacts.heard(sourceId, text).catch(() => {});
    });
    const { timeoutMs } = tool;
    return this.contacts.watch(sourceId, () =>
      kindOf(source.kind).call(source, contract, { ...call, timeoutMs }, reach),
    );
  }

  private async remembered(
    workspaceId: string,
    found: Found,
    use: ToolUse,
    { args }: ToolCall,
    call: () => Promise<string>,
  ): Promise<string> {
    const { id, version, contract, tool, source } = found;
    if (contract.effect !== "read" || tool.cacheSeconds === 0) return call();
    const whose = await this.whose(tool.cacheScope, workspaceId, use);
    if (!whose) return call();
    const key = hashOf({ version, source, args, ...whose });
    const question = { toolId: id, key, seconds: tool.cacheSeconds };
    return this.answers.or(question, call);
  }
}

async function findTool(db: Queryable, { workspaceId, id, version }: Place): Promise<Found> {
  const [row] = await db
    .select({ tool: sourceTools, source: toolSources })
    .from(sourceTools)
    .innerJoin(toolSources, eq(toolSources.id, sourceTools.sourceId))
    .where(and(eq(sourceTools.workspaceId, workspaceId), eq(sourceTools.id, id)));
  if (!row)
    throw notReady("This workspace has no such imported tool.", "Choose another in the agent's settings.");
  const { tool, source } = row;
  return {
    id,
    sourceId: source.id,
    sourceName: source.name,
    name: tool.name,
    version: version ?? tool.version,
    state: stateOf(tool),
    contract: version === undefined ? contractOf(tool) : await contractOfVersion(db, tool, version),
    tool: toolSettingsSchema.parse(tool.settings),
    source: settingsOf(source),
  };
}

/** A version that a graph keeps to. @throws AppError tool_not_configured */
async function contractOfVersion(
  db: Queryable,
  { id, name }: ToolRow,
  version: number,
): Promise<ToolContract> {
  const [row] = await db
    .select({ definition: toolVersions.definition })
    .from(toolVersions)
    .where(and(eq(toolVersions.toolId, id), eq(toolVersions.number, version)));
  if (row) return contractFrom(toolDefinitionSchema.parse(row.definition));
  throw notReady(`The tool “${name}” has no version ${version}.`, "Choose another in the agent's settings.");
}

/** The model is told, as of any call that fails: the agent may still be of use to them. */
function requireUsable({ name, tool: { usableFor } }: Found, onBehalfOf: Principal | undefined): void {
  if (usableFor === null || (onBehalfOf && usableFor.includes(onBehalfOf))) return;
  throw new AppError(
    "forbidden",
    `The tool “${name}” is kept to ${principalNames(usableFor)}, and this run is made for ${onBehalfOf ? principalNames([onBehalfOf]) : "somebody else"}.`,
    { hint: "An administrator decides under Settings → Tools for whose runs it may be used." },
  );
}

function requireReady({ state, name, sourceName }: Found): void {
  const which = `The tool “${name}” of ${sourceName}`;
  switch (state) {
    case "ready":
      return;
    case "changed":
      throw notReady(
        `${which} has changed since it was approved.`,
        "An administrator looks at the change under Settings → Tools.",
      );
    case "gone":
      throw notReady(
        `${which} is not offered by its source any more.`,
        "Choose another in the agent's settings.",
      );
    case "off":
      throw notReady(`${which} is turned off.`, "An administrator can turn it on under Settings → Tools.");
  }
}

function notReady(message: string, hint: string): AppError {
  return new AppError("tool_not_configured", message, { hint });
}
