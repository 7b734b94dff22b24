/** What a workspace has set up beside its graphs. Names alone: no key and no secret is ever in here. */
export interface Configured {
  /** Model connections by id; `ready`: what their provider needs is there. */
  connections: { id: string; name: string; ready: boolean }[];
  /** Short names of the agents that are published. */
  agents: string[];
  secrets: string[];
}
