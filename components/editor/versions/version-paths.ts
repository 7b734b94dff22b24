/** A side of a comparison: the draft, or a version by its number. */
export type Side = "draft" | number;

/** Where a version is looked at. */
export function versionPath(agentId: string, number: number): string {
  return `/agents/${agentId}/publish/versions/${number}`;
}

/** Where two graphs of an agent are compared. */
export function comparePath(agentId: string, from: Side, to: Side): string {
  return `/agents/${agentId}/publish/compare?from=${from}&to=${to}`;
}
