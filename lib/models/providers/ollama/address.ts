/** The address of a server without the paths that people copy along with it. */
export function ollamaBase(baseUrl: string | null): string {
  return (baseUrl ?? "http://localhost:11434").replace(/\/+(api\/?|v1\/?)?$/, "");
}
