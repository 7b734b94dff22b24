import type { OpenTool, ToolGateway, ToolUse } from "@/workflows/runtime/ports";
import { recorded } from "./recorded.server";

/** A tool of the workspace, with a recording in between: that it is there, and what its calls come to. */
export async function recordedOpenTool(
  tools: ToolGateway,
  id: string,
  use: ToolUse | undefined,
): Promise<OpenTool> {
  let open: OpenTool | undefined;
  const request = { id, version: use?.version };
  const facts = await recorded({ kind: "tool-opened", target: id, request }, async () => {
    open = await tools.open(id, use);
    const { name, description, parameters, repeatable, asks } = open;
    return { name, description, parameters, repeatable, asks };
  });
  return {
    ...facts,
    call: (call) =>
      recorded(
        { kind: "tool", target: id, request: { id, args: call.args, callKey: call.callKey } },
        async () => {
          // A replay that goes on live opens the tool when it first needs it.
          open ??= await tools.open(id, use);
          return open.call(call);
        },
      ),
  };
}
