import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";

// An MCP server that is a command: a process of its own, started by tests.
console.error("stdio server is up");
if (process.argv.includes("--broken")) {
  console.error("No license found");
  process.exit(3);
}

serveStdio(() => {
  const server = new McpServer({ name: "files", version: "1.0.0" });
  server.registerTool("whoami", { description: "Tells its process and environment." }, async () => ({
    content: [
      {
        type: "text",
        text: JSON.stringify({
          pid: process.pid,
          token: process.env.FILES_TOKEN ?? null,
          secret: process.env.UNNAMED ?? null,
        }),
      },
    ],
  }));
  server.registerTool("hang", { description: "Never answers." }, () => new Promise(() => {}));
  server.registerResource(
    "notes",
    "file:///notes.txt",
    { title: "Notes", description: "What to remember" },
    async (uri) => ({
      contents: [{ uri: uri.href, text: "Buy milk" }],
    }),
  );
  server.registerPrompt(
    "review",
    {
      description: "How to review.",
      argsSchema: z.object({ topic: z.string().describe("What is reviewed") }),
    },
    ({ topic }) => ({
      messages: [{ role: "user", content: { type: "text", text: `Review ${topic} with care.` } }],
    }),
  );
  return server;
});
