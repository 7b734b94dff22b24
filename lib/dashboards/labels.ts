import type { Pool } from "pg";
import { z } from "zod";
import { readDocument } from "@/lib/agents/graph";
import type { DashboardGroup, FigureGroup } from "@/lib/api/contract/dashboards";
import type { GraphDocument } from "@/workflows/graph/document";
import { nodeTitle } from "@/workflows/nodes/node-title";
import type { BareGroup } from "./groups";

const agentRows = z.array(z.object({ id: z.string(), name: z.string() }));
const documentRows = z.array(z.object({ id: z.string(), document: z.unknown() }));

/** Names of agents of the workspace, deleted ones included as long as they are kept. */
export async function agentNames(pool: Pool, workspaceId: string): Promise<Map<string, string>> {
  const { rows } = await pool.query("select id, name from agents where workspace_id = $1", [workspaceId]);
  return new Map(agentRows.parse(rows).map(({ id, name }) => [id, name]));
}

/** Groups with what people call them. */
export async function labelled(
  pool: Pool,
  workspaceId: string,
  by: DashboardGroup,
  groups: readonly BareGroup[],
): Promise<FigureGroup[]> {
  const words = await wordsFor(pool, workspaceId, by, groups);
  return groups.map((group) => ({ ...group, label: words(group) }));
}

async function wordsFor(
  pool: Pool,
  workspaceId: string,
  by: DashboardGroup,
  groups: readonly BareGroup[],
): Promise<(group: BareGroup) => string> {
  if (by === "model") return ({ name }) => name.slice(name.indexOf("/") + 1);
  if (by === "person") {
    const people = await peopleOf(pool, groups);
    return ({ person }) => (person === null ? "No member" : (people.get(person) ?? "Somebody who left"));
  }
  const agents = await agentNames(pool, workspaceId);
  const agentOf = ({ agentId }: BareGroup) => agents.get(agentId ?? "") ?? "Deleted agent";
  if (by === "agent") return agentOf;
  if (by === "version") {
    return (group) => `${agentOf(group)} ${group.version ? `version ${group.version}` : "draft"}`;
  }
  const documents = await documentsOf(pool, groups);
  return (group) =>
    `${nodeTitle(documents.get(group.agentId ?? "") ?? null, group.name)} in ${agentOf(group)}`;
}

async function peopleOf(pool: Pool, groups: readonly BareGroup[]): Promise<Map<string, string>> {
  const ids = groups.flatMap(({ person }) => person ?? []);
  const { rows } = await pool.query("select id, name from users where id = any($1)", [ids]);
  return new Map(agentRows.parse(rows).map(({ id, name }) => [id, name]));
}

/** The live version's graph of each agent, else its draft. */
async function documentsOf(pool: Pool, groups: readonly BareGroup[]): Promise<Map<string, GraphDocument>> {
  const ids = [...new Set(groups.flatMap(({ agentId }) => agentId ?? []))];
  const { rows } = await pool.query(
    `select a.id, coalesce(v.document, a.draft) as document from agents a
     left join agent_versions v on v.agent_id = a.id and v.number = a.live_version where a.id = any($1)`,
    [ids],
  );
  return new Map(documentRows.parse(rows).map(({ id, document }) => [id, readDocument(document)]));
}
