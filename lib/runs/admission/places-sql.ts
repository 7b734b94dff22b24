import { createHash } from "node:crypto";

/** First key of the advisory locks that guard a workspace's places. */
const lockClass = 1_936_288_888;

const lockKey = (workspaceId: string) => createHash("sha256").update(workspaceId).digest().readInt32LE(0);

/**
 * Taken, until the transaction ends, by whoever takes a place where there is plenty of room. Such takers don't hinder
 * one another, and `allPlaces` waits for them. Free of parameters, so that it can travel with BEGIN.
 */
export const onePlace = (workspaceId: string) =>
  `select pg_advisory_xact_lock_shared(${lockClass}, ${lockKey(workspaceId)})`;

/** Taken by whoever counts a workspace's places exactly and gives out the last ones. */
export const allPlaces = (workspaceId: string) =>
  `select pg_advisory_xact_lock(${lockClass}, ${lockKey(workspaceId)})`;

/**
 * A run that holds a place: at work or next in the queue. Runs that another run calls ride on their caller's place,
 * or callers would wait for ever for a place that they hold themselves.
 */
export const holdsPlace = (run: string) =>
  `${run}.status in ('pending', 'running') and ${run}.held is null and ${run}.parent_run_id is null`;

/** A run that was accepted and is held back. One that was stopped meanwhile may still say that it was. */
export const waitsInLine = (run: string) => `${run}.held is not null and ${run}.status = 'pending'`;

/**
 * Whether a run may simply go into the queue: null, or 'limit' where a limit may be near and places have to be
 * counted exactly (`releaseHeld`). Every other taker in this moment has a connection of its own, so with as many
 * places left as the server allows connections nobody has to wait for anybody. Who waits already goes first.
 * Needs the lock `onePlace`, taken by an earlier statement.
 * @param workspace, agent, running SQL expressions: ids, and the installation's limit
 */
export const heldByLimit = (workspace: string, agent: string, running: string) => `(
  select 'limit' from (
    select w.id, coalesce((w.run_limits->>'running')::int, ${running}) - current_setting('max_connections')::int as room
    from workspaces w where w.id = ${workspace}
  ) of_workspace
  where exists (select 1 from agents a where a.id = ${agent} and a.run_limits ? 'running')
    or exists (select 1 from runs h where h.workspace_id = of_workspace.id and h.held = 'limit')
    or (
      select count(*) from (
        select 1 from runs p where p.workspace_id = of_workspace.id and ${holdsPlace("p")} limit greatest(room, 0)
      ) taken
    ) >= room
)`;
