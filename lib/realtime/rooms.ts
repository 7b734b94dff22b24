/** Everybody who has this agent's draft open. */
export const agentRoom = (agentId: string) => `agent:${agentId}`;
/** Everybody who sees this workspace's approvals. */
export const inboxRoom = (workspaceId: string) => `inbox:${workspaceId}`;
/** Everybody who looks at this workspace's runs. */
export const runsRoom = (workspaceId: string) => `runs:${workspaceId}`;
