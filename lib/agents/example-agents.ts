import type { SeedWorkspace } from "@/lib/auth/workspaces";
import { exampleTemplates } from "@/workflows/templates/registry";
import { insertAgent } from "./insert-agent";
import { insertVersion } from "./publish-agent";
import { requireValid } from "./require-valid";

/** The agents that a new workspace starts with, live at once, working without a key. */
export const createExampleAgents: SeedWorkspace = async (db, workspace) => {
  const { id: workspaceId, userId } = workspace;
  for (const { title: name, summary: description, document } of exampleTemplates) {
    requireValid(document, "published");
    const agentId = await insertAgent(db, {
      workspaceId,
      name,
      description,
      draft: document,
      createdBy: userId,
    });
    await insertVersion(db, { agentId, document, note: "Comes with the workspace", by: userId });
  }
};
