/**
 * What becomes of a run that is started on a thread which is still at work or waits for a person, by the names of
 * LangGraph's server: it is refused; it waits until the thread is free; the work stops where it stands and the run goes
 * on from there; the work is undone and the run starts from the state before it.
 */
export const multitaskStrategies = ["reject", "enqueue", "interrupt", "rollback"] as const;
export type MultitaskStrategy = (typeof multitaskStrategies)[number];
