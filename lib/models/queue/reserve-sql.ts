/**
 * Promises a call its time under the limits of its connection, by the database's clock. The lock on the row decides who
 * came first; whoever comes later gets a later time. Nothing is promised where it would be later than asked for.
 * $1 connection, $2/$3 ms that requests/tokens may be ahead, $4/$5 ms by which the call moves them on, $6 longest wait ms
 */
export const reserveSql = `
with queue as (
  select * from model_queues where connection_id = $1 for update
), due as (
  select queue.*, clock.at,
    greatest(clock.at, held_until,
      requests_until - $2 * interval '1 millisecond', tokens_until - $3 * interval '1 millisecond') as start
  from queue, lateral (select clock_timestamp() as at where queue.connection_id is not null) clock
), promised as (
  update model_queues m set
    requests_until = greatest(due.requests_until, due.start) + $4 * interval '1 millisecond',
    tokens_until = greatest(due.tokens_until, due.start) + $5 * interval '1 millisecond'
  from due where m.connection_id = due.connection_id and due.start <= due.at + $6 * interval '1 millisecond'
  returning 1
)
select (extract(epoch from due.start - due.at) * 1000)::float8 as "waitMs", due.shifted_ms as "shiftedMs",
  exists (select from promised) as promised
from due`;

/** The first call under a limit makes the row; a connection that is gone gets none. */
export const openSql = `
insert into model_queues (connection_id, requests_until, tokens_until, held_until)
select id, now(), now(), now() from model_connections where id = $1
on conflict (connection_id) do nothing`;

/** By how much those that wait were put off since they were promised their time. */
export const shiftSql = `select shifted_ms as "shiftedMs" from model_queues where connection_id = $1`;

/** Gives back what was promised and not used, or takes what was used beyond it. $2 requests' ms, $3 tokens' ms */
export const settleSql = `
update model_queues set
  requests_until = requests_until + $2 * interval '1 millisecond',
  tokens_until = tokens_until + $3 * interval '1 millisecond'
where connection_id = $1`;

/**
 * The provider wants no calls for $2 ms: everything that was promised moves back by what that is more than it asked for
 * before, so that all keep their order and their distance.
 */
export const holdSql = `
with held as (
  select connection_id, clock_timestamp() + $2 * interval '1 millisecond' as until,
    greatest(interval '0', clock_timestamp() + $2 * interval '1 millisecond' - greatest(held_until, clock_timestamp()))
      as more
  from model_queues where connection_id = $1 for update
)
update model_queues m set
  shifted_ms = m.shifted_ms + extract(epoch from held.more) * 1000,
  requests_until = m.requests_until + held.more,
  tokens_until = m.tokens_until + held.more,
  held_until = greatest(m.held_until, held.until)
from held where m.connection_id = held.connection_id`;
