import type { Caller } from "../people";

const members: readonly Caller[] = ["admin", "developer", "analyst", "viewer"];
const all: readonly Caller[] = [...members, "key:run", "key:read", "key:manage", "visitor", "anonymous"];

const admins: readonly Caller[] = ["admin"];
const readers: readonly Caller[] = [...members, "key:read", "key:manage"];
const builders: readonly Caller[] = ["admin", "developer", "key:manage"];
const talkers: readonly Caller[] = [...members, "key:run", "key:manage"];

/**
 * Who may call what, written out by hand: the permission table, the key scopes and the contract together must
 * come to this. Chat endpoints are told here for an agent that is not public.
 */
export const whoMay: Readonly<Record<string, readonly Caller[]>> = {
  setupState: all,
  createFirstAdmin: all,
  signUp: all,
  invitationInfo: all,
  me: members,
  getWorkspace: members,
  updateWorkspace: admins,
  getRetention: admins,
  setRetention: admins,
  previewRetention: admins,
  listMembers: members,
  updateMember: admins,
  removeMember: admins,
  listInvitations: admins,
  createInvitation: admins,
  revokeInvitation: admins,
  listApiKeys: admins,
  createApiKey: admins,
  revokeApiKey: admins,
  listSecrets: ["admin", "developer"],
  putSecret: admins,
  deleteSecret: admins,
  listProviders: readers,
  listModels: readers,
  listConnections: readers,
  createConnection: admins,
  updateConnection: admins,
  deleteConnection: admins,
  testConnection: admins,
  listBreakers: readers,
  tryBreaker: admins,
  listPriceOverrides: readers,
  putPriceOverride: admins,
  deletePriceOverride: admins,
  listAgents: readers,
  listTemplates: readers,
  getConfigured: builders,
  createAgent: builders,
  getAgent: readers,
  updateAgent: builders,
  deleteAgent: builders,
  restoreAgent: builders,
  changeDraft: builders,
  listVersions: readers,
  getVersion: readers,
  publishAgent: builders,
  updateVersion: builders,
  activateVersion: builders,
  unpublishAgent: builders,
  createTestRun: builders,
  listRuns: readers,
  getRun: readers,
  getRunView: readers,
  listEvents: readers,
  streamRun: readers,
  getNodeHistory: readers,
  getRunState: readers,
  cancelRun: ["admin", "developer", "key:run", "key:manage"],
  listInterrupts: [...members, "key:run", "key:read", "key:manage"],
  getInterrupt: [...members, "key:run", "key:read", "key:manage"],
  answerInterrupt: ["admin", "developer", "analyst", "key:run", "key:manage"],
  getChat: talkers,
  listThreads: talkers,
  getThread: talkers,
  renameThread: talkers,
  deleteThread: talkers,
  sendMessage: talkers,
  stopTurn: talkers,
  streamTurn: talkers,
  // Chatting is open to viewers, deciding is not.
  answerTurn: ["admin", "developer", "analyst", "key:run", "key:manage"],
  callAgent: talkers,
  streamCall: talkers,
};
