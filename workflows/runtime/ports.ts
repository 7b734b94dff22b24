import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Ability } from "@/workflows/catalogue/facts";
import type { EventBody } from "@/workflows/events/event";
import type { PriceUsed } from "@/workflows/events/model-request";
import type { Usage } from "@/workflows/events/usage";
import type { Json, JsonObject } from "@/workflows/graph/json";
import type { Principal } from "@/workflows/graph/principal";
import type { HttpAnswer, HttpCall } from "@/workflows/http/http-call";

export interface ModelSettings {
  temperature?: number;
  maxTokens?: number;
  topP?: number;
  timeoutMs?: number;
  /** How much a reasoning model may think before it answers; without it, as much as it does by itself. */
  reasoning?: ReasoningEffort | undefined;
  /** Asks the provider to keep the beginning of the prompt, where it does so only when asked. */
  cachePrompt?: boolean | undefined;
  /** What it will be shown beside text: a provider that takes none of it says so before the call. */
  shown?: readonly ("image" | "file")[] | undefined;
  /** On whose behalf it is asked, where that is known. */
  person?: string | undefined;
  /** No answer of an earlier call will do. */
  fresh?: boolean | undefined;
}

export type ReasoningEffort = "low" | "medium" | "high";

/**
 * Metadata keys that every resolved chat model carries (`model.metadata`), so that the trace can name and price
 * its calls.
 */
export const modelMetadataKeys = { provider: "signalbox_provider", model: "signalbox_model" } as const;

/** The models behind a name, in the order in which they are asked, and why the first of them is the first. */
export interface ModelLadderOf {
  references: string[];
  because: string;
  /** Those that are not asked, each with why. */
  left?: string[] | undefined;
  /** The next is asked where an answer does not fit, or is less sure than `below`. */
  escalate?: { below?: number | undefined } | undefined;
}

/** The visit of a node that asks a model, and what it will ask as far as that is known before. */
export interface ModelVisit {
  runId: string;
  /** For whom the run is made. */
  onBehalfOf?: Principal | undefined;
  /** When the node's time is over, milliseconds since the epoch. */
  deadline?: number | undefined;
  needs: readonly Ability[];
  /** About how many tokens the model is given. */
  promptTokens?: number | undefined;
  /** How many it may answer with, where the node says so. */
  answerTokens?: number | undefined;
  /** Tells the trace what the call met on its way, such as a wait. */
  log: (level: "info" | "warn", message: string) => void;
}

/** Turns a model reference (`<connectionId>/<model>`, `offline/offline` or `slot/<name>`) into a chat model. */
export interface ModelGateway {
  /** @throws AppError model_not_configured, model_not_allowed */
  resolve(reference: string, settings: ModelSettings, visit?: ModelVisit): Promise<BaseChatModel>;
  /**
   * What a slot stands for; nothing for a reference that is a model's own.
   * @throws AppError model_not_configured, model_not_allowed
   */
  ladder?(reference: string, visit?: ModelVisit): Promise<ModelLadderOf | undefined>;
}

/** Who answers a call, for its span in the trace and its price. */
interface CalledModel {
  provider: string;
  model: string;
}

export interface EmbedCall {
  texts: readonly string[];
  /** What the vectors are for: some models put questions and what answers them near each other. */
  purpose: "document" | "query";
  /** How many numbers a vector has, where the model lets one choose. */
  dimensions?: number | undefined;
  signal?: AbortSignal | undefined;
}

/** A model that turns texts into vectors. */
export interface Embedder extends CalledModel {
  /** The most texts that one call may hold. */
  batch: number;
  /**
   * One vector a text, in the same order; `inputTokens` null where the provider does not say.
   * @throws AppError model_…, circuit_open
   */
  embed(call: EmbedCall): Promise<{ vectors: number[][]; inputTokens: number | null }>;
}

export interface RankCall {
  query: string;
  texts: readonly string[];
  signal?: AbortSignal | undefined;
}

/** A model that scores texts by how well they answer a question. */
export interface Reranker extends CalledModel {
  /** One score a text, in the same order: the higher, the better. @throws AppError model_…, circuit_open */
  rank(call: RankCall): Promise<{ scores: number[]; inputTokens: number | null }>;
}

/** Models that do not chat, by `<connectionId>/<model>` or `offline/offline`. */
export interface TextModelGateway {
  /** @throws AppError model_not_configured, model_not_allowed */
  embedder(reference: string, visit?: ModelVisit): Promise<Embedder>;
  /** @throws AppError model_not_configured, model_not_allowed */
  reranker(reference: string, visit?: ModelVisit): Promise<Reranker>;
}

