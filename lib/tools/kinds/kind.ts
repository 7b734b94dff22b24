import type { OAuthClientProvider } from "@modelcontextprotocol/client";
import type { SourceKindName, SourceSettings } from "@/lib/api/contract/tools";
import type { Fetch } from "@/lib/egress/guarded-fetch";
import type { CodeSandbox, HttpGateway, ToolCall } from "@/workflows/runtime/ports";
import type { ToolContract } from "../contract";
import type { Credentials } from "../credentials";
import type { McpCommands } from "./mcp/command-settings";

/** A tool that could be imported. */
export interface Offer {
  /** By which the source knows it: the same as long as it is the same operation. */
  key: string;
  /** A wish; made valid and unique where it is taken over. */
  name: string;
  group: string;
  title: string;
  contract: ToolContract;
}

/** All that a source has. */
export interface Catalogue {
  title: string;
  version: string | null;
  /** What it says calls begin with. */
  address: string | null;
  offers: Offer[];
  /** What could not be read or taken over. */
  notes: string[];
}

/** How a source is reached: through the egress guard and its breakers, with what it knows us by. */
export interface Reach {
  http: HttpGateway;
  fetch: Fetch;
  credentials: Credentials;
  /** For code that people of the workspace wrote. */
  sandbox: CodeSandbox;
  /** Where the source is signed in at by OAuth. */
  signIn?: OAuthClientProvider;
  /** Programs that the operator lets be started, by name. */
  commands: McpCommands;
  /** Told what such a program said of itself, once it has ended. */
  onStderr: (text: string) => void;
}

export interface KindCall extends ToolCall {
  timeoutMs: number;
}

/** One kind of tool sources. */
export interface SourceKind {
  kind: SourceKindName;
  /** A source that may change from one call to the next is asked again what it has, this long after the last time. */
  recheckMs?: number;
  /** What must be known before it can be called. @throws AppError invalid_input naming the field */
  check(settings: SourceSettings): void;
  /**
   * @param document the description, where it was pasted
   * @throws AppError invalid_input, http_failed, egress_refused
   */
  discover(settings: SourceSettings, document: string | null, reach: Reach): Promise<Catalogue>;
  /** @throws AppError tool_failed, http_failed, egress_refused, circuit_open */
  call(settings: SourceSettings, tool: ToolContract, call: KindCall, reach: Reach): Promise<string>;
}
