import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createMcpHandler, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";

export interface TestMcpServer {
  /** Where it takes messages. */
  address: string;
  /** What the next session is told; whoever changes it is a server that changes its mind. */
  said: { description: string; legacy: boolean };
  /** What the tools were called with. */
  calls: unknown[];
  /** Headers of what was asked, and by which method. */
  requests: { method: string; headers: Record<string, string> }[];
  close(): Promise<void>;
}

/** A real MCP server on loopback. */
export async function startMcpServer(): Promise<TestMcpServer> {
  const server: Omit<TestMcpServer, "address" | "close"> = {
    said: { description: "Adds two numbers.", legacy: false },
    calls: [],
    requests: [],
  };
  const make = () => toolsOf(server);
  const [modern, both] = [createMcpHandler(make, { legacy: "reject" }), createMcpHandler(make)];
  const listener = getRequestListener((request) => {
    server.requests.push({ method: request.method, headers: Object.fromEntries(request.headers) });
    if (request.headers.get("authorization") !== "Bearer t0ken")
      return new Response("Who are you, t0ken?", { status: 401 });
    return (server.said.legacy ? both : modern).fetch(request);
  });
  const http = createServer((request, response) => void listener(request, response));
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  // A server that listens on a port has an address of this kind.
  const { port } = http.address() as AddressInfo;
  return {
    ...server,
    address: `http://127.0.0.1:${port}/mcp`,
    async close() {
      await Promise.all([modern.close(), both.close()]);
      http.closeAllConnections();
      await new Promise((done) => http.close(done));
    },
  };
}

function toolsOf({ said, calls }: Pick<TestMcpServer, "said" | "calls">): McpServer {
  const server = new McpServer({ name: "sums", title: "Sums", version: "3.1.0" });
  const both = z.object({ a: z.number(), b: z.number().describe("The other one") });
  server.registerTool(
    "add",
    { title: "Add", description: said.description, inputSchema: both, annotations: { readOnlyHint: true } },
    async ({ a, b }) => {
      calls.push({ a, b });
      return { content: [{ type: "text", text: String(a + b) }] };
    },
  );
  server.registerTool("fail", { description: "Fails." }, async () => ({
    content: [{ type: "text", text: "It is broken" }],
    isError: true,
  }));
  server.registerTool("draw", { description: "Draws." }, async () => ({
    content: [
      { type: "image", data: "AAAA", mimeType: "image/png" },
      { type: "resource", resource: { uri: "file:///a.txt", text: "A file" } },
    ],
  }));
  return server;
}
