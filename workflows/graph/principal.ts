/** For whom a run is made: a member by role, an API key, or somebody on a public page. */
export const principals = ["admin", "developer", "analyst", "viewer", "key", "visitor"] as const;
export type Principal = (typeof principals)[number];

const names: Record<Principal, string> = {
  admin: "administrators",
  developer: "developers",
  analyst: "analysts",
  viewer: "viewers",
  key: "API keys",
  visitor: "visitors of public pages",
};

/** Several of them in words. */
export function principalNames(some: readonly Principal[]): string {
  return new Intl.ListFormat("en").format(some.map((one) => names[one]));
}
