import { eq } from "drizzle-orm";
import { workspaces } from "@/drizzle/schema";
import { type EgressLists, type EgressState, egressListsSchema } from "@/lib/api/contract/egress";
import type { Queryable } from "@/lib/db/database";
import { shared } from "@/lib/resilience/share";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { type EgressRules, parseRule, type Rule } from "./rule";

/** What workspaces choose to call. */
export class EgressSettings {
  /** @param installation what the operator opens for everybody */
  constructor(private readonly installation: readonly string[]) {}

  async get(db: Queryable, workspaceId: string): Promise<EgressState> {
    return { chosen: await readLists(db, workspaceId), installation: [...this.installation] };
  }

  /** @throws AppError invalid_input naming the list with an entry that cannot be read */
  async set(db: Queryable, workspaceId: string, lists: EgressLists): Promise<EgressState> {
    const chosen = { allow: checked("allow", lists.allow), deny: checked("deny", lists.deny) };
    await db.update(workspaces).set({ egress: chosen }).where(eq(workspaces.id, workspaceId));
    return this.get(db, workspaceId);
  }
}

export type RulesOf = (workspaceId: string) => Promise<EgressRules>;

/** Read for every call, so that a change counts from the next one; calls at the same moment share a read. */
export function workspaceRules(db: Queryable): RulesOf {
  const read = shared(
    (workspaceId: string) => readLists(db, workspaceId),
    (workspaceId) => workspaceId,
  );
  return async (workspaceId) => {
    const { allow, deny } = await read(workspaceId);
    return { allow: allow.map(parseRule), deny: deny.map(parseRule) };
  };
}

async function readLists(db: Queryable, workspaceId: string): Promise<EgressLists> {
  const [row] = await db
    .select({ lists: workspaces.egress })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return egressListsSchema.parse(row?.lists ?? {});
}

/** Each entry once, as it reads after parsing. */
function checked(field: keyof EgressLists, entries: readonly string[]): string[] {
  return [...new Set(entries.map((entry) => readable(field, entry).text))];
}

function readable(field: keyof EgressLists, entry: string): Rule {
  try {
    return parseRule(entry);
  } catch (error) {
    if (!isAppError(error)) throw error;
    throw new AppError(error.code, error.message, { ...error.details, field });
  }
}
