import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/**
 * Ids of spans and traces as W3C and OTLP want them, made of the run's own: whoever computes them, before or after,
 * here or in another process, comes to the same ones. What is sent twice is therefore the same span.
 */
const digest = (text: string, bytes: number) => bytesToHex(sha256(utf8ToBytes(text))).slice(0, 2 * bytes);

/** The trace of a run that nobody else's trace contains. */
export const traceIdOf = (runId: string): string => digest(`trace ${runId}`, 16);

/** The span of a run as a whole. */
export const runSpanIdOf = (runId: string): string => digest(`run ${runId}`, 8);

/** A span inside a run, by the id that it has there. */
export const spanIdOf = (runId: string, spanId: string): string => digest(`span ${runId} ${spanId}`, 8);
