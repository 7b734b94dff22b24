import { AsyncLocalStorage } from "node:async_hooks";
import { plainCodec, type VisitRecorder } from "./visit-recorder.server";

/** Services are shared by all runs of a workspace: what a call belongs to is known from where it was made. */
const visits = new AsyncLocalStorage<VisitRecorder | undefined>();

/** Makes everything that happens inside part of a visit. */
export function duringVisit<Result>(recorder: VisitRecorder | undefined, work: () => Result): Result {
  return visits.run(recorder, work);
}

/** Whose call this is; nothing outside of recorded runs. */
export function currentVisit(): VisitRecorder | undefined {
  return visits.getStore();
}

/** What the clock says, milliseconds since the epoch: in a replay, what it said then. */
export function visitNow(): number {
  const make = () => Date.now();
  return (
    currentVisit()?.value({ kind: "clock", target: "", request: null }, make, plainCodec<number>()) ?? make()
  );
}

/** What was drawn by lot: in a replay, what was drawn then. */
export function visitDraw(request: unknown, draw: () => string): string {
  const visit = currentVisit();
  return visit ? visit.value({ kind: "random", target: "", request }, draw, plainCodec<string>()) : draw();
}
