/** Where the documentation of all node types stands. */
export const typesPath = "/nodes";

/** Where that of one type stands. */
export function typePath(type: string): string {
  return `${typesPath}/${type}`;
}
