import { settable } from "@/components/editor/breakpoints/breakpoint-list";
import type { BreakpointsStore } from "@/components/editor/breakpoints/breakpoints-context";
import type { OpenEditor } from "@/components/editor/store/use-open-editor";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/api/client/call";
import { createTestRun } from "@/lib/api/contract/runs";
import type { DockStore } from "./dock/dock-store";
import { chatChannel, runInputs } from "./input/run-inputs";
import { inputOf, obstacleOf, remembered, type TestRunRequest } from "./test-run-request";

export interface TestRunOptions {
  open: OpenEditor;
  /** Brings the run panel up, where inputs are entered. */
  showDock: () => void;
  showRun: (runId: string) => void;
}

interface TestRunStart extends TestRunOptions {
  dock: DockStore;
  breakpoints: BreakpointsStore;
  request: TestRunRequest;
}

/** Starts a test run of the draft as it stands: saved first, with the inputs of the run panel. */
export async function startTestRun({
  open,
  dock,
  breakpoints,
  showDock,
  showRun,
  request,
}: TestRunStart): Promise<void> {
  const { store, autosave } = open;
  showDock();
  const obstacle = obstacleOf(store, dock.getState(), request);
  if (obstacle) {
    dock.setState({ showMissing: true });
    return toast.failed("The test run cannot start yet", new Error(obstacle));
  }
  dock.setState({ starting: true });
  try {
    await autosave.flush();
    const { document, revision, agentId, save } = store.getState();
    if (save.kind !== "saved")
      throw new Error("The last changes are not saved. Save them first: see the top bar.");
    const { from } = request;
    const stops = settable(breakpoints.getState(), document);
    const whole = from === undefined && request.until === undefined;
    const run = await call(createTestRun, {
      params: { id: agentId },
      body: {
        revision,
        ...request,
        ...(from ? {} : inputOf(document, dock.getState(), whole)),
        ...(stops.length > 0 && { breakpoints: stops }),
      },
    });
    if (!from)
      dock.setState((before) => ({ ...remembered(document, before), message: "", showMissing: false }));
    if (whole) dock.setState({ threadId: chatChannel(runInputs(document)) ? run.threadId : null });
    showRun(run.id);
  } catch (error) {
    toast.failed("The test run did not start", error);
  } finally {
    dock.setState({ starting: false });
  }
}
