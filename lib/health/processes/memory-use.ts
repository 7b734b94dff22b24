import { getHeapStatistics } from "node:v8";
import type { ProcessReport } from "./process-report";

/** What this process takes of the machine's memory, in bytes. */
export function memoryUse(): ProcessReport["memory"] {
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heapUsed, external, heapLimit: getHeapStatistics().heap_size_limit, limit: memoryLimit() };
}

/** Without a limit, Node answers with 0 or with a number beyond any machine. */
function memoryLimit(): number | null {
  const limit = process.constrainedMemory();
  return limit > 0 && limit < Number.MAX_SAFE_INTEGER ? limit : null;
}
