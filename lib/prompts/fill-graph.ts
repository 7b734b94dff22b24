import { and, eq, inArray } from "drizzle-orm";
import { prompts, promptVersions } from "@/drizzle/schema";
import type { Queryable } from "@/lib/db/database";
import { AppError } from "@/workflows/errors/app-error";
import type { GraphDocument } from "@/workflows/graph/document";
import type { Issue } from "@/workflows/graph/issue";
import { isError } from "@/workflows/graph/issue";
import { issuesOfPart, type Part } from "@/workflows/graph/part";
import { validate } from "@/workflows/graph/validate/validate";
import { nodeDefinitions } from "@/workflows/nodes/registry";
import { filled, promptsUsed } from "@/workflows/prompts/fill";
import { knownPrompts } from "./known-prompts";

/**
 * The graph with the texts of the workspace's library in it, as they are now.
 * @param part what of it is to run: what is wrong elsewhere does not matter
 * @throws AppError graph_invalid (data: the issues) where a prompt is not there or is not told enough
 */
export async function fillPrompts(
  db: Queryable,
  workspaceId: string,
  document: GraphDocument,
  part: Part = {},
): Promise<GraphDocument> {
  const uses = promptsUsed(document);
  if (uses.length === 0) return document;
  const issues = await issuesOfPrompts(db, workspaceId, document);
  requireNone(issuesOfPart(issues, document, nodeDefinitions, part));
  const ids = [...new Set(uses.map(({ prompt }) => prompt))];
  const rows = await db
    .select({
      id: prompts.id,
      newest: prompts.version,
      number: promptVersions.number,
      text: promptVersions.text,
    })
    .from(prompts)
    .innerJoin(promptVersions, eq(promptVersions.promptId, prompts.id))
    .where(and(eq(prompts.workspaceId, workspaceId), inArray(prompts.id, ids)));
  return filled(document, ({ prompt, version }) =>
    rows.find(({ id, newest, number }) => id === prompt && number === (version ?? newest)),
  );
}

async function issuesOfPrompts(
  db: Queryable,
  workspaceId: string,
  document: GraphDocument,
): Promise<Issue[]> {
  const nothing = { connections: [], slots: [], agents: [], secrets: [], tools: [] };
  const configured = { ...nothing, prompts: await knownPrompts(db, workspaceId) };
  return validate(document, nodeDefinitions, configured).filter(isOfPrompts);
}

function isOfPrompts(issue: Issue): boolean {
  return isError(issue) && (issue.code === "prompt_not_found" || issue.code === "prompt_variable_unbound");
}

function requireNone(issues: readonly Issue[]): void {
  const [first] = issues;
  if (!first) return;
  throw new AppError("graph_invalid", first.message, {
    hint: "Mend what the problems panel lists, then try again.",
    data: issues,
  });
}
