import { AsyncLocalStorageProviderSingleton as provider } from "@langchain/core/singletons";

/**
 * Does work that is measured as LangChain stands, without what Signalbox changes of it in a process
 * (workflows/runtime/lean-context.server.ts). Nothing of Signalbox may run meanwhile.
 */
export async function withStockContext<Value>(work: () => Promise<Value>): Promise<Value> {
  const ours = Object.getOwnPropertyDescriptor(provider, "runWithConfig");
  Reflect.deleteProperty(provider, "runWithConfig");
  try {
    return await work();
  } finally {
    if (ours) Object.defineProperty(provider, "runWithConfig", ours);
  }
}
