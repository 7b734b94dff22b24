import type { Sent } from "../world";
import type { Things } from "./things";

type Sample = (things: Things) => Pick<Sent, "params" | "query" | "body">;

const agent: Sample = (of) => ({ params: { id: of.agent } });
const version: Sample = (of) => ({ params: { id: of.agent, number: 1 } });
const run: Sample = (of) => ({ params: { id: of.run } });
const interrupt: Sample = (of) => ({ params: { id: of.interrupt } });
const testCase: Sample = (of) => ({ params: { id: of.case } });
const connection: Sample = (of) => ({ params: { id: of.connection } });
const source: Sample = (of) => ({ params: { id: of.source } });
const tool: Sample = (of) => ({ params: { id: of.tool } });
const codeTool: Sample = (of) => ({ params: { id: of.codeTool } });
const toolVersion: Sample = (of) => ({ params: { id: of.codeTool, number: 1 } });
const prompt: Sample = (of) => ({ params: { id: of.prompt } });
const promptVersion: Sample = (of) => ({ params: { id: of.prompt, number: 1 } });
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
  ruleConnection: and(connection, { limits: { requestsPerMinute: 60 } }),
  refreshFacts: connection,
  getSource: source,
  updateSource: and(source, { name: "Shop", address: "https://shop.test" }),
  deleteSource: source,
  rediscoverTools: source,
  chooseTools: and(source, { fingerprint: "none", keys: ["GET /orders"] }),
  checkSource: and(source, {}),
  approveTools: and(source, { tools: [{ id: "none", hash: "none" }] }),
  updateTool: and(tool, { name: "orders", settings: {} }),
  tryTool: and(tool, { arguments: {} }),
  getGrant: (of) => ({ params: { id: of.grant } }),
  finishGrant: (of) => ({ params: { id: of.grant }, body: { code: "none", state: "none" } }),
  getCodeTool: codeTool,
  getToolVersion: toolVersion,
  saveCodeTool: and(codeTool, {
    basedOn: 1,
    definition: {
      description: "Adds",
      parameters: { type: "object", properties: {} },
      code: "return 1;",
    },
  }),
  restoreToolVersion: toolVersion,
  deleteCodeTool: codeTool,
  getPrompt: prompt,
  updatePrompt: and(prompt, { name: "Renamed" }),
  deletePrompt: prompt,
  savePrompt: and(prompt, { basedOn: 1, text: "Hello {{ name }}" }),
  getPromptVersion: promptVersion,
  comparePrompt: promptVersion,
  testPrompt: and(promptVersion, { model: "offline/offline" }),
  getAgent: agent,
  updateAgent: and(agent, { name: "Renamed" }),
  forgetKeptAnswers: agent,
  getAgentRunLimits: agent,
  getAgentDataRules: agent,
  setAgentDataRules: and(agent, { dataClass: "internal" }),
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
  getConversation: (of) => ({ params: { id: of.thread } }),
  listFeedback: run,
  giveFeedback: and(run, { comment: "Well said." }),
  deleteFeedback: (of) => ({ params: { id: of.run, feedbackId: of.feedback } }),
  giveTurnFeedback: and(turn, { value: { kind: "thumb", thumb: "down" } }),
  deleteTurnFeedback: (of) => ({
    params: { slug: of.slug, runId: of.run, feedbackId: of.feedback },
  }),
  // None is saved, so that any id is nobody's.
  updateView: and(run, { name: "Renamed" }),
  deleteView: run,
  getRun: run,
  getRunView: run,
  listEvents: run,
  listStepEvents: run,
  streamRun: run,
  getNodeHistory: agent,
  getRunState: (of) => ({ params: { id: of.run, checkpointId: of.checkpoint } }),
  getFlame: agent,
  getFlameTops: (of) => ({ params: { id: of.agent }, query: { path: '["node:start"]' } }),
  getRunTrace: run,
  getRunSpan: (of) => ({ params: { id: of.run }, query: { span: of.span } }),
  getSpanValue: (of) => ({ params: { id: of.run }, query: { span: of.span, part: "output" } }),
  searchSpans: (of) => ({ params: { id: of.run }, query: { text: "none" } }),
  tryModelCall: (of) => ({
    params: { id: of.run },
    body: { span: of.span, model: "offline/offline", messages: [{ role: "user", content: "Hi" }] },
  }),
  listRunFiles: run,
  getRunFile: (of) => ({ params: { id: of.run, fileId: of.file } }),
  forkRun: (of) => ({ params: { id: of.run }, body: { from: { checkpointId: of.checkpoint } } }),
  getBranches: run,
  makeHead: run,
  goOnStopped: and(run, { mode: "continue" }),
  replayRun: and(run, {}),
  listCases: agent,
  createCase: and(run, {}),
  updateCase: and(testCase, { name: "Another name" }),
  deleteCase: testCase,
  runCase: and(testCase, {}),
  requireTests: and(agent, { required: false }),
  exportCases: agent,
  importCases: and(agent, { lines: "\n" }),
  cancelRun: run,
  getInterrupt: interrupt,
  passOnInterrupt: and(interrupt, { to: "nobody@example.com" }),
  commentInterrupt: and(interrupt, { text: "Why so late?" }),
  answerInterrupt: and(interrupt, { answer: "approve" }),
  listAnswerLinks: interrupt,
  createAnswerLink: and(interrupt, { recipient: "Somebody" }),
  withdrawAnswerLink: (of) => ({ params: { id: of.interrupt, linkId: of.link } }),
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
