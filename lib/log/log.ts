import { type Logger, pino } from "pino";

export type Log = Logger;

/** Values that never reach a log, wherever an object carries them. */
const secretFields = ["authorization", "cookie", "password", "apiKey", "secret", "token"];

/** One JSON object a line on standard output; the message is the last argument. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: undefined,
    redact: secretFields.flatMap((field) => [field, `*.${field}`]),
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
