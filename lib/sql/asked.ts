import type { SqlCall } from "@/workflows/runtime/ports";

/** What a driver needs to know of a call. */
export type Asked = Pick<SqlCall, "query" | "values" | "timeoutMs" | "write" | "maxRows" | "maxBytes">;