/** Outgoing HTTP behind the egress guard. */
export interface HttpGateway {
  /** @throws AppError egress_refused, http_failed, http_too_large */
  send(call: HttpCall): Promise<HttpAnswer>;
}

export interface CodeCall {
  /** Body of an async JavaScript function; sees `state` and returns a JSON value. */
  code: string;
  input: Json;
  timeoutMs: number;
  memoryMb: number;
  /** What `fetch` in the code calls through; absent: it has none. */
  http?: HttpGateway | undefined;
  signal: AbortSignal;
}

export interface CodeAnswer {
  value: Json;
  logs: { level: "log" | "warn" | "error"; message: string }[];
}

/** JavaScript without host or clock beyond Date, and without network where the call brings none. */
export interface CodeSandbox {
  /** @throws AppError code_failed, code_timeout, code_memory */
  run(call: CodeCall): Promise<CodeAnswer>;
}

/** What is told of a called run, for the trace of its caller. */
export type ChildReport =
  | { type: "child.started"; data: ChildData<"child.started"> }
  | { type: "child.ended"; data: ChildData<"child.ended"> };
type ChildData<Type extends EventBody["type"]> = Omit<
  Extract<EventBody, { type: Type }>["data"],
  "spanId" | "parentSpanId"
>;

export interface AgentCall {
  slug: string;
  /** A published version; absent: the live one. */
  version?: number | undefined;
  /** A text, for the input that takes one, or the inputs by name. */
  given: { message: string } | { input: JsonObject };
  /** `run:node:visit:call`: made twice, it is one call. */
  callKey: string;
  signal: AbortSignal;
  /** Agents already on the call path, to refuse cycles. */
  depth: number;
  /** From the call to its end, pauses included. */
  timeoutMs?: number | undefined;
  report(report: ChildReport): void;
}

/** The called run pauses, or takes its time: nobody should hold a place while it does. */
export interface ChildWaits {
  runId: string;
  agentName: string;
  /** When the call's time limit is over, milliseconds since the epoch. */
  deadline?: number;
}

/** Another published agent, called as a run of its own. */
export interface AgentGateway {
  /**
   * Waits a short while for the called run's end.
   * @throws AppError not_found, tool_failed, or what the called run failed with
   */
  call(call: AgentCall): Promise<{ runId: string; output: Json } | ChildWaits>;
}

/** A tool of one of the workspace's tool sources, as a person has approved it. */
export interface OpenTool {
  /** By which the source's settings call it. */
  name: string;
  description: string;
  /** JSON schema of an object. */
  parameters: JsonObject;
  /** A call that is made again changes nothing. */
  repeatable: boolean;
  /** Each call waits for a person's word. */
  asks: boolean;
  /** @throws AppError tool_failed, http_failed, egress_refused, circuit_open, rate_limited, forbidden, code_failed */
  call(call: ToolCall): Promise<string>;
}

export interface ToolCall {
  args: JsonObject;
  /** `run:node:visit:call`: made twice, it is one call where the other side knows such keys. */
  callKey: string;
  signal: AbortSignal;
}

/** How a tool is to be used. */
export interface ToolUse {
  /** Of a tool in code; absent: the newest. */
  version?: number | undefined;
  /** For whom: a tool may be kept to some. */
  onBehalfOf?: Principal | undefined;
  /** The run that asks, and the person for whom it is made, where one is known: answers may be kept for them alone. */
  runId?: string | undefined;
  person?: string | undefined;
}

/** The tools that the workspace imported or wrote. */
export interface ToolGateway {
  /** @throws AppError tool_not_configured: there is none, it is turned off, or its change was not approved yet */
  open(id: string, use?: ToolUse): Promise<OpenTool>;
}

export interface SecretGateway {
  /** Plain text of a workspace secret by name. @throws AppError not_found */
  reveal(name: string): Promise<string>;
}

export interface Mail {
  to: readonly string[];
  subject: string;
  text: string;
  /** Stable over every repetition: the message keeps its id. */
  callKey: string;
  signal: AbortSignal;
}

/** E-mail by the workspace's mail server, behind the egress guard. */
export interface MailGateway {
  /** @throws AppError not_found: there is no mail server, egress_refused, mail_failed */
  send(mail: Mail): Promise<void>;
}

