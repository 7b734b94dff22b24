import { timingSafeEqual } from "node:crypto";
import { auth, type OAuthClientProvider } from "@modelcontextprotocol/client";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { toolGrants } from "@/drizzle/schema";
import type { finishGrant, getGrant, startGrant } from "@/lib/api/contract/tools";
import type { WorkspaceActor } from "@/lib/auth/actor";
import type { Database } from "@/lib/db/database";
import { newId } from "@/lib/db/id";
import type { Egress } from "@/lib/egress/egress";
import type { RulesOf } from "@/lib/egress/settings";
import type { Vault } from "@/lib/secrets/vault";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { hostOf } from "../host-of";
import { type Keep, type Memory, readMemory } from "./memory";
import { oauthProvider } from "./provider";

interface Ways {
  egress: Egress;
  rulesOf: RulesOf;
  /** Where an authorization server sends people back to. */
  redirectUrl: string;
}

type Grant = z.input<typeof getGrant.response>;
type GrantRow = typeof toolGrants.$inferSelect;

/** Sign-ins at MCP servers by OAuth. Every request goes through the guard, inside the lists of the workspace. */
export class Grants {
  constructor(
    private readonly db: Database,
    private readonly vault: Vault,
    private readonly ways: Ways,
  ) {}

  /** Registers us at the server's authorization server. @throws AppError http_failed, egress_refused */
  async start(
    { workspaceId }: WorkspaceActor,
    { address, allowPrivate }: z.output<typeof startGrant.body>,
  ): Promise<z.input<typeof startGrant.response>> {
    const id = newId("grant");
    const sealed = this.vault.seal("{}", { workspaceId, rowId: id });
    await this.db.insert(toolGrants).values({ id, workspaceId, address, allowPrivate, sealed });
    const asked: { url?: URL } = {};
    try {
      await this.authorize(workspaceId, id, { onRedirect: (url) => Object.assign(asked, { url }) });
      if (!asked.url) throw new Error("The server asks for no sign-in.");
    } catch (error) {
      await this.db.delete(toolGrants).where(eq(toolGrants.id, id));
      throw refused(address, error);
    }
    return { id, authorizeUrl: asked.url.href };
  }

  async get({ workspaceId }: WorkspaceActor, id: string): Promise<Grant> {
    const { address, signedInBy, signedInAt } = await this.row(this.db, workspaceId, id);
    return { id, address, signedInBy, signedInAt: signedInAt?.toISOString() ?? null };
  }

  /** Exchanges the code for tokens. @throws AppError invalid_input: it is not what was begun, http_failed */
  async finish(
    actor: WorkspaceActor,
    id: string,
    { code, state, iss }: z.output<typeof finishGrant.body>,
  ): Promise<Grant> {
    const { workspaceId, name } = actor;
    const { address } = await this.row(this.db, workspaceId, id);
    const memory = await this.keep(workspaceId, id).read();
    if (!memory.state || !same(memory.state, state)) {
      throw new AppError("invalid_input", "This answer belongs to another sign-in. Begin again.", {
        field: "state",
      });
    }
    try {
      await this.authorize(workspaceId, id, { code, iss });
    } catch (error) {
      throw refused(address, error);
    }
    await this.keep(workspaceId, id).change(({ client, tokens, discovery }) => ({
      client,
      tokens,
      discovery,
    }));
    await this.db
      .update(toolGrants)
      .set({ signedInBy: name, signedInAt: new Date() })
      .where(eq(toolGrants.id, id));
    return this.get(actor, id);
  }

  /** For calls, in which nobody can be sent anywhere. */
  provider(workspaceId: string, id: string): OAuthClientProvider {
    const { redirectUrl } = this.ways;
    const onRedirect = () => {
      throw new AppError("tool_not_configured", "The sign-in of this tool source has ended.", {
        hint: "An administrator signs in again under Settings → Tools.",
      });
    };
    return oauthProvider({ id, keep: this.keep(workspaceId, id), redirectUrl, onRedirect });
  }

  private async authorize(
    workspaceId: string,
    id: string,
    how: { onRedirect?: (url: URL) => void; code?: string; iss?: string | undefined },
  ): Promise<void> {
    const { address, allowPrivate } = await this.row(this.db, workspaceId, id);
    const { egress, rulesOf, redirectUrl } = this.ways;
    const fetchFn = egress.within(await rulesOf(workspaceId)).fetchFor(allowPrivate ? [hostOf(address)] : []);
    const { onRedirect = () => {}, code, iss } = how;
    const provider = oauthProvider({ id, keep: this.keep(workspaceId, id), redirectUrl, onRedirect });
    await auth(provider, {
      serverUrl: address,
      fetchFn,
      ...(code !== undefined && { authorizationCode: code }),
      ...(iss !== undefined && { iss }),
    });
  }

  private keep(workspaceId: string, id: string): Keep {
    const place = { workspaceId, rowId: id };
    const open = ({ sealed }: GrantRow): Memory => readMemory(this.vault.open(sealed, place));
    return {
      read: async () => open(await this.row(this.db, workspaceId, id)),
      change: (how) =>
        this.db.transaction(async (tx) => {
          const memory = open(await this.row(tx, workspaceId, id, "update"));
          const sealed = this.vault.seal(JSON.stringify(how(memory)), place);
          await tx.update(toolGrants).set({ sealed }).where(eq(toolGrants.id, id));
        }),
    };
  }

  private async row(
    db: Pick<Database, "select">,
    workspaceId: string,
    id: string,
    lock?: "update",
  ): Promise<GrantRow> {
    const query = db
      .select()
      .from(toolGrants)
      .where(and(eq(toolGrants.workspaceId, workspaceId), eq(toolGrants.id, id)));
    const [row] = await (lock ? query.for(lock) : query);
    if (row) return row;
    throw new AppError("not_found", "There is no such sign-in.");
  }
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(address: string, error: unknown): AppError {
  if (isAppError(error)) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new AppError("http_failed", `Nobody can sign in at ${new URL(address).host}: ${why.slice(0, 400)}`, {
    hint: "The server has to say where its authorization server is (RFC 9728), and that has to take new clients (RFC 7591).",
    data: { code: "oauth" },
  });
}
