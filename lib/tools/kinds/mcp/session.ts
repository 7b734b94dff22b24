import {
  Client,
  OAuthError,
  ProtocolError,
  SdkHttpError,
  StreamableHTTPClientTransport,
  UnauthorizedError,
} from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { SourceSettings } from "@/lib/api/contract/tools";
import { AppError, isAppError } from "@/workflows/errors/app-error";
import { redact } from "@/workflows/http/secrets.server";
import type { Reach } from "../kind";
import { commandNamed } from "./commands";
import { lastWords } from "./last-words";

interface SessionOptions {
  timeoutMs: number;
  signal?: AbortSignal;
}

/** As servers know us. */
const ourName = { name: "signalbox", version: "1" };

/**
 * Talks to an MCP server and lets it go again. Every request goes through the guarded fetch; what the server asks of us
 * (sampling, elicitation, roots) is not offered, so that it can start nothing here.
 * @throws AppError tool_failed, egress_refused, http_failed, circuit_open
 */
export async function withServer<Answer>(
  settings: SourceSettings,
  reach: Reach,
  { timeoutMs, signal }: SessionOptions,
  talk: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  if (settings.command)
    return withCommand(settings.command, reach, { timeoutMs, ...(signal && { signal }) }, talk);
  const { fetch, credentials, signIn } = reach;
  const url = new URL(settings.address ?? "");
  for (const [name, value] of credentials.query) url.searchParams.set(name, value);
  const refused: { by?: AppError } = {};
  const watched: typeof fetch = async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (error) {
      // The SDK wraps what fetch throws; who reads it should see what the guard said.
      if (isAppError(error)) refused.by = error;
      throw error;
    }
  };
  const transport = new StreamableHTTPClientTransport(url, {
    fetch: watched,
    requestInit: { headers: credentials.headers },
    onInsufficientScope: "throw",
    ...(signIn && { authProvider: signIn }),
    // A call that broke off is not made again behind the run's back.
    reconnectionOptions: {
      maxRetries: 0,
      initialReconnectionDelay: 1_000,
      maxReconnectionDelay: 1_000,
      reconnectionDelayGrowFactor: 1,
    },
  });
  const client = new Client(ourName, { versionNegotiation: { mode: "auto" } });
  try {
    await client.connect(transport, { timeout: timeoutMs, ...(signal && { signal }) });
    return await talk(client);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw problemOf(refused.by ?? error, url.host, credentials.secrets);
  } finally {
    // Servers of the 2025 revision may keep a session for us until they are told.
    if (transport.sessionId) await transport.terminateSession().catch(() => {});
    await client.close().catch(() => {});
  }
}

/**
 * A process of its own for each session, which ends with it: closed in order, and killed where it does not go. What it said
 * on stderr is told where the session fails.
 */
async function withCommand<Answer>(
  name: string,
  { commands, onStderr }: Reach,
  { timeoutMs, signal }: SessionOptions,
  talk: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const transport = new StdioClientTransport(commandNamed(commands, name));
  const said = lastWords(transport.stderr);
  // To ask which revision it speaks would take a process more each time; all speak that of 2025.
  const client = new Client(ourName);
  try {
    await client.connect(transport, { timeout: timeoutMs, ...(signal && { signal }) });
    return await talk(client);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (isAppError(error)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof ProtocolError) throw new AppError("tool_failed", why.slice(0, 500));
    const words = said().slice(-300);
    throw new AppError(
      "http_failed",
      `The command “${name}” failed: ${why.slice(0, 300)}${words ? ` It said: ${words}` : ""}`,
      {
        hint: "Whoever operates this installation looks at the command in MCP_COMMANDS.",
        data: { code: "mcp" },
      },
    );
  } finally {
    await client.close().catch(() => {});
    onStderr(said());
  }
}

function problemOf(error: unknown, host: string, secrets: Record<string, string>): AppError {
  const said = redact(error instanceof Error ? error.message : String(error), secrets).slice(0, 500);
  if (isAppError(error)) return new AppError(error.code, said, error.details);
  if (error instanceof UnauthorizedError || error instanceof OAuthError) {
    return new AppError("tool_not_configured", `Nobody is signed in at ${host} any more: ${said}`, {
      hint: "An administrator signs in again under Settings → Tools.",
    });
  }
  // It answered, by its own protocol, with a refusal.
  if (error instanceof ProtocolError) return new AppError("tool_failed", said);
  return new AppError("http_failed", `${host} did not answer as an MCP server does: ${said}`, {
    hint: "Check the address and the sign-in of the server under Settings → Tools.",
    data: error instanceof SdkHttpError ? { status: error.status } : { code: "mcp" },
  });
}
