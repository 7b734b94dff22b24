import type { z } from "zod";
import type { RunRequest } from "@/lib/runs/service/create-run";
import { AppError } from "@/workflows/errors/app-error";
import type { chatApi } from "../contract";

type Asked = Pick<z.infer<typeof chatApi.callAgent.body>, "priority" | "afterSeconds" | "runAfter">;

/**
 * When a run is to start, and what it goes before.
 * @throws AppError invalid_input
 */
export function scheduleOf({
  priority,
  afterSeconds,
  runAfter,
}: Asked): Pick<RunRequest, "priority" | "runAfter"> {
  if (afterSeconds === undefined)
    return { priority, runAfter: runAfter === undefined ? undefined : { at: runAfter } };
  if (runAfter === undefined) return { priority, runAfter: { seconds: afterSeconds } };
  throw new AppError("invalid_input", "A run starts after some seconds or at a time, not both.", {
    field: "runAfter",
  });
}
