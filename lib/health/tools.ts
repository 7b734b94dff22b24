import type { CodeSandboxPool } from "@/lib/sandbox/code-sandbox";
import { type Finding, messageOf } from "./checks";
import { withPatience } from "./patience";

/** A trivial call takes some milliseconds, and a new thread some more. */
const sandboxMs = 1_500;

/** What code nodes need: the sandbox of this process answers a trivial call. One that is busy is well. */
export async function checkSandbox(sandbox: CodeSandboxPool): Promise<Finding> {
  const { threads, busy } = sandbox.status();
  if (busy >= threads) return { check: "sandbox", found: "ok" };
  const signal = AbortSignal.timeout(sandboxMs);
  const call = { code: "return 1", input: {}, timeoutMs: sandboxMs, memoryMb: 64, signal };
  try {
    await withPatience(sandbox.run(call), sandboxMs);
    return { check: "sandbox", found: "ok" };
  } catch (error) {
    const found = `Code nodes cannot run here: ${messageOf(error)}`;
    return { check: "sandbox", found, action: "Restart this process." };
  }
}