export interface SqlCall {
  /** Name of the secret that holds the connection. */
  connection: string;
  /** One statement in the database's own SQL, with its own placeholders. */
  query: string;
  /** For the placeholders, in their order. */
  values: readonly Json[];
  /** Whether it may change something; the connection has to allow it, too. */
  write: boolean;
  maxRows: number;
  maxBytes: number;
  timeoutMs: number;
  signal: AbortSignal;
}

export interface SqlResult {
  rows: JsonObject[];
  /** How many rows it changed. */
  changed: number;
}

/** Databases of the workspace, behind the egress guard. */
export interface SqlGateway {
  /** @throws AppError not_found, invalid_input, forbidden, egress_refused, http_failed, sql_failed, too_large */
  query(call: SqlCall): Promise<SqlResult>;
}

/** Whose file it is: the run's own, its conversation's, or its agent's. */
export interface FilePlace {
  scope: "run" | "thread" | "agent";
  runId: string;
}

/** A change that is made once for its key (`run:node:visit:call`), however often it is asked for. */
export interface FileCall {
  place: FilePlace;
  callKey: string;
}

export interface NewFile {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface FileEntry {
  name: string;
  contentType: string;
  bytes: number;
}

/** Files that nodes write and read. */
export interface FileGateway {
  /** One of the same name is replaced. @throws AppError too_large, unavailable */
  write(call: FileCall, file: NewFile): Promise<void>;
  /** @throws AppError unavailable */
  read(place: FilePlace, name: string): Promise<NewFile | undefined>;
  /** By name. */
  list(place: FilePlace, wish: { prefix: string; limit: number }): Promise<FileEntry[]>;
  /** Whether there was one. */
  delete(call: FileCall, name: string): Promise<boolean>;
}

/** Where another system tells of one event, once. */
export interface EventAddress {
  /** By which a Wait node waits for it. */
  key: string;
  /** Whoever posts JSON there wakes the run. */
  url: string;
}

export interface EventGateway {
  /** @param wish its call key makes it the same address however often it is asked for */
  open(wish: { runId: string; callKey: string; lastsMs: number }): Promise<EventAddress>;
}

/** Whose values they are: those of the conversation, of whoever runs the agent, or of the agent for everybody. */
export const storeScopes = ["thread", "user", "agent"] as const;

export interface StorePlace {
  scope: (typeof storeScopes)[number];
  runId: string;
}

/** A change that is made once for its key (`run:node:visit:call`), however often it is asked for. */
export interface StoreCall {
  place: StorePlace;
  callKey: string;
}

export interface StoredValue {
  key: string;
  value: Json;
}

/** Values that outlive the run, by key, never beyond the workspace. */
export interface StoreGateway {
  get(place: StorePlace, key: string): Promise<Json | undefined>;
  /** By key. @throws AppError too_large */
  list(place: StorePlace, wish: { prefix: string; limit: number }): Promise<StoredValue[]>;
  /** Without `ttlMs` it stays. @throws AppError too_large */
  set(call: StoreCall, put: StoredValue & { ttlMs?: number | undefined }): Promise<void>;
  /** What is not there counts as 0; `ttlMs` begins with the first. @throws AppError node_failed, too_large */
  increment(call: StoreCall, add: { key: string; by: number; ttlMs?: number | undefined }): Promise<number>;
  /** Whether there was something. */
  delete(call: StoreCall, key: string): Promise<boolean>;
}

/** The outside world as a node sees it; one set per run, bound to its workspace. */
/** Personal data that was taken out of texts of a run and may come back into it. It is kept encrypted, as long as the run is. */
export interface PersonalGateway {
  /** A mark for each value; the same for one that the run keeps already. */
  keep(runId: string, values: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** By mark, as far as the run keeps them. @throws AppError unavailable */
  reveal(runId: string, marks: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface NodeServices {
  models: ModelGateway;
  texts: TextModelGateway;
  http: HttpGateway;
  code: CodeSandbox;
  agents: AgentGateway;
  secrets: SecretGateway;
  tools: ToolGateway;
  mail: MailGateway;
  events: EventGateway;
  store: StoreGateway;
  sql: SqlGateway;
  files: FileGateway;
  personal: PersonalGateway;
}

/** What a model call costs, in micro-dollars; null where no price is known. */
export interface PriceGateway {
  price(provider: string, model: string, usage: Usage): number | null;
  /** Micro-dollars per million tokens; nothing where they are unknown. */
  unit?(provider: string, model: string): PriceUsed | undefined;
}
