import { createServer } from "node:http";
import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
import { openMigratedDatabase } from "@/lib/db/connect";
import { checkpointSchema } from "@/lib/db/migrate";
import { parseEnv } from "@/lib/env";
import { createLog } from "@/lib/log/log";
import { bareChat } from "../engine/bare";

/**
 * What one would write by hand: LangGraph with its own saver behind HTTP, text as server-sent events. No accounts, no
 * queue, no record but the checkpoints. `tsx bare-server.ts <data folder> <model's base URL> <model>`; prints its URL.
 */
const [dataDir = "", baseUrl = "", model = ""] = process.argv.slice(2);
const env = parseEnv({ DATA_DIR: dataDir, NODE_ENV: "production" });
const database = await openMigratedDatabase(env, createLog("warn"));
const chat = bareChat(
  new PostgresSaver(database.pool, undefined, { schema: checkpointSchema }),
  baseUrl,
  model,
);

const server = createServer(async (request, response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const threadId = new URL(request.url ?? "/", "http://bare").searchParams.get("thread") ?? "";
  try {
    await chat(threadId, (text) => response.write(`data: ${JSON.stringify(text)}\n\n`));
    response.end();
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    response.destroy();
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
process.once("SIGTERM", async () => {
  server.close();
  await database.close();
  process.exit(0);
});
