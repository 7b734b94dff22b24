import { MiddlewareError } from "langchain";

/**
 * What was thrown first. LangChain wraps what a model throws once for each middleware around its calls, and keeps
 * neither the code nor how long the other side asked to be left alone.
 */
export function thrownFirst(error: unknown): unknown {
  return MiddlewareError.isInstance(error) && error.cause instanceof Error ? thrownFirst(error.cause) : error;
}
