import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { Hono } from "hono";

/** An MCP server that lets in whoever its authorization server beside it gave a token: RFC 9728, 8414, 7591, 7636, 6749. */
export interface TestOAuthServer {
  address: string;
  /** Tokens that count now; taken away, they are refused and have to be renewed. */
  tokens: Set<string>;
  /** How often each kind of grant was asked for. */
  granted: string[];
  close(): Promise<void>;
}

export async function startOAuthServer(): Promise<TestOAuthServer> {
  const tokens = new Set<string>();
  const refreshes = new Set<string>();
  const granted: string[] = [];
  const clients = new Map<string, string[]>();
  const codes = new Map<string, { challenge: string; redirect: string; client: string }>();
  const app = new Hono();
  const own = { origin: "" };
  const fresh = () => randomBytes(12).toString("base64url");

  app.get("/.well-known/oauth-protected-resource/mcp", (context) =>
    context.json({ resource: `${own.origin}/mcp`, authorization_servers: [own.origin] }),
  );
  app.get("/.well-known/oauth-authorization-server", (context) =>
    context.json({
      issuer: own.origin,
      authorization_endpoint: `${own.origin}/authorize`,
      token_endpoint: `${own.origin}/token`,
      registration_endpoint: `${own.origin}/register`,
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token"],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none"],
    }),
  );
  app.post("/register", async (context) => {
    const asked = await context.req.json();
    const id = fresh();
    clients.set(id, asked.redirect_uris);
    return context.json({ ...asked, client_id: id }, 201);
  });
  app.get("/authorize", (context) => {
    const query = context.req.query();
    const { client_id: client = "", redirect_uri: redirect = "", code_challenge: challenge = "" } = query;
    if (!clients.get(client)?.includes(redirect) || query.code_challenge_method !== "S256")
      return context.text("Who are you?", 400);
    const code = fresh();
    codes.set(code, { challenge, redirect, client });
    const back = new URL(redirect);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.state ?? "");
    return context.redirect(back.href);
  });
  app.post("/token", async (context) => {
    const form = await context.req.parseBody();
    const kind = typeof form.grant_type === "string" ? form.grant_type : "";
    granted.push(kind);
    if (!isAllowed(form))
      return context.json({ error: "invalid_grant", error_description: "It is used up" }, 400);
    const [access, refresh] = [fresh(), fresh()];
    tokens.add(access);
    refreshes.add(refresh);
    return context.json({
      access_token: access,
      token_type: "Bearer",
      expires_in: 3600,
      refresh_token: refresh,
    });
  });
  const isAllowed = (form: Record<string, unknown>): boolean => {
    if (form.grant_type === "refresh_token") return refreshes.delete(String(form.refresh_token));
    const code = codes.get(String(form.code));
    codes.delete(String(form.code));
    const challenge = createHash("sha256").update(String(form.code_verifier)).digest("base64url");
    return code !== undefined && code.challenge === challenge && code.redirect === form.redirect_uri;
  };
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: "vault", title: "Vault", version: "1.0.0" });
    server.registerTool(
      "open",
      { description: "Opens the vault.", annotations: { readOnlyHint: true } },
      async () => ({
        content: [{ type: "text", text: "gold" }],
      }),
    );
    return server;
  });
  app.all("/mcp", async (context) => {
    const token = context.req.header("authorization")?.replace(/^Bearer /, "") ?? "";
    if (tokens.has(token)) return handler.fetch(context.req.raw);
    const where = `${own.origin}/.well-known/oauth-protected-resource/mcp`;
    return context.text("Sign in first", 401, { "www-authenticate": `Bearer resource_metadata="${where}"` });
  });

  const http = createServer((request, response) => void getRequestListener(app.fetch)(request, response));
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  // A server that listens on a port has an address of this kind.
  const { port } = http.address() as AddressInfo;
  own.origin = `http://127.0.0.1:${port}`;
  return {
    address: `${own.origin}/mcp`,
    tokens,
    granted,
    async close() {
      await handler.close();
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}
