/** What every dialect has in common, so that one script answers OpenAI's, Anthropic's and Google's clients. */

export interface WireMessage {
  role: "system" | "user" | "assistant" | "tool";
  text: string;
}

export interface WireRequest {
  dialect: DialectName;
  /** Number of the request on this server; answers carry it in their ids. */
  number: number;
  model: string;
  stream: boolean;
  /** OpenAI reports usage of a stream only when asked to. */
  wantsUsage: boolean;
  messages: WireMessage[];
  tools: string[];
  /** Whether an answer by JSON schema was asked for. */
  wantsJson: boolean;
  key: string;
  /** The body as it was sent. */
  body: unknown;
}

export type DialectName =
  | "openai-chat"
  | "openai-responses"
  | "azure"
  | "mistral"
  | "anthropic"
  | "google"
  | "bedrock"
  | "ollama"
  | "openai-embeddings"
  | "azure-embeddings"
  | "mistral-embeddings"
  | "google-embeddings"
  | "ollama-embeddings"
  | "bedrock-embeddings"
  | "bedrock-rerank"
  | "vertex-embeddings"
  | "cohere-rerank"
  | "llama-stack-rerank";

export interface WireToolCall {
  id: string;
  name: string;
  args: unknown;
}

/** Where an answer goes wrong, counted in tokens. */
export interface WireFault {
  /** `cut`: the socket closes. `silence`: nothing more comes. `garbage`: a line that is no JSON. `end`: a clean end. */
  kind: "cut" | "silence" | "garbage" | "end";
  after: number;
}

export interface WireAnswer {
  text: string;
  toolCalls: WireToolCall[];
  usage: { input: number; output: number; cached: number; cacheWrites: number };
  fault?: WireFault;
  tokensPerSecond?: number;
}

export interface WireError {
  status: number;
  message: string;
  retryAfterSeconds?: number;
}

export type Script = (request: WireRequest) => WireAnswer | WireError;

export interface Frame {
  /** One event of the stream, as the dialect frames it. */
  text: string | Uint8Array;
  /** Paced and counted; framing around it is not. */
  isToken: boolean;
}

/** One provider's way to say it. */
export interface Dialect {
  name: DialectName;
  /** Of its streams, where they are no server-sent events. */
  streamType?: string;
  /** Null when the request is not this dialect's. */
  read(path: string, headers: Headers, body: unknown, search: string): Omit<WireRequest, "number"> | null;
  whole(request: WireRequest, answer: WireAnswer): unknown;
  frames(request: WireRequest, answer: WireAnswer): Frame[];
  error(error: WireError): unknown;
}

/** Words with the space before them, the way tokenizers cut. */
export function tokens(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

/** One server-sent event. */
export function event(data: unknown, name?: string): string {
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${JSON.stringify(data)}\n\n`;
}
