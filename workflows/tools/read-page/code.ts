import { literal } from "@/workflows/code/write/literal";
import type { WriteTool } from "@/workflows/code/write/scope";
import { toolCode } from "../tool-code";
import { type ReadPageConfig, readPageDefinition } from "./definition";

export const writeReadPage: WriteTool<ReadPageConfig> = (config, scope) => {
  scope.use("./lib/request", "request");
  scope.use("./lib/tools/read-page/read-page", "readPage");
  scope.use("zod", "z");
  scope.note(
    "Its tool “read_page” calls whatever address the model gives, without the workspace's lists of hosts.",
  );
  const { hosts, maxChars, timeoutMs } = config;
  const send = `(call) => request({ ...call, timeoutMs: ${timeoutMs}, maxBytes: 2_000_000, signal: config.signal })`;
  return toolCode(readPageDefinition, config, scope, {
    handler: `({ url }) => readPage(${literal({ hosts, maxChars })}, url, ${send})`,
    schema: 'z.object({ url: z.string().max(2_000).describe("The whole address, with https://") })',
  });
};
