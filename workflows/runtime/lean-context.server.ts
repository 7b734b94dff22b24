import { AsyncLocalStorageProviderSingleton as provider } from "@langchain/core/singletons";

/** Where LangChain looks for the config of the runnable around, and for context variables. */
const configKey = Symbol.for("lc:child_config");
const variablesKey = Symbol.for("lc:context_variables");

/**
 * LangChain carries the config of a runnable to those inside it in LangSmith's run tree. It makes one for every call,
 * with a random id and a date text, also where nothing is sent to LangSmith: a tenth of what a graph of ten nodes takes.
 * From here on the config travels in a plain object under the same keys (`@langchain/core` 1.2,
 * singletons/async_local_storage). Not to be called where LangSmith traces: its own nesting needs the run tree. Nor does
 * a node that sets a context variable itself keep its config; none here does.
 * @returns gives LangChain its own way back
 */
export function leanContext(): () => void {
  provider.runWithConfig = (config, callback, avoidCreatingRootRunTree) => {
    const storage = provider.getInstance();
    const variables: unknown = storage.getStore()?.[variablesKey];
    const carried = {
      ...(!avoidCreatingRootRunTree && { extra: { [configKey]: config } }),
      ...(variables !== undefined && { [variablesKey]: variables }),
    };
    const isEmpty = avoidCreatingRootRunTree && variables === undefined;
    return storage.run(isEmpty ? undefined : carried, callback);
  };
  // LangChain's own is the class's.
  return () => void Reflect.deleteProperty(provider, "runWithConfig");
}

/** @param environment variables of the process, in LangSmith's present and its former spelling */
export function tracesToLangSmith(environment: Readonly<Record<string, string | undefined>>): boolean {
  const names = ["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING"];
  return names.some((name) => environment[name] === "true");
}
