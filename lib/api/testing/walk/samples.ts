import type { Sent } from "../world";
import type { Things } from "./things";

type Sample = (things: Things) => Pick<Sent, "params" | "query" | "body">;

const agent: Sample = (of) => ({ params: { id: of.agent } });
const version: Sample = (of) => ({ params: { id: of.agent, number: 1 } });
const run: Sample = (of) => ({ params: { id: of.run } });
const interrupt: Sample = (of) => ({ params: { id: of.interrupt } });
const connection: Sample = (of) => ({ params: { id: of.connection } });
const chat: Sample = (of) => ({ params: { slug: of.slug } });
const thread: Sample = (of) => ({ params: { slug: of.slug, threadId: of.thread } });
const turn: Sample = (of) => ({ params: { slug: of.slug, runId: of.run } });

const and =
  (sample: Sample, body: unknown): Sample =>
  (of) => ({ ...sample(of), body });

/** A valid request for every endpoint that names something by its id. */
export const samples: Readonly<Record<string, Sample>> = {
  updateMember: (of) => ({ params: { userId: of.user }, body: { role: "viewer" } }),
  removeMember: (of) => ({ params: { userId: of.user } }),
  revokeInvitation: (of) => ({ params: { id: of.invitation } }),
  revokeApiKey: (of) => ({ params: { id: of.key } }),
  deleteSecret: (of) => ({ params: { id: of.secret } }),
  updateConnection: and(connection, { provider: "openai", name: "Acme", models: ["acme-1"] }),
  deleteConnection: connection,
  testConnection: and(connection, {}),
  getAgent: agent,
  updateAgent: and(agent, { name: "Renamed" }),
  getAgentRunLimits: agent,
  setAgentRunLimits: and(agent, { running: 5 }),
  deleteAgent: agent,
  restoreAgent: agent,
  changeDraft: and(agent, { revision: 1, operations: [{ op: "node.remove", id: "none" }] }),
  listVersions: agent,
  getVersion: version,
  publishAgent: and(agent, { revision: 1 }),
  updateVersion: and(version, { note: "Better" }),
  activateVersion: version,
  unpublishAgent: agent,
  createTestRun: and(agent, { revision: 1, input: {} }),
  getRun: run,
  getRunView: run,
  listEvents: run,
  streamRun: run,
  getNodeHistory: agent,
  getRunState: (of) => ({ params: { id: of.run, checkpointId: of.checkpoint } }),
  cancelRun: run,
  getInterrupt: interrupt,
  answerInterrupt: and(interrupt, { answer: "approve" }),
  getChat: chat,
  listThreads: chat,
  getThread: thread,
  renameThread: and(thread, { title: "Renamed" }),
  deleteThread: thread,
  sendMessage: and(chat, { message: "Hi" }),
  stopTurn: turn,
  streamTurn: turn,
  answerTurn: (of) => ({
    params: { slug: of.slug, interruptId: of.interrupt },
    body: { answer: "approve" },
  }),
  callAgent: and(chat, { message: "Hi" }),
  streamCall: turn,
};
