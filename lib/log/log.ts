import { type Logger, type LoggerOptions, pino } from "pino";
import { cleanLine } from "./clean-line";
import { logContext } from "./context";

export type Log = Logger;

interface LogOptions {
  /** For people who look at it as it comes; a program reads JSON. */
  pretty?: boolean;
  /** Where lines go; absent: standard output. */
  write?: (line: string) => void;
}

/**
 * One JSON object a line: `level`, `time`, `msg`, and what it belongs to (`requestId`, `runId`, `threadId`,
 * `workspaceId`, `agentId`, `traceId`, `spanId`). Secrets and personal data are taken out of every line.
 */
export function createLog(level: string, { pretty = false, write }: LogOptions = {}): Log {
  const options: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: logContext,
    // What a line says itself goes before where it was written.
    mixinMergeStrategy: (said, context) => ({ ...context, ...said }),
    hooks: { streamWrite: cleanLine },
  };
  if (pretty) return pino({ ...options, transport: { target: "pino-pretty" } });
  const lines = { ...options, formatters: { level: (label: string) => ({ level: label }) } };
  return write ? pino(lines, { write }) : pino(lines);
}
