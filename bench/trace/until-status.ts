import type { Session } from "@/e2e/fixtures/session";
import { getRun, type RunSummary } from "@/lib/api/contract/runs";

/** Waits for a run to come to a status. @throws where it comes to another at which it stays */
export async function untilStatus(person: Session, id: string, wanted: RunSummary["status"]): Promise<void> {
  for (;;) {
    const { status } = await person.call(getRun, { params: { id } });
    if (status === wanted) return;
    if (status !== "running" && status !== "pending") throw new Error(`The run is ${status}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
